import { beforeEach, expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { keepPublication, takeKeptBack } from '../../storage/keep-publication.ts';
import { publicationsOf } from '../../storage/plan.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { decision, editor, NOW, topic, uuid } from '../desk/samples.ts';
import { newDatabase, page } from './device.ts';

let db: AccountDatabase;
let work: Topic;
beforeEach(async () => {
  db = newDatabase(editor);
  work = topic();
  for (const to of ['accepted', 'in_work'] as const)
    work = applyDecision(work, recordDecision(work, decision(work, { to }), editor, NOW));
  await receivePage(db, null, page([{ kind: 'topic', id: work.id, row: work }]), NOW);
});
const planned = (): PublicationInput => ({
  ...{ id: uuid(), topicId: work.id, channelId: 'website', state: 'planned', dueAt: NOW, publishedAt: null },
  ...{ address: null, embargoUntil: NOW + 1, shareable: true, networks: ['copy'], shareTexts: { copy: 'Neu!' } },
});
const state = async () => (await topicDetail(db, work.id))?.topic.state;
const seen = async () => (await publicationsOf(db, work.id)).map(({ publication }) => publication);

test('a new appearance that is taken back is in no plan any more', async () => {
  const kept = await keepPublication(db, planned(), NOW);
  expect(await seen()).toMatchObject([{ shareable: true, shareTexts: { copy: 'Neu!' } }]);
  expect(await takeKeptBack(db, kept, NOW)).toBe(true);
  expect(await seen()).toEqual([]);
});

test('[PB2] a change that is taken back leaves every field as it was', async () => {
  const first = planned();
  await keepPublication(db, first, NOW);
  const { embargoUntil: _until, ...changed } = { ...first, shareable: false, networks: [], shareTexts: {} };
  const kept = await keepPublication(db, { ...changed, embargoUntil: null }, NOW);
  expect(await seen()).toMatchObject([{ shareable: false, embargoUntil: null, shareTexts: {} }]);
  await takeKeptBack(db, kept, NOW);
  expect(await seen()).toMatchObject([{ shareable: true, embargoUntil: NOW + 1, shareTexts: { copy: 'Neu!' } }]);
});

test('one that made the topic published takes that back too', async () => {
  const kept = await keepPublication(db, { ...planned(), state: 'published' }, NOW);
  expect(await state()).toBe('published');
  expect(await takeKeptBack(db, kept, NOW)).toBe(true);
  expect(await state()).toBe('in_work');
  expect(await seen()).toEqual([]);
});

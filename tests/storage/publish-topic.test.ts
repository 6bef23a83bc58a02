import { expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import { publicationsOf } from '../../storage/plan.ts';
import { publishTopic, takePublishingBack } from '../../storage/publish-topic.ts';
import { savePublication } from '../../storage/save-publication.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { DAY, decision, editor, NOW, topic, uuid } from '../desk/samples.ts';
import { pullTopics } from './acts.ts';
import { newDatabase } from './device.ts';

const inWork = () => {
  const open = topic();
  const accepted = applyDecision(open, recordDecision(open, decision(open, { to: 'accepted' }), editor, NOW));
  return applyDecision(accepted, recordDecision(accepted, decision(accepted, { to: 'in_work' }), editor, NOW));
};
const publication = (topicId: string, over: Partial<PublicationInput> = {}): PublicationInput => ({
  ...{ id: uuid(), topicId, channelId: 'intranet', state: 'published', dueAt: null, publishedAt: NOW },
  address: 'https://intranet.example/a',
  ...over,
});

test('[PB1] publishing keeps where it appeared, and taking it back leaves the plan as it was', async () => {
  const db = newDatabase(editor);
  const one = inWork();
  await pullTopics(db, [one]);
  const planned = publication(one.id, { state: 'planned', dueAt: NOW - DAY, publishedAt: null, address: null });
  await savePublication(db, planned, NOW);
  const done = await publishTopic(
    db,
    { ...planned, state: 'published', publishedAt: NOW, address: 'https://a.example/' },
    NOW,
  );
  expect((await topicDetail(db, one.id))?.topic.state).toBe('published');
  expect(await publicationsOf(db, one.id)).toMatchObject([{ publication: { address: 'https://a.example/' } }]);
  expect(await takePublishingBack(db, done, NOW + 1)).toMatchObject({ refused: [] });
  expect((await topicDetail(db, one.id))?.topic.state).toBe('in_work');
  expect(await publicationsOf(db, one.id)).toMatchObject([{ publication: planned }]);
});

test('[PB1] a publication that was never planned is cancelled with it', async () => {
  const db = newDatabase(editor);
  const one = inWork();
  await pullTopics(db, [one]);
  const done = await publishTopic(db, publication(one.id), NOW);
  await takePublishingBack(db, done, NOW + 1);
  expect((await topicDetail(db, one.id))?.topic.state).toBe('in_work');
  expect(await publicationsOf(db, one.id)).toEqual([]);
});

import { expect, test } from 'vitest';
import { blankDraft } from '../../protocol/blank-draft.ts';
import type { Topic } from '../../protocol/topic.ts';
import { decide } from '../../storage/decide.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { rejectedWith, rejectSimilar } from '../../storage/rejections.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { similarToPage, similarTopics } from '../../storage/similar-topics.ts';
import { suggestion } from '../../storage/suggestions.ts';
import { editor, NOW, submitter } from '../desk/samples.ts';
import { draft, newClip, newDatabase } from './device.ts';

const WORKSHOP = draft({
  ...blankDraft('https://intranet.nordwerk.example/news/ausbildungswerkstatt-bremen'),
  title: 'Ausbildungswerkstatt in Bremen eröffnet',
  excerpt: 'Seit Montag lernen 40 Azubis an neuen Drehmaschinen.',
});
const PRESS = draft({
  ...blankDraft('https://www.bote.example/wirtschaft/werkstatt-bremen'),
  title: 'Bremen: Werkstatt für Auszubildende geht an den Start',
  excerpt: 'Die neuen Drehmaschinen stehen.',
});
const CANTEEN = draft({
  ...blankDraft('https://intranet.nordwerk.example/kantine'),
  title: 'Neue Kaffeemaschinen',
  excerpt: 'Endlich auch mit Haferdrink.',
});

/** Saves a clip and brings it back as the queue would, so that this device holds its topic. */
async function hold(db: ReturnType<typeof newDatabase>, of: ReturnType<typeof draft>, state: Topic['state'] = 'new') {
  const { clip } = await saveClip(db, newClip({ draft: of, title: of.title }), NOW);
  const row = await db.clips.get(clip.id);
  const seen = (await suggestion(db, clip.id))?.topic;
  if (row === undefined || seen == null) throw new Error('not held');
  const topic: Topic = { ...seen, state };
  const cursor = (await db.meta.get('cursor'))?.value as Parameters<typeof receivePage>[1] | undefined;
  const seq = (cursor?.seq ?? 0) + 1;
  const changes = [
    { kind: 'clip' as const, id: clip.id, row: { ...row, receivedAt: NOW } },
    { kind: 'topic' as const, id: clip.id, row: topic },
  ];
  const epoch = (await db.meta.get('epoch'))?.value as string;
  const page = { reset: false, more: false, cursor: { epoch, seq, view: 'own' }, changes };
  if (!(await receivePage(db, cursor ?? null, page, NOW))) throw new Error('not received');
  return clip.id;
}

test('[SM2] what this device knows is found without the queue, with its title, and follows what comes in', async () => {
  const db = newDatabase(submitter);
  await hold(db, CANTEEN);
  expect(await similarToPage(db, PRESS)).toEqual([]);
  const id = await hold(db, WORKSHOP, 'published');
  expect(await similarToPage(db, PRESS)).toMatchObject([
    { topicId: id, title: WORKSHOP.title, state: 'published', supporterCount: 1 },
  ]);
  const cursor = (await db.meta.get('cursor'))?.value as NonNullable<Parameters<typeof receivePage>[1]>;
  const changes = [{ kind: 'topic' as const, id, row: null }];
  await receivePage(db, cursor, { reset: false, more: false, cursor: { ...cursor, seq: 9 }, changes }, NOW);
  expect(await similarToPage(db, PRESS)).toEqual([]);
});

test('[SM1][ST2] the desk is shown what is similar to a topic, and not what was merged meanwhile', async () => {
  const db = newDatabase(editor);
  const [one, two] = [await hold(db, WORKSHOP), await hold(db, PRESS)];
  await hold(db, CANTEEN);
  const [found, ...more] = await similarTopics(db, one);
  expect(more).toEqual([]);
  expect(found?.topic.id).toBe(two);
  expect(found?.words).toEqual(expect.arrayContaining(['Bremen', 'Ausbildungswerkstatt']));
  const merging = { topicId: two, to: 'merged', into: one, reason: null, sentence: null, holdUntil: null } as const;
  await decide(db, merging, NOW);
  expect(await similarTopics(db, one)).toEqual([]);
});

test('[SM5] what an editor said is not the same is not suggested again, from neither side, until it is taken back', async () => {
  const db = newDatabase(editor);
  const [one, two] = [await hold(db, WORKSHOP), await hold(db, PRESS)];
  await rejectSimilar(db, { topicId: two, otherId: one, rejected: true }, NOW);
  expect([await similarTopics(db, one), await similarTopics(db, two)]).toEqual([[], []]);
  await rejectSimilar(db, { topicId: one, otherId: two, rejected: false }, NOW);
  expect(await similarTopics(db, one)).toHaveLength(1);
  await db.outbox.clear();
  await db.rejections.add({ id: 'a', topicId: one, otherId: two, by: { id: 'mara', name: 'Mara' }, at: NOW });
  expect([...(await rejectedWith(db, two))]).toEqual([one]);
});

test('[SM4] a clip goes to the topic that its person named, unless this device knows that to be closed', async () => {
  const db = newDatabase(submitter);
  const [open, closed] = [await hold(db, WORKSHOP), await hold(db, CANTEEN, 'declined')];
  const unknown = crypto.randomUUID();
  const joined = async (joins: string, address: string) => {
    const of = draft({ ...PRESS, address });
    const { clip } = await saveClip(db, newClip({ draft: of, title: PRESS.title, joins }), NOW);
    const entry = (await db.outbox.toArray()).find(({ id }) => id === clip.id);
    expect(entry?.action).toMatchObject({ name: 'saveClip', joins });
    const row = await db.clips.get(clip.id);
    return row?.topicId === clip.id ? 'own' : row?.topicId;
  };
  expect(await joined(open, 'https://www.bote.example/1')).toBe(open);
  expect(await joined(unknown, 'https://www.bote.example/2')).toBe(unknown);
  expect(await joined(closed, 'https://www.bote.example/3')).toBe('own');
});

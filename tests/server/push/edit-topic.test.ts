import { beforeEach, describe, expect, test } from 'vitest';
import type { Note } from '../../../protocol/note.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
let id: string;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const clip = sampleClip();
  id = clip.id;
  await hanna.push(saveClip(clip));
});

const rows = async <T>(device: TestDevice, kind: string): Promise<T[]> =>
  (await device.pull()).changes.filter((change) => change.kind === kind).map(({ row }) => row as T);
const topicOf = async (device: TestDevice) => (await rows<Topic>(device, 'topic'))[0];
const edit = (changes: object, topicId = id) => ({ name: 'editTopic', topicId, changes });
const note = (text: string, more: object = {}) => ({
  name: 'addNote',
  note: { id: crypto.randomUUID(), topicId: id, text, ...more },
});
/** How the queue refused this action; outcomes are kept until acknowledged, so earlier ones come along. */
const refusals = async (device: TestDevice, action: unknown) =>
  (await device.push(action)).refused.slice(-1).map(({ refusal }) => refusal);

describe('changing a topic', () => {
  test('an editor changes title, department, goal, lead, labels and the meeting’s mark', async () => {
    const changes = { title: 'Lehrwerkstatt', departmentId: 'it', goalId: null, forMeeting: true, labels: ['Messe'] };
    expect(await refusals(mara, edit({ ...changes, leadId: 'timo' }))).toEqual([]);
    expect(await topicOf(mara)).toMatchObject({ ...changes, lead: { id: 'timo', name: 'Timo Brandt' }, state: 'new' });
  });

  test('a lead stays through what is decided', async () => {
    await mara.push(edit({ leadId: 'timo' }), decide(sampleDecision(id)));
    expect((await topicOf(mara))?.lead?.id).toBe('timo');
  });

  test.each([
    [{ departmentId: 'nowhere' }, { kind: 'unknown_department', path: 'changes.departmentId' }],
    [{ goalId: 'nothing' }, { kind: 'unknown_goal', path: 'changes.goalId' }],
    [{ leadId: 'nobody' }, { kind: 'unknown_person', path: 'changes.leadId' }],
    [{ leadId: 'hanna' }, { kind: 'unknown_person', path: 'changes.leadId' }],
  ])('%j is refused', async (changes, refusal) => {
    expect(await refusals(mara, edit(changes))).toEqual([refusal]);
  });

  test('[VI1] whoever is not at the desk changes nothing and does not learn whether the topic exists', async () => {
    const refused = [{ kind: 'not_allowed', path: '' }];
    expect(await refusals(hanna, edit({ title: 'Meins' }))).toEqual(refused);
    expect(await refusals(hanna, edit({ title: 'Meins' }, crypto.randomUUID()))).toEqual(refused);
    expect(await refusals(mara, edit({ title: 'Meins' }, crypto.randomUUID()))).toEqual([
      { kind: 'not_found', path: 'topicId' },
    ]);
  });
});

describe('notes', () => {
  test('[NT1] everyone at the desk reads them, no submitter does', async () => {
    await mara.push(note('Chefin fragen'));
    const timo = await queue.join('timo');
    expect(await rows<Note>(timo, 'note')).toMatchObject([{ text: 'Chefin fragen', by: { id: 'mara' }, topicId: id }]);
    expect(JSON.stringify(await hanna.pull())).not.toContain('Chefin');
  });

  test('[NT1] are no business of a submitter in the other direction either', async () => {
    expect(await refusals(hanna, note('Bitte!'))).toEqual([{ kind: 'not_allowed', path: '' }]);
  });

  test('[PU3] one that is sent again stands there once; another’s id is taken', async () => {
    const once = note('Einmal');
    await mara.push(once, once);
    expect(await rows<Note>(mara, 'note')).toHaveLength(1);
    const timo = await queue.join('timo');
    expect(await refusals(timo, once)).toEqual([{ kind: 'id_taken', path: 'note.id' }]);
    expect(await refusals(mara, note('Wohin?', { topicId: crypto.randomUUID() }))).toEqual([
      { kind: 'not_found', path: 'note.topicId' },
    ]);
  });

  test('[NT1] one is taken back by whoever wrote it, and by nobody else', async () => {
    const written = note('Chefin fragen');
    await mara.push(written);
    const back = { name: 'withdrawNote', topicId: id, noteId: written.note.id };
    const timo = await queue.join('timo');
    expect(await refusals(timo, back)).toEqual([{ kind: 'not_allowed', path: 'noteId' }]);
    expect(await refusals(hanna, back)).toEqual([{ kind: 'not_allowed', path: '' }]);
    const before = await mara.pull();
    expect(before.changes.filter(({ kind }) => kind === 'note')).toHaveLength(1);
    // Once more is no mistake.
    expect(await refusals(mara, back)).toEqual([]);
    expect(await refusals(mara, back)).toEqual([]);
    const after = await mara.pull(before.cursor);
    expect(after.changes.filter(({ kind }) => kind === 'note')).toEqual([
      { kind: 'note', id: written.note.id, row: null },
    ]);
  });

  test('a suggestion that is withdrawn takes what was noted of it along', async () => {
    await mara.push(note('Chefin fragen'));
    expect(await refusals(hanna, { name: 'withdrawClip', clipId: id })).toEqual([]);
    expect(await rows<Note>(mara, 'note')).toEqual([]);
    expect(await topicOf(mara)).toBeUndefined();
  });
});

describe('[SM6] a topic that takes up a published one again', () => {
  const published = async () => {
    const other = sampleClip({ address: 'https://intranet.nordwerk.example/frueher' });
    const accepting = sampleDecision(other.id);
    const working = sampleDecision(other.id, { to: 'in_work', after: accepting.id });
    const publishing = sampleDecision(other.id, { to: 'published', after: working.id });
    await mara.push(saveClip(other), fillBrief(other.id), decide(accepting), decide(working), decide(publishing));
    return other.id;
  };
  const topicsOf = async (device: TestDevice) =>
    new Map((await rows<Topic>(device, 'topic')).map((topic) => [topic.id, topic]));

  test('is seen on both sides by the desk, and taken back on both', async () => {
    const other = await published();
    await mara.push(edit({ reuseOf: other }));
    const seen = await topicsOf(mara);
    expect([seen.get(id)?.reuseOf, seen.get(other)?.reusedBy]).toEqual([other, [id]]);
    const forSubmitter = (await topicsOf(hanna)).get(id);
    expect([forSubmitter?.reuseOf, forSubmitter?.reusedBy]).toEqual([null, []]);
    const { cursor } = await mara.pull();
    await mara.push(edit({ reuseOf: null }));
    const { changes } = await mara.pull(cursor);
    const after = new Map(changes.map(({ row }) => [(row as Topic | null)?.id, row as Topic]));
    expect([after.get(id)?.reuseOf, after.get(other)?.reusedBy]).toEqual([null, []]);
  });

  test('takes up nothing but what was published, and not itself', async () => {
    const open = sampleClip({ address: 'https://intranet.nordwerk.example/offen' });
    await mara.push(saveClip(open));
    for (const [reuseOf, kind] of [
      [open.id, 'not_published'],
      [id, 'not_published'],
      [crypto.randomUUID(), 'not_found'],
    ] as const)
      expect(await refusals(mara, edit({ reuseOf }))).toEqual([{ kind, path: 'changes.reuseOf' }]);
    expect(await refusals(hanna, edit({ reuseOf: null }))).toEqual([{ kind: 'not_allowed', path: '' }]);
  });
});

import { beforeEach, expect, test } from 'vitest';
import { NO_BRIEF } from '../../../protocol/brief.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { openTestQueue, type TestDevice } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let hanna: TestDevice;
let mara: TestDevice;
let timo: TestDevice;
let id: string;
beforeEach(async () => {
  const queue = await openTestQueue();
  [hanna, mara, timo] = [await queue.join('hanna'), await queue.join('mara'), await queue.join('timo')];
  const clip = sampleClip();
  id = clip.id;
  await hanna.push(saveClip(clip));
});

const topicOf = async (device: TestDevice) =>
  (await device.pull()).changes.find(({ kind }) => kind === 'topic')?.row as Topic;
const edit = (brief: object) => ({ name: 'editTopic', topicId: id, changes: { brief } });
const refusals = async (device: TestDevice, action: unknown) =>
  (await device.push(action)).refused.slice(-1).map(({ refusal }) => refusal);

test('[BR1] the queue lets work begin once the brief is said, whatever the device thought', async () => {
  const accepting = sampleDecision(id);
  await mara.push(decide(accepting));
  const working = () => decide(sampleDecision(id, { to: 'in_work', after: accepting.id }));
  expect(await refusals(mara, working())).toEqual([{ kind: 'brief_incomplete', path: 'brief.resources' }]);
  await mara.push(edit({ effort: 'S' }));
  expect(await refusals(mara, working())).toEqual([{ kind: 'brief_incomplete', path: 'brief.competition' }]);
  await mara.push({ name: 'editTopic', topicId: id, changes: { goalId: null } }, fillBrief(id));
  expect(await refusals(mara, working())).toEqual([{ kind: 'brief_incomplete', path: 'brief.goal' }]);
  await mara.push({ name: 'editTopic', topicId: id, changes: { goalId: 'apprentices' } }, working());
  expect((await topicOf(mara)).state).toBe('in_work');
});

test('[BR2] what two editors fill in at once stands side by side', async () => {
  await mara.push(edit({ message: 'Hier lernt man an echten Maschinen.', effort: 'M' }));
  await timo.push(edit({ competition: 'Die Kammer', effort: 'L', audienceIds: ['school-leavers'] }));
  expect((await topicOf(mara)).brief).toEqual({
    ...NO_BRIEF,
    message: 'Hier lernt man an echten Maschinen.',
    effort: 'L',
    competition: 'Die Kammer',
    audienceIds: ['school-leavers'],
  });
  await mara.push(edit({ message: null }));
  expect((await topicOf(timo)).brief).toMatchObject({ message: null, effort: 'L' });
});

test.each([
  [{ audienceIds: ['martians'] }, { kind: 'unknown_audience', path: 'changes.brief.audienceIds' }],
  [{ message: ' ' }, { kind: 'invalid', path: 'action.changes.brief.message' }],
  [{ week: '2026-12-02' }, { kind: 'invalid', path: 'action.changes.brief.week' }],
  [{ effort: 'XL' }, { kind: 'invalid', path: 'action.changes.brief.effort' }],
])('[BR2] %j is refused', async (brief, refusal) => {
  const [refused] = await refusals(mara, edit(brief));
  expect(refused?.kind).toBe(refusal.kind);
  expect(refused?.path.endsWith(refusal.path.replace('action.', ''))).toBe(true);
  expect((await topicOf(mara)).brief).toEqual(NO_BRIEF);
});

test('[BR3] a brief is for the desk alone, be the topic somebody’s own or published', async () => {
  await mara.push(fillBrief(id));
  const accepting = sampleDecision(id);
  const working = sampleDecision(id, { to: 'in_work', after: accepting.id });
  await mara.push(decide(accepting), decide(working));
  expect((await topicOf(hanna)).brief).toEqual(NO_BRIEF);
  await mara.push(decide(sampleDecision(id, { to: 'published', after: working.id })));
  expect(await topicOf(hanna)).toMatchObject({ state: 'published', brief: NO_BRIEF });
  expect(JSON.stringify(await hanna.pull())).not.toContain('Die Kammer');
});

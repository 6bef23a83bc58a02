/** A client that ignores every rule: it sends what it likes, and the queue keeps the gate. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearanceStanding, isCleared } from '../../../desk/clearances.ts';
import { isPublished } from '../../../desk/states.ts';
import { STATES, type State } from '../../../protocol/topic.ts';
import { clearanceSteps, everSubmitted } from '../../../server/rows/clearances.ts';
import { findTopic } from '../../../server/rows/topics.ts';
import { verify } from '../../../server/verify/verify.ts';
import {
  askFor,
  demand,
  give,
  lastStep,
  openClearingQueue,
  publication,
  sampleAsk,
  sampleVerdict,
} from '../clearance-samples.ts';
import type { TestDevice, TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';
import { onPostgres } from '../test-store.ts';

const PEOPLE = ['hanna', 'mara', 'claudia', 'dirk', 'rolf'] as const;
const PAGES = ['https://intranet.nordwerk.example/a', 'https://intranet.nordwerk.example/b'];
const WAY_ON: Record<State, State> = {
  ...{ new: 'accepted', query: 'accepted', held: 'accepted', accepted: 'in_work', in_work: 'published' },
  ...{ published: 'evaluated', evaluated: 'published', declined: 'new', merged: 'new' },
};
/** These the desk may take whoever suggested it. */
const DESK_STEPS: readonly string[] = ['asked', 'not_needed'];
const VERDICTS = ['cleared', 'cleared_with_conditions', 'refused', 'open', 'not_needed'] as const;

const step = fc.record({
  who: fc.constantFrom(...PEOPLE, 'mara', 'mara', 'claudia', 'claudia'),
  does: fc.constantFrom(
    'clip',
    'withdraw',
    'demand',
    'ask',
    'verdict',
    'verdict',
    'decide',
    'decide',
    'undo',
    'merge',
    'publish',
    'move',
  ),
  page: fc.nat(PAGES.length - 1),
  topic: fc.nat(20),
  /** Any state, or the way on: else hardly a story gets as far as publishing. */
  to: fc.oneof(fc.constantFrom(...STATES), fc.constant('on' as const), fc.constant('on' as const)),
  verdict: fc.constantFrom(...VERDICTS),
  department: fc.constantFrom('hr', 'it', 'comms'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test('[CR3][CR4] whatever is sent in whatever order, nothing is published that was not cleared by somebody else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (story) => {
      const queue = await openClearingQueue();
      const devices = new Map<string, TestDevice>();
      for (const person of PEOPLE) devices.set(person, await queue.join(person));
      const clips: { id: string; owner: string }[] = [];
      const known = new Map<string, Known>();
      for (const next of story) {
        await play(queue, devices, clips, next);
        for (const { id } of clips) await expectGate(queue, id, known);
      }
      // Whose turn it is may have moved on; the clock would say so.
      const found = (await verify(queue.store)).filter(({ field }) => field !== 'clearer');
      expect(found).toEqual([]);
      await queue.store.close();
    }),
    { numRuns: onPostgres ? 5 : 40 },
  );
}, 300_000);

/** What is known of a topic from the look before. */
type Known = { state: State; stepId: string | null };

async function expectGate(queue: TestQueue, id: string, known: Map<string, Known>): Promise<void> {
  await queue.store.read(async (sql) => {
    const topic = await findTopic(sql, id);
    if (topic === null) return;
    const steps = await clearanceSteps(sql, id);
    const last = steps.at(-1);
    const before = known.get(id) ?? { state: 'new', stepId: null };
    known.set(id, { state: topic.state, stepId: last?.id ?? null });
    // Whoever supports it only afterwards did not clear their own.
    if (last !== undefined && last.id !== before.stepId && last.by !== null && !DESK_STEPS.includes(last.kind))
      expect(await everSubmitted(sql, id)).not.toContain(last.by.id);
    if (topic.state !== 'published' || isPublished(before.state) || steps.length === 0) return;
    const { state } = clearanceStanding(steps);
    expect(isCleared(state) || state === 'not_needed').toBe(true);
    // What a rule demanded, or a clearer decided, nobody at the desk can say is not needed.
    if (state === 'not_needed')
      for (const kind of ['opened', 'merged', 'refused', 'cleared_with_conditions'] as const)
        expect(steps.map((each) => each.kind)).not.toContain(kind);
  });
}

async function play(
  queue: TestQueue,
  devices: ReadonlyMap<string, TestDevice>,
  clips: { id: string; owner: string }[],
  { who, does, page, topic: at, to, verdict, department }: Step,
): Promise<void> {
  const device = devices.get(who);
  if (device === undefined) return;
  const topicId = clips[at % Math.max(1, clips.length)]?.id;
  if (does === 'clip' || topicId === undefined) {
    const clip = sampleClip({ address: PAGES[page] ?? '' });
    clips.push({ id: clip.id, owner: who });
    await device.push(saveClip(clip));
    // Else no story gets as far as publishing.
    await devices.get('mara')?.push(fillBrief(clip.id));
    return;
  }
  const topic = await queue.store.read((sql) => findTopic(sql, topicId));
  const last = topic?.decisions.at(-1);
  const decision = {
    after: last?.id ?? null,
    reason: 'thin',
    sentence: 'Zu dünn.',
    holdUntil: queue.time.now + 1,
  } as const;
  if (does === 'withdraw') await device.push({ name: 'withdrawClip', clipId: topicId });
  if (does === 'demand' && topic !== null)
    await demand(queue, topicId, { level: page === 0 ? 'internal' : 'confidential' });
  if (does === 'ask') await device.push(askFor(sampleAsk(topicId)));
  if (does === 'verdict')
    await device.push(
      give(
        sampleVerdict(topicId, {
          ...{ after: (await lastStep(queue, topicId)) || topicId, to: verdict },
          ...{ conditions: 'Ohne Namen', note: 'Grund' },
        }),
      ),
    );
  if (does === 'decide') {
    const state = to === 'on' ? WAY_ON[topic?.state ?? 'new'] : to;
    if (state === 'in_work') await device.push(fillBrief(topicId, 'apprentices'));
    await device.push(decide(sampleDecision(topicId, { ...decision, to: state })));
  }
  if (does === 'undo' && last !== undefined)
    await device.push(decide(sampleDecision(topicId, { after: last.id, undoes: last.id, to: last.from })));
  if (does === 'merge') {
    const into = clips[(at + 1) % clips.length]?.id ?? null;
    await device.push(decide(sampleDecision(topicId, { after: last?.id ?? null, to: 'merged', into })));
  }
  if (does === 'publish') await device.push(publication(topicId));
  if (does === 'move') await device.push({ name: 'editTopic', topicId, changes: { departmentId: department } });
}

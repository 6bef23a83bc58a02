import { beforeEach, expect, test } from 'vitest';
import type { FlowWeek } from '../../../protocol/figures.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

const PEOPLE = ['hanna', 'jonas', 'timo', 'ann', 'bea', 'cem'] as const;
const WITH_MORE = STRATEGY.replace(
  '  timo:',
  '  ann: { name: Ann A }\n  bea: { name: Bea B }\n  cem: { name: Cem C }\n  timo:',
);
const DUE = NOW + 3_600_000;

let queue: TestQueue;
let mara: TestDevice;
let topicId: string;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(queue.store, readStrategy(WITH_MORE));
  mara = await queue.join('mara');
  const clip = sampleClip();
  topicId = clip.id;
  await mara.push(saveClip(clip));
});

const give = (toId: string, minutesPlanned: number | null, dueAt: number | null = DUE) => ({
  name: 'askAssignment',
  assignment: {
    ...{ id: crypto.randomUUID(), topicId, toId, role: 'expert', deliverable: 'Zwei Zitate', dueAt, minutesPlanned },
  },
});
async function week(): Promise<FlowWeek['minutes'] | undefined> {
  const answer = await mara.send('GET', `${ROUTES.figures}?from=${NOW}&to=${NOW + 1}`);
  const { weeks } = (await answer.json()) as { weeks: FlowWeek[] };
  expect(weeks).toHaveLength(1);
  return weeks[0]?.minutes;
}

test('[FG1] minutes of a week are said as a total of five people and more, in whole hours, and not of four', async () => {
  await mara.push(...PEOPLE.slice(0, 4).map((id) => give(id, 100)));
  expect(await week()).toEqual({ planned: null, spent: null });
  await mara.push(give('bea', 100));
  // 500 minutes.
  expect(await week()).toEqual({ planned: 480, spent: null });
});

test('[FG1] nobody makes five of four: not by asking one twice, for no minutes, or for another week', async () => {
  await mara.push(
    ...PEOPLE.slice(0, 4).map((id) => give(id, 100)),
    give('hanna', 50),
    give('bea', 0),
    give('cem', null),
  );
  await mara.push(give('cem', 100, DUE + 14 * 86_400_000), give('bea', 100, null));
  expect(await week()).toEqual({ planned: null, spent: null });
});

test('[FG1] what was refused or called off is no time of anybody; what was spent counts by itself', async () => {
  const asked = PEOPLE.map((id) => give(id, 60));
  await mara.push(...asked);
  expect(await week()).toEqual({ planned: 360, spent: null });
  const move = (at: number, to: string, minutesSpent: number | null = null) => ({
    name: 'moveAssignment',
    move: { assignmentId: asked[at]?.assignment.id, to, reason: to === 'refused' ? 'Keine Zeit' : null, minutesSpent },
  });
  for (const at of [0, 1, 2, 3, 4])
    await (await queue.join(PEOPLE[at] ?? '')).push(move(at, 'confirmed'), move(at, 'delivered', 90));
  expect(await week()).toEqual({ planned: 360, spent: 480 });
  await (await queue.join('cem')).push(move(5, 'refused'));
  expect(await week()).toEqual({ planned: 300, spent: 480 });
});

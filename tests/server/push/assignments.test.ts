import { beforeEach, describe, expect, test } from 'vitest';
import { QUIET_MS } from '../../../desk/quiet.ts';
import type { Assignment, AssignmentInput } from '../../../protocol/assignment.ts';
import type { Question } from '../../../protocol/question.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { runTopicClocks } from '../../../server/topic-clocks.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { ask, decide, sampleClip, sampleDecision, sampleQuestion, saveClip } from '../samples.ts';

/** HR has a deputy, and there is a lead. */
const WITH_DEPUTY = STRATEGY.replace('contactId: hanna }', 'contactId: hanna, deputyId: jana }').replace(
  '  timo:',
  '  jana: { name: Jana Ott, departmentId: hr }\n  lea: { name: Lea Roth, roles: [lead] }\n  timo:',
);

let queue: TestQueue;
let who: Record<'hanna' | 'jana' | 'jonas' | 'mara' | 'timo' | 'lea', TestDevice>;
let id: string;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(queue.store, readStrategy(WITH_DEPUTY));
  const join = (personId: string) => queue.join(personId);
  who = {
    ...{ hanna: await join('hanna'), jana: await join('jana'), jonas: await join('jonas') },
    ...{ mara: await join('mara'), timo: await join('timo'), lea: await join('lea') },
  };
  const clip = sampleClip();
  id = clip.id;
  await who.hanna.push(saveClip(clip));
});

const give = (over: Partial<AssignmentInput> = {}) => ({
  name: 'askAssignment',
  assignment: {
    ...{ id: crypto.randomUUID(), topicId: id, toId: 'jonas', role: 'expert', deliverable: 'Zwei Zitate' },
    ...{ dueAt: null, minutesPlanned: 45 },
    ...over,
  } as AssignmentInput,
});
const move = (assignmentId: string, to: string, over: object = {}) => ({
  name: 'moveAssignment',
  move: { assignmentId, to, reason: null, minutesSpent: null, ...over },
});
const rows = async <T>(device: TestDevice, kind: string): Promise<T[]> =>
  (await device.pull()).changes.flatMap((change) => (change.kind === kind && change.row ? [change.row as T] : []));
const held = async (device: TestDevice) => (await rows<Assignment>(device, 'assignment'))[0];
const refusals = async (device: TestDevice, ...actions: unknown[]) =>
  (await device.push(...actions)).refused.slice(-1).map(({ refusal }) => refusal);

describe('[AS2] an assignment', () => {
  test('is asked by the desk and answered by the person, once', async () => {
    const asked = give();
    expect(await refusals(who.jonas, give())).toEqual([{ kind: 'not_allowed', path: '' }]);
    await who.mara.push(asked);
    expect(await held(who.jonas)).toMatchObject({
      ...{ state: 'asked', to: { id: 'jonas', name: 'Jonas Petersen' }, askedBy: { id: 'mara' } },
      ...{ topicTitle: 'Neue Lehrwerkstatt eröffnet', minutesPlanned: 45 },
    });
    const { id: assignmentId } = asked.assignment;
    expect(await refusals(who.jonas, move(assignmentId, 'refused'))).toEqual([
      { kind: 'reason_missing', path: 'move.reason' },
    ]);
    await who.jonas.push(move(assignmentId, 'confirmed'));
    await who.jonas.push(move(assignmentId, 'delivered', { minutesSpent: 50 }));
    expect(await held(who.mara)).toMatchObject({ state: 'delivered', minutesSpent: 50 });
    // The same again, from another device: nothing to say.
    const other = await queue.join('jonas');
    expect(await refusals(other, move(assignmentId, 'delivered', { minutesSpent: 50 }))).toEqual([]);
    expect(await refusals(who.mara, move(assignmentId, 'cancelled'))).toEqual([
      { kind: 'assignment_closed', path: 'move.assignmentId' },
    ]);
  });

  test('called off by two editors at once is called off, and nobody is told of a mistake', async () => {
    const asked = give();
    await who.mara.push(asked, move(asked.assignment.id, 'cancelled'));
    expect(await refusals(who.timo, move(asked.assignment.id, 'cancelled'))).toEqual([]);
    expect(await refusals(who.hanna, move(asked.assignment.id, 'cancelled'))).toEqual([
      { kind: 'not_found', path: 'move.assignmentId' },
    ]);
  });

  test('[PU3] sent again changes nothing, and nobody takes another’s id', async () => {
    const asked = give();
    await who.mara.push(asked);
    expect(await refusals(await queue.join('mara'), asked)).toEqual([]);
    expect(await refusals(who.timo, asked)).toEqual([{ kind: 'id_taken', path: 'assignment.id' }]);
    expect(await refusals(who.mara, give({ toId: 'nobody' }))).toEqual([
      { kind: 'unknown_person', path: 'assignment.toId' },
    ]);
  });
});

describe('[AS4][VI1] of an assignment', () => {
  test('only the desk and the person asked hear, and strangers cannot even find out that there is one', async () => {
    const asked = give();
    await who.mara.push(asked);
    for (const stranger of ['hanna', 'jana'] as const) {
      const { changes } = await who[stranger].pull();
      expect(changes.some(({ kind }) => kind === 'assignment')).toBe(false);
      const refused = [{ kind: 'not_found', path: 'move.assignmentId' }];
      expect(await refusals(who[stranger], move(asked.assignment.id, 'confirmed'))).toEqual(refused);
      expect(await refusals(who[stranger], move(crypto.randomUUID(), 'confirmed'))).toEqual(refused);
    }
  });

  test('the minutes are for the person, who asked, and the lead; null in whatever way the others ask', async () => {
    const asked = give({ minutesPlanned: 45 });
    await who.mara.push(asked);
    await who.jonas.push(move(asked.assignment.id, 'delivered', { minutesSpent: 50 }));
    for (const knows of ['jonas', 'mara', 'lea'] as const)
      expect(await held(who[knows]), knows).toMatchObject({ minutesPlanned: 45, minutesSpent: 50 });
    expect(await held(who.timo)).toMatchObject({ minutesPlanned: null, minutesSpent: null, state: 'delivered' });
    const whole = async (device: TestDevice) => (await device.send('GET', `/v1/topics/${id}`)).json();
    expect(await whole(who.timo)).toMatchObject({ assignments: [{ minutesPlanned: null, minutesSpent: null }] });
    expect(await whole(who.mara)).toMatchObject({ assignments: [{ minutesPlanned: 45 }] });
    // Who suggested the topic sees that topic, and nothing of who works on it.
    expect(await whole(who.hanna)).toMatchObject({ assignments: [] });
    for (const path of ['/v1/figures?weeks=4', '/v1/search?q=werkstatt']) {
      const text = await (await who.timo.send('GET', path)).text();
      expect(text, path).not.toMatch(/minutes|assignment/i);
    }
  });
});

test('[AS4][TB3] who leads the topic is told how much of it others do, from when on they lead it and as long as they do', async () => {
  const asked = give({ minutesPlanned: 45 });
  await who.mara.push(asked);
  const { cursor } = await who.timo.pull();
  await who.timo.push(decide(sampleDecision(id)));
  const told = (await who.timo.pull(cursor)).changes.filter(({ kind }) => kind === 'assignment');
  expect(told).toMatchObject([{ row: { minutesPlanned: 45, minutesSpent: null } }]);
  await who.jonas.push(move(asked.assignment.id, 'delivered', { minutesSpent: 50 }));
  expect(await held(who.timo)).toMatchObject({ minutesPlanned: 45, minutesSpent: null });
  const { cursor: before } = await who.timo.pull();
  await who.mara.push({ name: 'editTopic', topicId: id, changes: { leadId: 'mara' } });
  const after = (await who.timo.pull(before)).changes.filter(({ kind }) => kind === 'assignment');
  expect(after).toMatchObject([{ row: { minutesPlanned: null } }]);
});

test('[AS3] a topic that is declined lets go of what is open, once that is not quiet, and taking it back asks again', async () => {
  const asked = give();
  const confirmed = give({ toId: 'timo' });
  await who.mara.push(asked, confirmed);
  await who.timo.push(move(confirmed.assignment.id, 'confirmed'));
  const declining = sampleDecision(id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' });
  await who.mara.push(decide(declining));
  expect(await held(who.jonas)).toMatchObject({ state: 'asked' });
  queue.time.now += QUIET_MS;
  await runTopicClocks(queue.store, queue.time.now);
  expect(await held(who.jonas)).toMatchObject({ state: 'cancelled' });
  expect(await refusals(who.mara, give())).toEqual([{ kind: 'forbidden_transition', path: 'assignment.topicId' }]);
  await who.mara.push(decide(sampleDecision(id, { to: 'new', after: declining.id, undoes: declining.id })));
  expect(await held(who.jonas)).toMatchObject({ state: 'asked' });
  const states = (await rows<Assignment>(who.mara, 'assignment')).map(({ state }) => state);
  expect(states.sort()).toEqual(['asked', 'confirmed']);
});

describe('[AS5] while the contact is away', () => {
  // The queue's clock stands at Sunday, 22 November 2026.
  const away = (from = '2026-11-20', to = '2026-11-27') => ({
    name: 'saveAbsence',
    absence: { id: crypto.randomUUID(), from, to },
  });

  test('the deputy gets the questions to them, and hears in whose place', async () => {
    await who.hanna.push(away());
    const other = sampleClip();
    await who.jonas.push(saveClip(other));
    await who.mara.push(ask(sampleQuestion(other.id, { toId: 'hanna' })));
    const [question] = await rows<Question>(who.jana, 'question');
    expect(question).toMatchObject({ to: { id: 'jana' }, askedAs: 'contact', insteadOf: { id: 'hanna' } });
    expect(await rows<Question>(who.hanna, 'question')).toEqual([]);
    await who.jana.push({ name: 'answerQuestion', questionId: question?.id, answer: 'Ja.' });
    expect(await rows<Question>(who.mara, 'question')).toMatchObject([{ state: 'answered' }]);
  });

  test('and what they are assigned as contact, not as an expert; they see it as well', async () => {
    await who.hanna.push(away());
    await who.mara.push(give({ toId: 'hanna', role: 'contact' }));
    expect(await held(who.jana)).toMatchObject({ to: { id: 'jana' }, insteadOf: { name: 'Hanna Voss' } });
    expect(await held(who.hanna)).toMatchObject({ to: { id: 'jana' }, minutesPlanned: null });
    await who.mara.push(give({ toId: 'hanna', role: 'expert' }));
    const own = (await rows<Assignment>(who.hanna, 'assignment')).filter(({ to }) => to.id === 'hanna');
    expect(own).toMatchObject([{ insteadOf: null }]);
  });

  test('[VI1] the desk is told of it, colleagues elsewhere are not, and nobody says it of others', async () => {
    const mine = away();
    await who.hanna.push(mine);
    expect(await rows(who.mara, 'absence')).toMatchObject([{ person: { id: 'hanna' }, from: '2026-11-20' }]);
    expect(await rows(who.hanna, 'absence')).toHaveLength(1);
    expect((await who.jonas.pull()).changes.some(({ kind }) => kind === 'absence')).toBe(false);
    const { id: absenceId } = mine.absence;
    expect(await refusals(who.jonas, mine)).toEqual([{ kind: 'id_taken', path: 'absence.id' }]);
    expect(await refusals(who.mara, { name: 'deleteAbsence', absenceId })).toEqual([
      { kind: 'not_found', path: 'absenceId' },
    ]);
    expect(await refusals(who.hanna, away('2026-11-27', '2026-11-20'))).toEqual([
      { kind: 'invalid', path: 'absence.to' },
    ]);
    const { cursor } = await who.mara.pull();
    await who.hanna.push({ name: 'deleteAbsence', absenceId });
    expect((await who.mara.pull(cursor)).changes).toContainEqual({ kind: 'absence', id: absenceId, row: null });
  });
});

describe('[TB2] what somebody said of their time', () => {
  const budget = (personId: string, over: object = {}) => ({
    name: 'saveTimeBudget',
    budget: { personId, monday: null, minutes: 300, ...over },
  });

  test('is said by them or a lead, and by nobody else', async () => {
    expect(await refusals(who.mara, budget('mara'), budget('mara', { monday: '2026-11-23', minutes: 60 }))).toEqual([]);
    expect(await refusals(who.timo, budget('mara'))).toEqual([{ kind: 'not_allowed', path: '' }]);
    expect(await refusals(who.timo, budget('nobody'))).toEqual([{ kind: 'not_allowed', path: '' }]);
    expect(await refusals(who.lea, budget('timo'))).toEqual([]);
    expect(await refusals(who.lea, budget('nobody'))).toEqual([{ kind: 'unknown_person', path: 'budget.personId' }]);
    expect(await refusals(who.mara, budget('mara', { monday: '2026-11-24' }))).toEqual([
      { kind: 'invalid', path: 'budget.monday' },
    ]);
    await who.mara.push(budget('mara', { minutes: null }));
    expect(await rows(who.mara, 'timeBudget')).toEqual([
      { id: 'mara:2026-11-23', personId: 'mara', monday: '2026-11-23', minutes: 60 },
    ]);
  });

  test('[VI1] reaches them and leads alone, in whatever way others ask', async () => {
    await who.mara.push(budget('mara', { minutes: 271 }));
    for (const knows of ['mara', 'lea'] as const)
      expect(await rows(who[knows], 'timeBudget'), knows).toMatchObject([{ minutes: 271 }]);
    for (const other of ['timo', 'jonas', 'hanna'] as const) {
      expect(JSON.stringify(await who[other].pull()), other).not.toMatch(/\b271\b/);
      for (const path of ['/v1/figures?weeks=4', '/v1/search?q=', `/v1/topics/${id}`])
        expect(await (await who[other].send('GET', path)).text(), `${other} ${path}`).not.toMatch(/\b271\b/);
    }
  });

  test('[VI1] not even its key reaches others, taken back or not', async () => {
    const { cursor } = await who.timo.pull();
    await who.mara.push(budget('mara'), budget('mara', { monday: '2026-11-23' }));
    const during = await who.timo.pull(cursor);
    await who.mara.push(budget('mara', { minutes: null }));
    const after = await who.timo.pull(during.cursor);
    expect([...during.changes, ...after.changes].filter(({ kind }) => kind === 'timeBudget')).toEqual([]);
  });

  test('[PL2] who becomes lead pulls anew, and sees it from then on', async () => {
    await who.mara.push(budget('mara'));
    const { cursor } = await who.timo.pull();
    const promoted = WITH_DEPUTY.replace('roles: [editor, duty]', 'roles: [editor, lead]');
    await applyStrategy(queue.store, readStrategy(promoted));
    const page = await who.timo.pull(cursor);
    expect(page.reset).toBe(true);
    expect(page.changes.filter(({ kind }) => kind === 'timeBudget')).toHaveLength(1);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { QUIET_MS } from '../../../desk/quiet.ts';
import type { Question } from '../../../protocol/question.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { keepQuestions } from '../../../server/question-clock.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { runTopicClocks } from '../../../server/topic-clocks.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { answer, ask, decide, sampleClip, sampleDecision, sampleQuestion, saveClip, takeBack } from '../samples.ts';

const HOUR = 3_600_000;
/** Sunday, 22 November 2026, 10:00 in Berlin; the window of HR opens on Tuesday at 10:00. */
const TUESDAY = Date.UTC(2026, 10, 24, 9);
const WINDOW = "hr: { name: { de: Personal, en: HR }, questionHours: [{ weekday: 2, from: '10:00', to: '11:00' }],";
const PEOPLE = `
  lena: { name: Lena Ott, departmentId: hr }
  piet: { name: Piet Suhr, roles: [contact], departmentId: hr }`;
const LIMITED = STRATEGY.replace(
  'queue: {',
  'desk: { timeZone: Europe/Berlin, questionsPerMonth: 2 }\nqueue: {',
).replace('people:', `people:${PEOPLE}`);
const WITH_WINDOW = LIMITED.replace('hr: { name: { de: Personal, en: HR },', WINDOW);

let queue: TestQueue;
let jonas: TestDevice;
let hanna: TestDevice;
let mara: TestDevice;
let timo: TestDevice;
/** A topic of HR that Jonas suggested; its contact is Hanna. */
let topicId: string;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(queue.store, readStrategy(LIMITED));
  [jonas, hanna] = [await queue.join('jonas'), await queue.join('hanna')];
  [mara, timo] = [await queue.join('mara'), await queue.join('timo')];
  topicId = await suggest();
});

async function suggest(): Promise<string> {
  const clip = sampleClip();
  await jonas.push(saveClip(clip));
  return clip.id;
}

const refusals = ({ refused }: { refused: { refusal: unknown }[] }) => refused.map(({ refusal }) => refusal);
const rowsOf = async <R>(device: TestDevice, kind: string): Promise<R[]> =>
  (await device.pull()).changes
    .filter((change) => change.kind === kind && change.row !== null)
    .map(({ row }) => row as R);
const questions = (device: TestDevice) => rowsOf<Question>(device, 'question');
const topic = async (id = topicId) => (await rowsOf<Topic>(mara, 'topic')).find((row) => row.id === id);
const at = async (moment: number) => {
  queue.time.now = moment;
  await runTopicClocks(queue.store, moment);
  await keepQuestions(queue.store, moment);
};

describe('who may be asked', () => {
  test('[QU1] only the desk asks, and nobody else learns whether a topic exists', async () => {
    expect(refusals(await jonas.push(ask(sampleQuestion(topicId)), ask(sampleQuestion(crypto.randomUUID()))))).toEqual([
      { kind: 'not_allowed', path: '' },
      { kind: 'not_allowed', path: '' },
    ]);
  });

  test('[QU1] the submitter and the contact may be asked at once, an expert only after the contact', async () => {
    const expert = () => ask(sampleQuestion(topicId, { toId: 'lena' }));
    expect(refusals(await mara.push(expert()))).toEqual([{ kind: 'contact_first', path: 'question.toId' }]);
    expect((await mara.push(ask(sampleQuestion(topicId, { toId: 'jonas' })), expert())).refused).toHaveLength(2);
    const contact = sampleQuestion(topicId);
    expect((await timo.push(ask(contact), expert())).refused).toEqual([]);
    expect((await questions(mara)).map(({ to, askedAs }) => [to.id, askedAs]).sort()).toEqual([
      ['hanna', 'contact'],
      ['jonas', 'submitter'],
      ['lena', 'expert'],
    ]);
  });

  test('[QU1] a contact who knows nothing of the question yet has not been asked', async () => {
    await applyStrategy(queue.store, readStrategy(WITH_WINDOW));
    await mara.push(ask(sampleQuestion(topicId)));
    const expert = () => ask(sampleQuestion(topicId, { toId: 'lena' }));
    expect(refusals(await timo.push(expert()))).toEqual([{ kind: 'contact_first', path: 'question.toId' }]);
    await at(TUESDAY);
    expect((await mara.push(expert())).refused.at(-1)).toBeUndefined();
  });

  test.each([
    [{ toId: 'nobody' }, { kind: 'unknown_person', path: 'question.toId' }],
    [{ toId: 'mara' }, { kind: 'unknown_person', path: 'question.toId' }],
    [
      { form: 'choice' as const, options: ['Ja'] },
      { kind: 'invalid', path: 'question.options' },
    ],
    [
      { form: 'choice' as const, options: ['Ja', 'Ja'] },
      { kind: 'invalid', path: 'question.options' },
    ],
    [{ options: ['Ja', 'Nein'] }, { kind: 'invalid', path: 'question.options' }],
  ])('[QU1] %j is refused and leaves no trace', async (changes, refusal) => {
    expect(refusals(await mara.push(ask(sampleQuestion(topicId, changes))))).toEqual([refusal]);
    expect(await topic()).toMatchObject({ state: 'new', decisions: [] });
    expect(await questions(mara)).toEqual([]);
  });

  test('[QU1] nobody is asked about a topic that was decided', async () => {
    await mara.push(decide(sampleDecision(topicId)));
    expect(refusals(await mara.push(ask(sampleQuestion(topicId))))).toEqual([
      { kind: 'forbidden_transition', path: 'question.topicId' },
    ]);
  });
});

describe('how often', () => {
  test('[QU2] a person has one open question about a topic, others have theirs', async () => {
    await mara.push(ask(sampleQuestion(topicId)));
    expect(refusals(await timo.push(ask(sampleQuestion(topicId))))).toEqual([
      { kind: 'question_open', path: 'question.toId' },
    ]);
    expect((await timo.push(ask(sampleQuestion(topicId, { toId: 'jonas' })))).refused).toHaveLength(1);
  });

  test('[QU2] a person is asked as often in a month as agreed, by the calendar of the desk', async () => {
    const ids = [topicId, await suggest(), await suggest()];
    // 30 November, 23:30 in Berlin.
    queue.time.now = Date.UTC(2026, 10, 30, 22, 30);
    const [first, second, third] = ids.map((id) => sampleQuestion(id, { toId: 'hanna' }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('no question');
    expect(refusals(await mara.push(ask(first), ask(second), ask(third)))).toEqual([
      { kind: 'questions_used_up', path: 'question.toId' },
    ]);
    queue.time.now += HOUR;
    expect(refusals(await timo.push(ask({ ...third, id: crypto.randomUUID() })))).toEqual([]);
  });

  test('[QU2] what was withdrawn before it reached anybody does not count', async () => {
    await applyStrategy(queue.store, readStrategy(WITH_WINDOW));
    for (let times = 0; times < 3; times += 1) {
      const question = sampleQuestion(topicId);
      expect((await mara.push(ask(question), takeBack(question.id))).refused).toEqual([]);
    }
    expect(await questions(hanna)).toEqual([]);
  });
});

describe('delivery', () => {
  test('[QU3][VI1] the person asked hears of a question when the window opens and not before', async () => {
    await applyStrategy(queue.store, readStrategy(WITH_WINDOW));
    const { cursor } = await hanna.pull();
    const [first, second] = [sampleQuestion(topicId), sampleQuestion(await suggest())];
    await mara.push(ask(first), ask(second));
    await at(TUESDAY - 1);
    const before = await hanna.pull(cursor);
    expect(before.changes.filter(({ kind }) => kind === 'question')).toEqual([]);
    expect((await hanna.pull()).changes.filter(({ kind }) => kind === 'question')).toEqual([]);
    expect(JSON.stringify(before)).not.toContain(first.id);
    expect(refusals(await hanna.push(answer(first.id, 'Ja.')))).toEqual([{ kind: 'not_found', path: 'questionId' }]);
    await at(TUESDAY);
    const after = await hanna.pull(before.cursor);
    expect(
      after.changes
        .filter(({ kind }) => kind === 'question')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first.id, second.id].sort());
    expect(await questions(hanna)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
  });

  test('[QU3] the desk sees at once when a question will arrive and by when an answer is due', async () => {
    await applyStrategy(queue.store, readStrategy(WITH_WINDOW));
    await mara.push(ask(sampleQuestion(topicId)));
    expect(await questions(timo)).toMatchObject([
      // Three working days of eight hours after Tuesday, 10:00.
      { state: 'waiting', deliverAt: TUESDAY, deliveredAt: null, dueAt: Date.UTC(2026, 10, 27, 9) },
    ]);
  });

  test('[QU3] inside the window a question arrives at once', async () => {
    await applyStrategy(queue.store, readStrategy(WITH_WINDOW));
    queue.time.now = TUESDAY + HOUR / 2;
    await mara.push(ask(sampleQuestion(topicId)));
    expect(await questions(hanna)).toMatchObject([{ state: 'delivered', deliverAt: queue.time.now }]);
  });
});

describe('the topic', () => {
  test('[QU4] waits in query from the question to the last answer, and both rows say why', async () => {
    const [first, second] = [sampleQuestion(topicId), sampleQuestion(topicId, { toId: 'jonas' })];
    const asking = mara.mutation(ask(first));
    await mara.post(mara.pushRequest([asking]));
    expect(await topic()).toMatchObject({
      state: 'query',
      decisions: [{ id: asking.id, from: 'new', to: 'query', actor: { id: 'mara' }, cause: null }],
    });
    await mara.push(ask(second));
    await hanna.push(answer(first.id, 'Ja, gern.'));
    expect(await topic()).toMatchObject({ state: 'query', decisions: [{ to: 'query' }] });
    await jonas.push(answer(second.id, 'Ja.'));
    expect(await topic()).toMatchObject({
      state: 'new',
      decisions: [{ to: 'query' }, { from: 'query', to: 'new', actor: null, cause: 'answered' }],
    });
    expect(await questions(mara)).toMatchObject([
      { answer: 'Ja, gern.', answeredAt: queue.time.now, state: 'answered' },
      { answer: 'Ja.' },
    ]);
  });

  test('[QU4] comes back when nobody answered in time', async () => {
    await mara.push(ask(sampleQuestion(topicId)));
    const [question] = await questions(mara);
    await at((question?.dueAt ?? 0) - 1);
    expect(await topic()).toMatchObject({ state: 'query' });
    await at(question?.dueAt ?? 0);
    expect(await topic()).toMatchObject({ state: 'new', decisions: [{}, { cause: 'expired' }] });
    expect(await questions(hanna)).toMatchObject([{ state: 'expired' }]);
    await at((question?.dueAt ?? 0) + HOUR);
    expect((await topic())?.decisions).toHaveLength(2);
  });

  test('[QU4] comes back when the last open question was withdrawn, by anybody at the desk', async () => {
    const question = sampleQuestion(topicId);
    await mara.push(ask(question));
    expect(refusals(await jonas.push(takeBack(question.id)))).toEqual([{ kind: 'not_allowed', path: '' }]);
    await timo.push(takeBack(question.id));
    expect(await topic()).toMatchObject({ state: 'new', decisions: [{}, { cause: 'withdrawn' }] });
    expect((await timo.push(takeBack(question.id))).refused).toEqual([]);
    expect((await topic())?.decisions).toHaveLength(2);
  });

  const declineIt = async () => {
    const declined = sampleDecision(topicId, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' });
    declined.after = (await topic())?.decisions.at(-1)?.id ?? null;
    await timo.push(decide(declined));
    return { back: decide(sampleDecision(topicId, { to: 'query', after: declined.id, undoes: declined.id })) };
  };

  test('[QU4] decided meanwhile it lets go of its questions, and taking that back asks again', async () => {
    const question = sampleQuestion(topicId);
    await mara.push(ask(question));
    const { back } = await declineIt();
    await at(queue.time.now + QUIET_MS);
    expect(await questions(hanna)).toMatchObject([{ state: 'withdrawn' }]);
    expect(refusals(await hanna.push(answer(question.id, 'Ja.')))).toEqual([
      { kind: 'question_closed', path: 'questionId' },
    ]);
    await timo.push(back);
    expect(await questions(hanna)).toMatchObject([{ state: 'delivered' }]);
    expect((await topic())?.state).toBe('query');
  });

  test('[QU4][DK3] a decline that is taken back at once was never heard of by whoever was asked', async () => {
    await mara.push(ask(sampleQuestion(topicId)));
    const { cursor } = await hanna.pull();
    const { back } = await declineIt();
    await at(queue.time.now + QUIET_MS - 1);
    await timo.push(back);
    await at(queue.time.now + QUIET_MS);
    expect((await hanna.pull(cursor)).changes.filter(({ kind }) => kind === 'question')).toEqual([]);
    expect(await questions(hanna)).toMatchObject([{ state: 'delivered' }]);
    expect((await topic())?.state).toBe('query');
  });

  test('[QU4] reopened while the decline was quiet it keeps no question that nobody waits for', async () => {
    await mara.push(ask(sampleQuestion(topicId)));
    await declineIt();
    const after = (await topic())?.decisions.at(-1)?.id ?? null;
    await timo.push(decide(sampleDecision(topicId, { to: 'new', after })));
    expect(await questions(hanna)).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('[QU4] withdrawn by its last submitter it lets go of its questions too', async () => {
    await mara.push(ask(sampleQuestion(topicId)));
    await jonas.push({ name: 'withdrawClip', clipId: topicId });
    expect(await questions(hanna)).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('[QU4] is put into query by a question alone', async () => {
    expect(refusals(await mara.push(decide(sampleDecision(topicId, { to: 'query' }))))).toEqual([
      { kind: 'forbidden_transition', path: 'decision.to' },
    ]);
  });

  test('[QU4] never stays in query while nobody is asked', async () => {
    await mara.push(ask(sampleQuestion(topicId)));
    const { back } = await declineIt();
    await at((await questions(mara))[0]?.dueAt ?? 0);
    await timo.push(back);
    await at(queue.time.now);
    expect(await topic()).toMatchObject({ state: 'new', decisions: [{}, {}, {}, { cause: 'withdrawn' }] });
  });
});

describe('the answer', () => {
  test('[QU5] is taken from the person asked, and from nobody else', async () => {
    const question = sampleQuestion(topicId);
    await mara.push(ask(question));
    expect(refusals(await jonas.push(answer(question.id, 'Ja.')))).toEqual([{ kind: 'not_found', path: 'questionId' }]);
    expect(refusals(await timo.push(answer(question.id, 'Ja.')))).toEqual([
      { kind: 'not_allowed', path: 'questionId' },
    ]);
    expect((await topic())?.state).toBe('query');
  });

  test.each([
    ['choice', ['Ja', 'Nein'], 'Nein', 'Vielleicht'],
    ['confirm', [], 'yes', 'Ja'],
    ['text', [], 'Was auch immer.', ' '],
  ] as const)('[QU5] has the form that was asked for: %s', async (form, options, right, wrong) => {
    const question = sampleQuestion(topicId, { form, options: [...options] });
    await mara.push(ask(question));
    expect(refusals(await hanna.push(answer(question.id, wrong)))).toMatchObject([{ kind: 'invalid' }]);
    expect((await hanna.push(answer(question.id, right))).refused).toHaveLength(1);
    expect(await questions(mara)).toMatchObject([{ answer: right }]);
  });

  test('[QU5][PU3] is taken once: sent again it changes nothing, another one is refused', async () => {
    const question = sampleQuestion(topicId);
    await mara.push(ask(question), ask(question));
    expect(await questions(mara)).toHaveLength(1);
    expect((await hanna.push(answer(question.id, 'Ja.'), answer(question.id, 'Ja.'))).refused).toEqual([]);
    expect(refusals(await hanna.push(answer(question.id, 'Nein.')))).toEqual([
      { kind: 'question_closed', path: 'questionId' },
    ]);
    expect((await topic())?.decisions).toHaveLength(2);
  });

  test('[QU5] a question of the same id is not taken from somebody else', async () => {
    const question = sampleQuestion(topicId);
    await mara.push(ask(question));
    expect(refusals(await timo.push(ask(question)))).toEqual([{ kind: 'id_taken', path: 'question.id' }]);
  });
});

test('[QU7][VI1] who was asked what, and how often, is for the desk and the person alone', async () => {
  const [ofHanna, ofJonas] = [
    sampleQuestion(topicId),
    sampleQuestion(topicId, { toId: 'jonas', text: 'Wer war dabei?' }),
  ];
  await mara.push(ask(ofHanna), ask(ofJonas));
  await hanna.push(answer(ofHanna.id, 'Nur intern.'));
  // Piet is a contact, Lena a colleague of the same department.
  for (const person of ['lena', 'piet']) {
    const everything = JSON.stringify(await (await queue.join(person)).pull());
    for (const secret of [ofHanna.id, ofJonas.id, ofHanna.text, ofJonas.text, 'Nur intern.', '"question"'])
      expect(everything).not.toContain(secret);
  }
  expect((await questions(hanna)).map(({ id }) => id)).toEqual([ofHanna.id]);
  expect((await questions(jonas)).map(({ id }) => id)).toEqual([ofJonas.id]);
  expect(await questions(timo)).toHaveLength(2);
});

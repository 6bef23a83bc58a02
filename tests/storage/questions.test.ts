import { expect, test } from 'vitest';
import type { Change } from '../../protocol/pull.ts';
import type { Question } from '../../protocol/question.ts';
import type { Topic } from '../../protocol/topic.ts';
import { answerQuestion, openQuestionCount, questionsToMe, topicsThatAskMe } from '../../storage/answer-question.ts';
import { askQuestion, withdrawQuestion } from '../../storage/ask-question.ts';
import { answersBefore, askingAbout, questionsAbout } from '../../storage/asking.ts';
import { acknowledge, nextBatch } from '../../storage/batch.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { syncStatus } from '../../storage/status.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { DAY, department, editor, NOW, question, submitter, topic } from '../desk/samples.ts';
import { newDatabase, page } from './device.ts';

const COLLEAGUES = [
  { id: 'kim', name: 'Kim Otte', roles: ['contact' as const], departmentId: 'hr' },
  { id: 'uwe', name: 'Uwe Lang', roles: ['contact' as const], departmentId: 'it' },
];
const HR = department({ contactId: 'kim', questionHours: [{ weekday: 2, from: 600, to: 660 }] });

async function pull(db: AccountDatabase, rows: { topics?: Topic[]; questions?: Question[] }, seq = 1): Promise<void> {
  const { topics = [], questions = [] } = rows;
  const changes: Change[] = [
    { kind: 'department', id: HR.id, row: HR },
    ...COLLEAGUES.map((row): Change => ({ kind: 'colleague', id: row.id, row })),
    ...topics.map((row): Change => ({ kind: 'topic', id: row.id, row })),
    ...questions.map((row): Change => ({ kind: 'question', id: row.id, row })),
  ];
  await receivePage(db, await readMeta(db, 'cursor'), page(changes, { seq }), NOW);
}

const wish = (topicId: string, toId = 'kim') => ({
  topicId,
  toId,
  form: 'text' as const,
  text: 'Wer war dabei?',
  options: [],
});

test('[QU4][ST2] a question asked offline is seen at once, with its topic in query', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pull(db, { topics: [open] });
  const made = await askQuestion(db, wish(open.id), NOW);
  expect(await topicDetail(db, open.id)).toMatchObject({ topic: { state: 'query' }, waiting: true });
  expect(await questionsAbout(db, open.id)).toMatchObject({
    questions: [{ id: made.id, state: 'waiting', to: { name: 'Kim Otte' }, deliverAt: NOW + 4 * DAY }],
    waiting: true,
  });
  expect((await syncStatus(db)).waiting).toMatchObject([{ action: 'askQuestion', title: open.title }]);
  await expect(askQuestion(db, wish(open.id), NOW)).rejects.toMatchObject({ kind: 'question_open' });
  await withdrawQuestion(db, made.id, NOW);
  expect((await topicDetail(db, open.id))?.topic.state).toBe('new');
  await expect(withdrawQuestion(db, made.id, NOW)).rejects.toMatchObject({ kind: 'question_closed' });
});

test('[QU1] the chooser says whom and in which order, how often, and when it arrives', async () => {
  const db = newDatabase(editor);
  const open = topic();
  const earlier = question({
    to: { id: 'kim', name: 'Kim Otte' },
    askedAt: NOW - DAY,
    state: 'answered',
    answer: 'Ja.',
  });
  await pull(db, { topics: [open], questions: [earlier] });
  expect(await askingAbout(db, open.id, NOW)).toMatchObject({
    people: [
      { person: { id: 'kim' }, askedAs: 'contact', asked: 1, refusal: null, deliverAt: NOW + 4 * DAY },
      { person: { id: 'uwe' }, askedAs: 'expert', asked: 0, refusal: 'contact_first' },
    ],
    questionsPerMonth: 4,
  });
});

test('[QU8] answers given before are found among the questions held here', async () => {
  const db = newDatabase(editor);
  const open = topic();
  const earlier = question({ state: 'answered', answer: 'Ja, mit Namen.', answeredAt: NOW });
  await pull(db, { topics: [open], questions: [earlier, question()] });
  const found = await answersBefore(db, { topicId: open.id, toId: 'kim', text: 'Darf ich das Bild verwenden?' });
  expect(found.map(({ id }) => id)).toEqual([earlier.id]);
  expect(await answersBefore(db, { topicId: open.id, toId: 'kim', text: 'Speiseplan?' })).toEqual([]);
});

test('[QU5][ST2] an answer offline is kept at once and closes the question here', async () => {
  const db = newDatabase(submitter);
  const [urgent, later] = [question({ dueAt: NOW + DAY }), question({ dueAt: NOW + 2 * DAY })];
  await pull(db, { questions: [later, urgent] });
  expect(await openQuestionCount(db)).toBe(2);
  expect((await questionsToMe(db, NOW)).open.map((one) => one.question.id)).toEqual([urgent.id, later.id]);
  expect((await topicsThatAskMe(db)).sort()).toEqual([urgent.topicId, later.topicId].sort());
  await answerQuestion(db, urgent.id, 'Ja, gern.', NOW + 5);
  expect(await topicsThatAskMe(db)).toEqual([later.topicId]);
  expect(await questionsToMe(db, NOW)).toMatchObject({
    open: [{ question: { id: later.id } }],
    earlier: [
      { question: { state: 'answered', answer: 'Ja, gern.', answeredAt: NOW + 5 }, delivery: { kind: 'waiting' } },
    ],
    month: { asked: 2, most: 4 },
  });
  await expect(answerQuestion(db, urgent.id, 'Nein.', NOW)).rejects.toMatchObject({ kind: 'question_closed' });
  await expect(answerQuestion(db, later.id, '  ', NOW)).rejects.toMatchObject({ kind: 'invalid' });
});

test('[QU5][OB2] an answer that the queue did not take stays, and says why, until it is said anew or given up', async () => {
  const db = newDatabase(submitter);
  const row = question();
  await pull(db, { questions: [row] });
  await answerQuestion(db, row.id, 'Ja.', NOW);
  const batch = await nextBatch(db, 500, NOW);
  if (batch === null) throw new Error('nothing waits');
  const [sent] = batch.mutations;
  const refusal = { kind: 'question_closed' as const, path: 'questionId' };
  const refused = [{ id: sent?.id ?? '', number: sent?.number ?? 0, refusal }];
  await acknowledge(db, batch, { lastNumber: 1, seq: 2, refused }, NOW);
  await pull(db, { questions: [{ ...row, state: 'withdrawn' }] }, 2);
  expect(await questionsToMe(db, NOW)).toMatchObject({
    open: [],
    earlier: [{ question: { state: 'withdrawn' }, delivery: { kind: 'parked', refusal, answer: 'Ja.' } }],
  });
});

test('[QU3] at the desk a question to oneself counts only once its window opened', async () => {
  const db = newDatabase(editor);
  const me = { id: editor.id, name: editor.name };
  await pull(db, { questions: [question({ to: me, state: 'waiting', deliveredAt: null }), question({ to: me })] });
  expect(await openQuestionCount(db)).toBe(1);
  expect((await questionsToMe(db, NOW)).open).toHaveLength(1);
});

test('[QU5] a question to somebody else is not answered here', async () => {
  const db = newDatabase(editor);
  const row = question();
  await pull(db, { questions: [row] });
  await expect(answerQuestion(db, row.id, 'Ja.', NOW)).rejects.toMatchObject({ kind: 'not_allowed' });
});

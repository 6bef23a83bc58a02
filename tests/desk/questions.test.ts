import { expect, test } from 'vitest';
import { type AskContext, answerFits, askedInMonth, checkQuestion, deliveryOf } from '../../desk/questions.ts';
import { topicWithWaiting } from '../../desk/waiting.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { Action, Mutation } from '../../protocol/mutation.ts';
import type { QuestionInput } from '../../protocol/question.ts';
import { DAY, decision, department, editor, known, NOW, question, submitter, topic, uuid } from './samples.ts';

const RULES = { ...DEFAULT_DESK_RULES, questionsPerMonth: 2 };
const asked = (over: Partial<QuestionInput> = {}): QuestionInput => ({
  id: uuid(),
  topicId: uuid(),
  toId: 'kim',
  form: 'text',
  text: 'Wer weiß mehr?',
  options: [],
  ...over,
});
const context = (over: Partial<AskContext> = {}): AskContext => ({
  topic: topic(),
  department: department({ contactId: 'kim', deputyId: 'dana', clearerId: 'cleo' }),
  submitterIds: new Set([submitter.id]),
  asked: [],
  rules: RULES,
  now: NOW,
  ...over,
});
const refusal = (toId: string, over: Partial<AskContext> = {}) =>
  checkQuestion(asked({ toId }), editor, context(over))?.kind ?? null;

test('[QU1] contact, deputy, clearer and submitter may be asked first, anybody else after the contact', () => {
  expect(['kim', 'dana', 'cleo', submitter.id].map((id) => refusal(id))).toEqual([null, null, null, null]);
  expect(refusal('expert')).toBe('contact_first');
  const open = topic();
  const contact = question({ topicId: open.id, to: { id: 'dana', name: 'Dana' }, askedAs: 'contact' });
  expect(refusal('expert', { topic: open, asked: [contact] })).toBeNull();
  expect(refusal('expert', { asked: [contact] })).toBe('contact_first');
  const waiting = { ...contact, state: 'waiting' as const, deliveredAt: null };
  expect(refusal('expert', { topic: open, asked: [waiting] })).toBe('contact_first');
});

test('[QU1] where a department has no contact, or is not known, experts may be asked', () => {
  expect(refusal('expert', { department: department() })).toBeNull();
  expect(refusal('expert', { department: null })).toBeNull();
});

test('[QU2] the month is that of the desk’s calendar', () => {
  const kim = { id: 'kim', name: 'Kim' };
  const lastMinute = Date.UTC(2026, 10, 30, 22, 59);
  const before = [question({ to: kim, askedAt: lastMinute }), question({ to: kim, askedAt: NOW })];
  expect(askedInMonth('kim', before, RULES, lastMinute)).toBe(2);
  expect(askedInMonth('kim', before, RULES, lastMinute + 60_000)).toBe(0);
  expect(askedInMonth('kim', before, { timeZone: 'America/New_York' }, lastMinute + 60_000)).toBe(2);
  expect(refusal('kim', { asked: before, now: lastMinute })).toBe('questions_used_up');
  const unheard = question({ to: kim, state: 'withdrawn', deliveredAt: null });
  expect(askedInMonth('kim', [unheard], RULES, NOW)).toBe(0);
});

test('[QU3] a question arrives when the window opens next, and is due by working time from then on', () => {
  const hours = [{ weekday: 2, from: 600, to: 660 }];
  // Friday; the window opens on Tuesday at 10:00 in Berlin, and 24 working hours later it is Friday, 10:00.
  expect(deliveryOf(hours, RULES, NOW)).toEqual({ deliverAt: NOW + 4 * DAY, dueAt: NOW + 7 * DAY });
  expect(deliveryOf(hours, RULES, NOW + 4 * DAY + 1).deliverAt).toBe(NOW + 4 * DAY + 1);
  expect(deliveryOf([], RULES, NOW).deliverAt).toBe(NOW);
  expect(deliveryOf([{ weekday: 2, from: 600, to: 600 }], RULES, NOW).deliverAt).toBe(NOW);
});

test('[QU5] an answer has the form that was asked for', () => {
  expect(answerFits({ form: 'choice', options: ['a', 'b'] }, 'b')).toBe(true);
  expect(answerFits({ form: 'choice', options: ['a', 'b'] }, 'c')).toBe(false);
  expect(answerFits({ form: 'confirm', options: [] }, 'no')).toBe(true);
  expect(answerFits({ form: 'confirm', options: [] }, 'vielleicht')).toBe(false);
});

let number = 0;
const waiting = (action: Action): Mutation => ({ id: uuid(), number: ++number, protocol: 1, madeAt: NOW, action });
const ask = (topicId: string, toId = 'kim') => waiting({ name: 'askQuestion', question: asked({ topicId, toId }) });
const takeBack = (questionId: string) => waiting({ name: 'withdrawQuestion', questionId });

test('[QU4][ST2] while entries wait, asking shows query and the end of the last question new', () => {
  const open = topic();
  const [first, second] = [ask(open.id), ask(open.id, 'dana')];
  const see = (entries: Mutation[]) => topicWithWaiting(open.id, open, entries, editor, known(null));
  expect(see([first])).toMatchObject({ state: 'query', decisions: [{ id: first.id, actor: { id: editor.id } }] });
  expect(see([first, second])?.decisions).toHaveLength(1);
  const ids = [first, second].map(({ action }) => (action.name === 'askQuestion' ? action.question.id : ''));
  const [oneLess, last] = [takeBack(ids[0] ?? ''), takeBack(ids[1] ?? '')];
  expect(see([first, second, oneLess])?.state).toBe('query');
  expect(see([first, second, oneLess, last])).toMatchObject({
    state: 'new',
    decisions: [{ to: 'query' }, { id: last.id, cause: 'withdrawn' }],
  });
});

test('[QU4][ST2] a decision lets go of what is asked, so that a later withdrawal moves nothing', () => {
  const open = topic();
  const asking = ask(open.id);
  const decided = waiting({
    name: 'decide',
    decision: { ...decision(open, { to: 'accepted' }), after: asking.id },
  });
  const id = asking.action.name === 'askQuestion' ? asking.action.question.id : '';
  const seen = topicWithWaiting(open.id, open, [asking, decided, takeBack(id)], editor, known(null));
  expect(seen?.state).toBe('accepted');
});

test('[QU4][ST2] who is not at the desk moves no topic by an answer: what else is asked they do not know', () => {
  const open = { ...topic(), state: 'query' as const };
  const row = question({ topicId: open.id });
  const entry = waiting({ name: 'answerQuestion', questionId: row.id, answer: 'Ja.' });
  expect(topicWithWaiting(open.id, open, [entry], submitter, known(null, { questionsAbout: () => [row] }))).toBe(open);
});

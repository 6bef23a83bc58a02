/**
 * Who may be asked what and when (S13), and what questions do to their topic. The queue runs these
 * functions with authority, an extension the same ones for what it shows meanwhile.
 */
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Person, PersonRef } from '../protocol/person.ts';
import { type AskedAs, CONFIRM_ANSWERS, type Question, type QuestionInput } from '../protocol/question.ts';
import type { Refusal, RefusalKind } from '../protocol/refusal.ts';
import type { Department } from '../protocol/strategy.ts';
import type { Decision, ReturnCause, Topic } from '../protocol/topic.ts';
import { applyDecision, returnToInbox } from './decisions.ts';
import { mayDecide } from './roles.ts';
import { isEditable } from './states.ts';
import { dayIn, momentAfterWorking, nextOpening, writtenDay } from './working-time.ts';

/** What of an earlier question the rules look at. */
export type Asked = Pick<Question, 'id' | 'topicId' | 'to' | 'askedAs' | 'askedAt' | 'deliveredAt' | 'state'>;

export type AskContext = {
  topic: Topic;
  /** The topic's department; null where it is not known. */
  department: Department | null;
  /** Who suggested the topic. */
  submitterIds: ReadonlySet<string>;
  /** At least all questions about this topic and all of this month to this person; others do no harm. */
  asked: readonly Asked[];
  rules: DeskRules;
  now: number;
};

/** Still wanted: not answered, expired or withdrawn. */
export const isOpenQuestion = ({ state }: Pick<Question, 'state'>): boolean =>
  state === 'waiting' || state === 'delivered';

/** Whether somebody may be asked about a topic that stands so: while it is in the inbox. */
export const mayBeAskedAbout = ({ state }: Pick<Topic, 'state'>): boolean => isEditable(state);

/** As whom somebody is asked about a topic. */
export function askedAsOf(
  personId: string,
  { department, submitterIds }: Pick<AskContext, 'department' | 'submitterIds'>,
): AskedAs {
  if (submitterIds.has(personId)) return 'submitter';
  if (personId === department?.contactId || personId === department?.deputyId) return 'contact';
  return personId === department?.clearerId ? 'clearer' : 'expert';
}

const refuse = (kind: RefusalKind, path = ''): Refusal => ({ kind, path });

/** Why this may not be asked now, or null when it may. Paths are those of the question. */
export function checkQuestion(input: QuestionInput, asker: Person, context: AskContext): Refusal | null {
  if (!mayDecide(asker.roles)) return refuse('not_allowed');
  const { topic, asked } = context;
  if (!mayBeAskedAbout(topic)) return refuse('forbidden_transition', 'topicId');
  if (!optionsFit(input)) return refuse('invalid', 'options');
  return (
    checkAsked(input.toId, asker.id, topic.id, asked) ??
    checkOrder(input.toId, context) ??
    checkMonth(input.toId, context)
  );
}

const optionsFit = ({ form, options }: QuestionInput): boolean =>
  form === 'choice' ? options.length >= 2 && new Set(options).size === options.length : options.length === 0;

function checkAsked(toId: string, askerId: string, topicId: string, asked: readonly Asked[]): Refusal | null {
  // Who asks oneself wants a note.
  if (toId === askerId) return refuse('unknown_person', 'toId');
  const open = asked.some((one) => one.topicId === topicId && one.to.id === toId && isOpenQuestion(one));
  return open ? refuse('question_open', 'toId') : null;
}

/** [QU1] An expert is asked only after a question about this topic was put to the department's contact, if it has one. */
function checkOrder(toId: string, context: AskContext): Refusal | null {
  const { topic, department, asked } = context;
  if (askedAsOf(toId, context) !== 'expert') return null;
  const hasContact = department !== null && (department.contactId ?? department.deputyId) !== null;
  const contactKnows = asked.some(
    (one) => one.topicId === topic.id && one.askedAs === 'contact' && one.deliveredAt !== null,
  );
  return hasContact && !contactKnows ? refuse('contact_first', 'toId') : null;
}

function checkMonth(toId: string, { asked, rules, now }: AskContext): Refusal | null {
  return askedInMonth(toId, asked, rules, now) < rules.questionsPerMonth ? null : refuse('questions_used_up', 'toId');
}

/**
 * [QU2] How often a person was asked in the calendar month of `now`, by the desk's own calendar. What was
 * withdrawn before it reached them did not disturb them.
 */
export const askedInMonth = (
  personId: string,
  asked: readonly Asked[],
  { timeZone }: Pick<DeskRules, 'timeZone'>,
  now: number,
): number => {
  const month = monthIn(timeZone, now);
  return asked.filter(
    ({ to, askedAt, state, deliveredAt }) =>
      to.id === personId && monthIn(timeZone, askedAt) === month && !(state === 'withdrawn' && deliveredAt === null),
  ).length;
};

/** 2026-11 */
const monthIn = (timeZone: string, at: number): string => writtenDay(dayIn(timeZone, at)).slice(0, 7);

/** When a question asked now reaches a person of this department [QU3], and by when it wants an answer. */
export function deliveryOf(
  hours: Department['questionHours'],
  rules: DeskRules,
  now: number,
): { deliverAt: number; dueAt: number } {
  const { timeZone, holidays, answerMinutes } = rules;
  const opens = hours.length === 0 ? now : nextOpening({ timeZone, holidays, hours }, now);
  // Hours that never open would keep a question for ever.
  const deliverAt = opens ?? now;
  return {
    deliverAt,
    dueAt: momentAfterWorking(rules, deliverAt, answerMinutes) ?? deliverAt + answerMinutes * 60_000,
  };
}

/**
 * A checked question as the row that is kept.
 * @param hours of the asked person's department, else of the topic's.
 */
export function recordQuestion(
  input: QuestionInput,
  asker: PersonRef,
  to: PersonRef,
  context: AskContext,
  hours: Department['questionHours'],
): Question {
  const { topic, rules, now } = context;
  const { deliverAt, dueAt } = deliveryOf(hours, rules, now);
  const isNow = deliverAt <= now;
  return {
    ...input,
    topicTitle: topic.title,
    to: { id: to.id, name: to.name },
    insteadOf: null,
    askedAs: askedAsOf(input.toId, context),
    askedBy: { id: asker.id, name: asker.name },
    askedAt: now,
    deliverAt,
    deliveredAt: isNow ? now : null,
    dueAt,
    state: isNow ? 'delivered' : 'waiting',
    answer: null,
    answeredAt: null,
  };
}

/** [QU4] Asking takes a topic out of the inbox, with a row in the name of who asks. */
export function askAbout(topic: Topic, id: string, asker: PersonRef, at: number): Topic {
  if (topic.state === 'query') return topic;
  const decision: Decision = {
    ...returnToInbox(topic, id, at),
    to: 'query',
    actor: { id: asker.id, name: asker.name },
  };
  return applyDecision(topic, decision);
}

/** [QU4] The end of the last open question brings it back, with a row that says why. */
export const comeBack = (topic: Topic, id: string, at: number, cause: ReturnCause): Topic =>
  topic.state === 'query' ? applyDecision(topic, returnToInbox(topic, id, at, cause)) : topic;

/** [QU5] Why this person may not answer so, or null when they may. */
export function checkAnswer(question: Question, answer: string, person: Pick<Person, 'id' | 'roles'>): Refusal | null {
  // Who is not at the desk learns nothing of other people's questions, nor of one that has not reached them.
  if (question.to.id !== person.id) return refuse(mayDecide(person.roles) ? 'not_allowed' : 'not_found', 'questionId');
  if (question.state === 'waiting') return refuse('not_found', 'questionId');
  if (!isOpenQuestion(question)) return refuse('question_closed', 'questionId');
  return answerFits(question, answer) ? null : refuse('invalid', 'answer');
}

/** Whether an answer has the form that was asked for. */
export function answerFits({ form, options }: Pick<Question, 'form' | 'options'>, answer: string): boolean {
  if (form === 'choice') return options.includes(answer);
  return form === 'text' || CONFIRM_ANSWERS.some((each) => each === answer);
}

/** Why this person may not take a question back, or null when they may: anybody at the desk may. */
export function checkWithdrawal(question: Pick<Question, 'state'>, person: Pick<Person, 'roles'>): Refusal | null {
  if (!mayDecide(person.roles)) return refuse('not_allowed');
  return isOpenQuestion(question) ? null : refuse('question_closed', 'questionId');
}

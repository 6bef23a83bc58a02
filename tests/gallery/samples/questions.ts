import type { QuestionToMe } from '../../../desk/question-views.ts';
import type { Question } from '../../../protocol/question.ts';
import { HARBOUR, uuid, WORKSHOP } from './clips.ts';
import { DAY, HOUR, NOW, PEOPLE } from './company.ts';

const question = (n: number, over: Partial<Question>): Question => ({
  id: uuid(n),
  topicId: WORKSHOP.id,
  topicTitle: WORKSHOP.title,
  toId: PEOPLE.mira.id,
  to: PEOPLE.mira,
  insteadOf: null,
  askedAs: 'contact',
  askedBy: PEOPLE.jonas,
  form: 'text',
  text: 'Wie viele Auszubildende beginnen im Januar, und dürfen wir zwei von ihnen fragen?',
  options: [],
  askedAt: NOW - 20 * HOUR,
  deliverAt: NOW - HOUR,
  deliveredAt: NOW - HOUR,
  dueAt: NOW + 3 * DAY,
  state: 'delivered',
  answer: null,
  answeredAt: null,
  ...over,
});

export const TEXT_QUESTION = question(501, {});
export const CHOICE_QUESTION = question(502, {
  topicId: HARBOUR.id,
  topicTitle: HARBOUR.title,
  form: 'choice',
  text: 'Welches Bild darf nach außen?',
  options: ['Das mit dem Kran', 'Nur das vom Kai', 'Keines ohne Rückfrage bei den abgebildeten Personen'],
  dueAt: NOW + DAY,
});
export const CONFIRM_QUESTION = question(503, { form: 'confirm', text: 'Darf das Bild verwendet werden?' });
export const ANSWERED = question(504, {
  ...{ form: 'confirm', text: 'Darf das nach außen?', state: 'answered', answer: 'yes', answeredAt: NOW - 9 * DAY },
});
export const ANSWERED_TEXT = question(505, {
  topicId: HARBOUR.id,
  topicTitle: HARBOUR.title,
  text: 'Wer hat die Bilder vom Kai gemacht, und dürfen sie verwendet werden?',
  state: 'answered',
  answer: 'Die sind von Henrik, er freut sich. Bitte mit Namen.',
  answeredAt: NOW - 3 * DAY,
});
export const WAITING_QUESTION = question(506, {
  ...{ to: PEOPLE.henrik, toId: PEOPLE.henrik.id, askedAs: 'submitter', state: 'waiting' },
  ...{ deliverAt: NOW + 4 * DAY, deliveredAt: null, dueAt: NOW + 7 * DAY },
  text: 'Bis wann ist das aktuell?',
});
export const EXPIRED = question(507, { state: 'expired', dueAt: NOW - 2 * DAY, text: 'Wer kann mehr dazu sagen?' });

export const sent = (of: Question): QuestionToMe => ({ question: of, delivery: { kind: 'sent' } });
export const waiting = (of: Question): QuestionToMe => ({ question: of, delivery: { kind: 'waiting' } });
export const parked = (of: Question): QuestionToMe => ({
  question: { ...of, state: 'withdrawn' },
  delivery: {
    kind: 'parked',
    entryId: uuid(520),
    refusal: { kind: 'question_closed', path: 'questionId' },
    answer: 'Vierzig, und ja: am besten Aylin und Tom.',
  },
});

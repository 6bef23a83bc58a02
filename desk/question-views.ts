/** Questions with what screens show beside them, as storage finds them. */
import type { PersonRef } from '../protocol/person.ts';
import type { AskedAs, Question } from '../protocol/question.ts';
import type { Refusal, RefusalKind } from '../protocol/refusal.ts';

/** Where an answer of this person is on its way. */
export type AnswerDelivery =
  | { kind: 'sent' }
  | { kind: 'waiting' }
  /** The queue did not take it; the words are still here (OB2). */
  | { kind: 'parked'; entryId: string; refusal: Refusal; answer: string };

export type QuestionToMe = { question: Question; delivery: AnswerDelivery };

export type QuestionsToMe = {
  /** To be answered, the most urgent first. */
  open: QuestionToMe[];
  /** Answered, expired or no longer needed, the latest first. */
  earlier: QuestionToMe[];
  /** How often this person was asked this month, and how often they may be [QU2]. Nobody but the desk sees the same. */
  month: { asked: number; most: number };
};

/** Somebody who can be asked about a topic. */
export type Askable = {
  person: PersonRef;
  askedAs: AskedAs;
  /** This month [QU2]. Shown to who asks and to nobody else. */
  asked: number;
  /** Who gets it, where this person is away [AS5]. */
  deputy: PersonRef | null;
  /** Why they may not be asked now; null when they may. */
  refusal: RefusalKind | null;
  deliverAt: number;
  dueAt: number;
};

export type Asking = {
  /** The department's contact first, then those who know the topic, then everybody else by name. */
  people: Askable[];
  questionsPerMonth: number;
};

/** What a person sees of questions while entries wait (ST2), by the same rules that the queue will use. */
import type { Mutation } from '../protocol/mutation.ts';
import type { Person } from '../protocol/person.ts';
import type { Question } from '../protocol/question.ts';
import type { Topic } from '../protocol/topic.ts';
import { askAbout, checkAnswer, checkWithdrawal, comeBack, isOpenQuestion, mayBeAskedAbout } from './questions.ts';
import { mayDecide } from './roles.ts';

/** A question as it will stand when the waiting mutations arrive. */
export function questionWithWaiting(question: Question, waiting: readonly Mutation[], person: Person): Question {
  let seen = question;
  for (const { action, madeAt } of waiting) {
    if (action.name === 'answerQuestion' && action.questionId === seen.id) {
      if (checkAnswer(seen, action.answer, person) === null)
        seen = { ...seen, state: 'answered', answer: action.answer, answeredAt: madeAt };
    } else if (action.name === 'withdrawQuestion' && action.questionId === seen.id) {
      if (checkWithdrawal(seen, person) === null) seen = { ...seen, state: 'withdrawn' };
    }
  }
  return seen;
}

/**
 * Follows the open questions about one topic through the waiting mutations.
 * @param questions the queue's rows about this topic, as far as this person holds them.
 */
export function followQuestions(topicId: string, questions: readonly Question[], person: Person) {
  const open = new Map(questions.filter((one) => isOpenQuestion(one)).map((one) => [one.id, one.to.id]));
  const rows = new Map(questions.map((one) => [one.id, one]));
  return {
    /** The topic after one mutation about its questions; the same topic if it is about something else. */
    apply(seen: Topic, { id, madeAt, action }: Mutation): Topic {
      // Who is not at the desk does not know what else is asked, so that the queue alone can say what follows.
      if (!mayDecide(person.roles)) return seen;
      if (action.name === 'askQuestion' && action.question.topicId === topicId) {
        const { question } = action;
        // The queue has it already, and this topic with it.
        if (rows.has(question.id) || !mayBeAskedAbout(seen)) return seen;
        if ([...open.values()].includes(question.toId)) return seen;
        open.set(question.id, question.toId);
        return askAbout(seen, id, person, madeAt);
      }
      if (action.name === 'answerQuestion') {
        const row = rows.get(action.questionId);
        if (row === undefined || !open.has(row.id) || checkAnswer(row, action.answer, person) !== null) return seen;
        open.delete(row.id);
        return open.size === 0 ? comeBack(seen, id, madeAt, 'answered') : seen;
      }
      if (action.name === 'withdrawQuestion' && open.delete(action.questionId))
        return open.size === 0 ? comeBack(seen, id, madeAt, 'withdrawn') : seen;
      return seen;
    },
    /** A topic that left `query` by a decision lets go of its questions. */
    leave(before: Topic, after: Topic): void {
      if (before.state === 'query' && after.state !== 'query') open.clear();
    },
  };
}

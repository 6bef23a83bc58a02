/** What waits for this person, whatever it is: the number on the toolbar's button and beside the page. */
import { openQuestionCount } from './answer-question.ts';
import { myAssignments } from './assignments.ts';
import type { AccountDatabase } from './database.ts';

/** Questions without an answer, and assignments that were neither confirmed nor refused. */
export async function openForMe(db: AccountDatabase): Promise<number> {
  const [questions, { open }] = await Promise.all([openQuestionCount(db), myAssignments(db)]);
  return questions + open.filter(({ assignment }) => assignment.state === 'asked').length;
}

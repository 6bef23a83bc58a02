/** Topics as they stand before an editor: all that the pane of one shows, of one moment. */
import type { SeenAssignment } from '../desk/assignment-views.ts';
import type { TopicClearance } from '../desk/clearance-views.ts';
import type { Note } from '../protocol/note.ts';
import type { Publication } from '../protocol/publication.ts';
import type { Question } from '../protocol/question.ts';
import { questionsAbout } from './asking.ts';
import { topicAssignments } from './assignments.ts';
import { topicClearance } from './clearances.ts';
import type { AccountDatabase } from './database.ts';
import { topicNotes } from './edit-topic.ts';
import { inOneRead } from './one-read.ts';
import { publicationsOf } from './plan.ts';
import { topicDetail } from './topic-detail.ts';
import type { TopicDetail } from './views.ts';
import { waitingTables } from './waiting.ts';

export type TopicAtHand = {
  /** Null when it is not held here (any more). */
  detail: TopicDetail | null;
  notes: Note[];
  assignments: SeenAssignment[];
  questions: Question[];
  clearance: TopicClearance;
  /** Without those that were called off. */
  publications: Publication[];
};

/** By id. One transaction for all of them, whatever they are asked about. */
export const topicsAtHand = (db: AccountDatabase, topicIds: readonly string[]): Promise<Map<string, TopicAtHand>> =>
  inOneRead(
    db,
    [...waitingTables(db), db.notes, db.assignments, db.absences, db.departments, db.publications],
    // One after the other: side by side in one transaction it was seen to be committed before all had asked.
    async () => {
      const found = new Map<string, TopicAtHand>();
      for (const id of topicIds) found.set(id, await readAtHand(db, id));
      return found;
    },
  );

async function readAtHand(db: AccountDatabase, topicId: string): Promise<TopicAtHand> {
  const detail = await topicDetail(db, topicId);
  const notes = await topicNotes(db, topicId);
  const assignments = await topicAssignments(db, topicId);
  const { questions } = await questionsAbout(db, topicId);
  const clearance = await topicClearance(db, topicId);
  const publications = (await publicationsOf(db, topicId)).map(({ publication }) => publication);
  return { detail, notes, assignments, questions, clearance, publications };
}

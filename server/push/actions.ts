import type { Person } from '../../protocol/person.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { rejectSimilar } from '../similar/reject.ts';
import type { Tx } from '../store/store.ts';
import { deleteAbsence, saveAbsence } from './absences.ts';
import { acknowledgeRule } from './acknowledge-rule.ts';
import type { Act } from './act.ts';
import { addNote } from './add-note.ts';
import { answerQuestion } from './answer-question.ts';
import { askAssignment } from './ask-assignment.ts';
import { askClearance } from './ask-clearance.ts';
import { askQuestion } from './ask-question.ts';
import { agreeToThanks, countPassedOn } from './count-share.ts';
import { decide } from './decide.ts';
import { decideClearance } from './decide-clearance.ts';
import { editHeldClip } from './edit-clip.ts';
import { editTopic } from './edit-topic.ts';
import { moveAssignment } from './move-assignment.ts';
import type { NewClips } from './new-clips.ts';
import type { PreparedMutation } from './prepare.ts';
import { saveClip } from './save-clip.ts';
import { savePlanned } from './save-publication.ts';
import { saveMeasured, withdrawResult } from './save-result.ts';
import { deleteView, saveView } from './saved-views.ts';
import { saveTimeBudget } from './time-budgets.ts';
import { withdrawClip } from './withdraw-clip.ts';
import { withdrawNote } from './withdraw-note.ts';
import { withdrawQuestion } from './withdraw-question.ts';

/**
 * Applies one action with the queue's authority. Every action checks before it writes, so that a
 * refused one leaves no trace but its outcome.
 */
export async function applyAction(
  tx: Tx,
  person: Person,
  { id, madeAt, action, addressKey }: PreparedMutation,
  now: number,
  clips: NewClips,
): Promise<Refusal | null> {
  const act: Act = { person, mutationId: id, madeAt, now };
  switch (action?.name) {
    case 'saveClip':
      return saveClip(tx, act, action.clip, addressKey, clips, action.joins);
    case 'editClip':
      return editHeldClip(tx, act, action.clipId, action.changes);
    case 'withdrawClip':
      return withdrawClip(tx, act, action.clipId);
    case 'decide':
      return decide(tx, act, action.decision);
    case 'askQuestion':
      return askQuestion(tx, act, action.question);
    case 'answerQuestion':
      return answerQuestion(tx, act, action.questionId, action.answer);
    case 'withdrawQuestion':
      return withdrawQuestion(tx, act, action.questionId);
    case 'savePublication':
      return savePlanned(tx, act, action.publication);
    case 'saveResult':
      return saveMeasured(tx, act, action.result);
    case 'withdrawResult':
      return withdrawResult(tx, act, action.resultId);
    case 'countShare':
      return countPassedOn(tx, act, action.publicationId, action.network);
    case 'agreeToThanks':
      return agreeToThanks(tx, act, action.agreed);
    case 'askAssignment':
      return askAssignment(tx, act, action.assignment);
    case 'moveAssignment':
      return moveAssignment(tx, act, action.move);
    case 'saveAbsence':
      return saveAbsence(tx, act, action.absence);
    case 'deleteAbsence':
      return deleteAbsence(tx, act, action.absenceId);
    case 'saveTimeBudget':
      return saveTimeBudget(tx, act, action.budget);
    case 'askClearance':
      return askClearance(tx, act, action.ask);
    case 'decideClearance':
      return decideClearance(tx, act, action.verdict);
    case 'saveView':
      return saveView(tx, act, action.view);
    case 'deleteView':
      return deleteView(tx, act, action.viewId);
    case 'editTopic':
      return editTopic(tx, act, action.topicId, action.changes);
    case 'addNote':
      return addNote(tx, act, action.note);
    case 'withdrawNote':
      return withdrawNote(tx, act, action.noteId);
    case 'rejectSimilar':
      return rejectSimilar(tx, act, action);
    case 'acknowledgeRule':
      return acknowledgeRule(tx, act, action);
    case 'noop':
    case undefined:
      return null;
  }
}

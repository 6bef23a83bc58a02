/** Everything a client may ask of the queue. An entry of the outbox holds exactly one of these. */
import * as z from 'zod/mini';
import { absenceInputSchema } from './absence.ts';
import { assignmentInputSchema, assignmentMoveSchema } from './assignment.ts';
import { clearanceAskSchema, clearanceVerdictSchema } from './clearance.ts';
import { clipChangesSchema, clipSchema } from './clip.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { noteInputSchema } from './note.ts';
import { publicationInputSchema } from './publication.ts';
import { questionInputSchema } from './question.ts';
import { resultInputSchema } from './result.ts';
import { acceptedRuleSchema } from './rule.ts';
import { savedViewInputSchema } from './saved-view.ts';
import { networkSchema } from './sharing.ts';
import { requiredText } from './text.ts';
import { momentSchema } from './time.ts';
import { timeBudgetInputSchema } from './time-budget.ts';
import { decisionInputSchema, topicChangesSchema } from './topic.ts';

export const actionSchema = z.discriminatedUnion('name', [
  /** Hold a clip. Idempotent by clip id: a clip sent again changes nothing (CL7). */
  z.object({
    name: z.literal('saveClip'),
    clip: clipSchema,
    /** The similar topic that the person said theirs belongs to; if it is not open any more, the clip opens its own. */
    joins: z.optional(idSchema),
  }),
  z.object({ name: z.literal('editClip'), clipId: idSchema, changes: clipChangesSchema }),
  /** Take a clip back: its content is erased; a topic that nobody decided on goes with its last clip. */
  z.object({ name: z.literal('withdrawClip'), clipId: idSchema }),
  z.object({ name: z.literal('decide'), decision: decisionInputSchema }),
  z.object({ name: z.literal('editTopic'), topicId: idSchema, changes: topicChangesSchema }),
  z.object({ name: z.literal('addNote'), note: noteInputSchema }),
  /** Takes one's own note back; one that is gone already changes nothing. */
  z.object({ name: z.literal('withdrawNote'), topicId: idSchema, noteId: idSchema }),
  z.object({ name: z.literal('askQuestion'), question: questionInputSchema }),
  z.object({ name: z.literal('answerQuestion'), questionId: idSchema, answer: requiredText(LIMITS.answer) }),
  z.object({ name: z.literal('withdrawQuestion'), questionId: idSchema }),
  z.object({ name: z.literal('savePublication'), publication: publicationInputSchema }),
  z.object({ name: z.literal('saveResult'), result: resultInputSchema }),
  /** One that is gone already changes nothing. */
  z.object({ name: z.literal('withdrawResult'), resultId: idSchema }),
  /** Counted and forgotten: nothing that is kept says whose act it was [SH1]. */
  z.object({ name: z.literal('countShare'), publicationId: idSchema, network: networkSchema }),
  /** Whether this person is thanked by name for what they suggested [SH3]. */
  z.object({ name: z.literal('agreeToThanks'), agreed: z.boolean() }),
  z.object({ name: z.literal('askAssignment'), assignment: assignmentInputSchema }),
  z.object({ name: z.literal('moveAssignment'), move: assignmentMoveSchema }),
  /** When one is away oneself. */
  z.object({ name: z.literal('saveAbsence'), absence: absenceInputSchema }),
  z.object({ name: z.literal('deleteAbsence'), absenceId: idSchema }),
  z.object({ name: z.literal('saveTimeBudget'), budget: timeBudgetInputSchema }),
  z.object({ name: z.literal('askClearance'), ask: clearanceAskSchema }),
  /** A clearer decides, or takes that back; the desk says that it needs none any more. */
  z.object({ name: z.literal('decideClearance'), verdict: clearanceVerdictSchema }),
  z.object({ name: z.literal('saveView'), view: savedViewInputSchema }),
  z.object({ name: z.literal('deleteView'), viewId: idSchema }),
  /** An editor says that two topics are not the same, or takes that back: nobody is asked twice. */
  z.object({ name: z.literal('rejectSimilar'), topicId: idSchema, otherId: idSchema, rejected: z.boolean() }),
  /** Accepts a rule for company information in the version that was shown [IN4]. */
  z.object({ name: z.literal('acknowledgeRule'), ...acceptedRuleSchema.shape }),
  /** Keeps the numbers without a gap where an entry was parked (OB2). */
  z.object({ name: z.literal('noop') }),
]);
export type Action = z.infer<typeof actionSchema>;
export type ActionName = Action['name'];

/** An action with what makes it safe to send twice. */
export const mutationSchema = z.object({
  /** Made once at the person's act and kept through every retry and renumbering. */
  id: idSchema,
  /** From a counter of this client, 1, 2, 3 …: the order, free of clocks (OB1). */
  number: z.int().check(z.positive()),
  /** The protocol that the action was written in (OB3). */
  protocol: z.int().check(z.positive()),
  /** The device's clock at the act: for display, never for order. */
  madeAt: momentSchema,
  action: actionSchema,
});
export type Mutation = z.infer<typeof mutationSchema>;

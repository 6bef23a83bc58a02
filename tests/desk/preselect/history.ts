/** What a person had chosen before a clip: the habits that their device would hold. */
import { type Habits, sectionOf } from '../../../desk/preselect/habits.ts';
import type { LabelledClip } from './set.ts';

/** The person's clips before this one, the oldest first. */
export const pastOf = (clip: LabelledClip, all: readonly LabelledClip[]): LabelledClip[] =>
  all.filter(({ personId, at }) => personId === clip.personId && at < clip.at).sort((a, b) => a.at - b.at);

export function habitsFor(clip: LabelledClip, past: readonly LabelledClip[]): Habits {
  const section = sectionOf(clip.address);
  return {
    lastInSection: past.findLast(({ address }) => sectionOf(address) === section) ?? null,
    lastGoalIn: Object.fromEntries(
      past.flatMap(({ departmentId, goalId }) => (goalId === null ? [] : [[departmentId, goalId]])),
    ),
  };
}

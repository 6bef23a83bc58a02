import type { GoalStage } from '../../desk/goals.ts';
import { textIn } from '../../locales/local-text.ts';
import { createTranslator, type Language } from '../../locales/t.ts';
import { topicEdit } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';

const MARKED = { ended: 'goal_ended', draft: 'goal_draft' } as const;

/** The title of a goal in a list of choices; one that cannot be chosen any more says why. */
export function goalName(language: Language, { goal, stage }: { goal: Goal; stage: GoalStage }): string {
  const title = textIn(language, goal.title);
  return stage === 'open' ? title : createTranslator(language, topicEdit)(MARKED[stage], { title });
}

/** Where the rules hand a topic over to those who clear company information [IN5]. */
import type { Effects } from '../../desk/rules/effects.ts';
import type { Found } from '../../protocol/found.ts';
import { openClearance } from '../rows/clearances.ts';
import type { Tx } from '../store/store.ts';

type Needed = {
  topicId: string;
  clipId: string;
  effects: Effects;
  found: Found;
  at: number;
  /** The topic was about other pages so far, or nothing of this was found in it. */
  isUnseen: boolean;
};

/** Opens or raises the clearance of a topic if the rules demand one because of this clip. */
export async function requireClearance(tx: Tx, { effects, found, ...needed }: Needed): Promise<void> {
  if (effects.clearance === null) return;
  const { level, rule } = effects.clearance;
  const flags = { personalData: found.personalData.length > 0 };
  await openClearance(tx, { ...needed, level, ruleId: rule.id, flags });
}

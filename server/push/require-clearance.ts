/** Where the rules hand a topic over to those who clear company information. */
import type { Effects } from '../../desk/rules/effects.ts';
import type { Tx } from '../store/store.ts';

/** Until there are clearances the effect is kept with nobody: the rules say it again for every clip. */
export async function requireClearance(
  _tx: Tx,
  _needed: { topicId: string; clipId: string; effects: Effects; at: number },
): Promise<void> {}

import type { Holding } from '../rows/devices.ts';
import { IDLE_MS } from './tokens.ts';

/**
 * What a refresh token is good for.
 * `rotate`: the next tokens. `repeat`: those that were given for it already, since nobody used them yet: the answer
 * was lost [SI2]. `reused`: it was replaced, and the one that replaced it was used; one of the two is stolen [SI3].
 * `refused`: nothing.
 */
export type Step = 'rotate' | 'repeat' | 'reused' | 'refused';

export function stepOf(holding: Holding | null, refreshHash: string, now: number): Step {
  if (holding === null || !holding.allowed || now - holding.refreshedAt > IDLE_MS) return 'refused';
  if (refreshHash === holding.refreshHash) return holding.nextRefreshHash === null ? 'rotate' : 'repeat';
  if (refreshHash === holding.nextRefreshHash) return 'rotate';
  // [SI12] Of this family, and from after the backup; the first who comes with such a one is believed.
  return holding.rewound ? 'rotate' : 'reused';
}

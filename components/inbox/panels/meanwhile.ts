/** What a colleague decided on a topic while somebody writes about it in a panel: the panel stays and says so. */
import { type Wanted, wayTo } from '../../../desk/collision.ts';
import { lastDecisionId } from '../../../desk/decisions.ts';
import type { State } from '../../../protocol/topic.ts';
import type { PanelName } from '../inbox-props.ts';
import type { Target } from './panel-props.ts';
import { PANELS } from './panel-registry.tsx';

export type Meanwhile = {
  theirs: { by: string | null; at: number; state: State; sentence: string | null };
  /** What the panel is about to decide; null: it decides nothing, and goes on as it is. */
  mine: Wanted['to'] | null;
  /** How that can still come true. */
  way: 'decide' | 'replace' | null;
  /** Nothing leaves the panel before somebody chose. */
  mustChoose: boolean;
};

/** Those whose decision is one and not something that is written beside it. */
const REPLACING: readonly PanelName[] = ['decline', 'merge', 'hold', 'overload', 'startWork'];

/** Null if nobody did. @param seen the last decision that whoever writes has seen */
export function meanwhileOn(panel: PanelName, target: Target, seen: string | null, meId: string): Meanwhile | null {
  const { topic } = target;
  if (topic === null || lastDecisionId(topic) === seen) return null;
  const last = topic.decisions.at(-1);
  // One's own are no surprise.
  if (last === undefined || last.actor?.id === meId) return null;
  const { to, opens } = PANELS[panel];
  const mine = to ?? null;
  const canReplace = mine !== null && REPLACING.includes(panel) && wayTo(topic, mine) === 'replace';
  const way = mine === null ? null : opens(target) ? 'decide' : canReplace ? 'replace' : null;
  return {
    theirs: { by: last.actor?.name ?? null, at: last.at, state: topic.state, sentence: last.sentence },
    mine,
    way,
    mustChoose: mine !== null,
  };
}

import type { Reading } from '../../../desk/reading.ts';
import type { State } from '../../../protocol/topic.ts';
import type { Overlay } from '../inbox-props.ts';

/** All that decides which commands apply now. */
export type Situation = {
  /** The panel or dialog that stands open. */
  overlay: Overlay | null;
  /** The topic at hand; null when there is none. */
  topic: { reading: Reading; muted: boolean; forMeeting: boolean } | null;
  /** How many topics are picked; decisions are then about all of them. */
  picked: number;
  /** How many rows the list holds, and whether more than those could be picked. */
  rows: number;
  allPicked: boolean;
  /** Where what is at hand may be moved to. */
  allows: readonly State[];
  /** Somebody can be asked about the topic at hand. */
  mayAsk: boolean;
  /** A clearance of the topic at hand can be asked for. */
  mayAskClearance: boolean;
  canUndo: boolean;
  /** How many topics are overdue. */
  overdue: number;
  /** Somebody else looks at the topic at hand. */
  lookedAt: boolean;
};

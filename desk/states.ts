/**
 * The nine states of a topic and the moves between them. Assignment, claim, clearance and
 * publication per channel are separate axes and never states.
 */
import type { State } from '../protocol/topic.ts';

/** In the inbox, in the plan, or done. */
export const LANES: Record<State, 'inbox' | 'plan' | 'done'> = {
  new: 'inbox',
  query: 'inbox',
  held: 'inbox',
  accepted: 'plan',
  in_work: 'plan',
  published: 'done',
  evaluated: 'done',
  declined: 'done',
  merged: 'done',
};

/**
 * Where an editor may move a topic from each state. Taking back the last decision is always possible. To
 * `query` only a question leads [QU4].
 */
export const TRANSITIONS: Record<State, readonly State[]> = {
  new: ['held', 'accepted', 'declined', 'merged'],
  query: ['new', 'held', 'accepted', 'declined', 'merged'],
  held: ['new', 'accepted', 'declined', 'merged'],
  accepted: ['in_work', 'held', 'declined'],
  in_work: ['published', 'accepted', 'declined'],
  published: ['evaluated'],
  evaluated: ['published'],
  declined: ['new'],
  merged: ['new'],
};

/**
 * The moves that are offered. What came of a topic ends it: from there only taking that back leads, which is no move
 * forward to `published`.
 */
export const offeredFrom = (state: State): readonly State[] => (state === 'evaluated' ? [] : TRANSITIONS[state]);

/** Out where everybody can see it. */
export const isPublished = (state: State): boolean => state === 'published' || state === 'evaluated';

/** An open topic takes further clips of its page (AD1); a closed one does not. */
export const isOpen = (state: State): boolean => LANES[state] !== 'done';

/** Until a topic is accepted its submitters may change or withdraw their clips. */
export const isEditable = (state: State): boolean => LANES[state] === 'inbox';

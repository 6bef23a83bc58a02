/** A mistake that is taken back at once leaves nothing, and bad news can be taken back before it hurts. */
import type { Decision } from '../protocol/topic.ts';

/** How long a decision can be taken back without a trace, and a decline stays with the desk. Milliseconds. */
export const QUIET_MS = 30_000;

/** A decline that is told to nobody at first. What its submitter withdrew is no news to them. */
export const isQuietDecline = ({ to, reason, undoes }: Decision): boolean =>
  to === 'declined' && reason !== 'withdrawn' && undoes === null;

/**
 * The decisions that are told, oldest first: without those that were taken back within the quiet time,
 * and without the taking back. One that was taken back later was seen, so both stay.
 */
export function toldDecisions(decisions: readonly Decision[]): Decision[] {
  const told: Decision[] = [];
  for (const decision of decisions) {
    const last = told.at(-1);
    if (decision.undoes !== null && last?.id === decision.undoes && decision.at - last.at < QUIET_MS) told.pop();
    else told.push(decision);
  }
  return told;
}

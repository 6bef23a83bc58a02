/** What an embargo of a page means for its topic: until then it does not appear, whoever would publish it [PB4]. */
import type { Embargo } from '../protocol/found.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Topic } from '../protocol/topic.ts';
import { momentShown } from './weeks.ts';

/** The moment that a page's embargo ends; null: it says none that can be read. @param timeZone of whoever wrote no other */
export function endOfEmbargo({ until }: Embargo, timeZone: string): number | null {
  if (until === null) return null;
  const shown = Date.parse(until.endsWith('Z') ? until : `${until.length === 10 ? `${until}T00:00` : until}Z`);
  if (Number.isNaN(shown)) return null;
  return until.endsWith('Z') ? shown : momentShown(shown, timeZone);
}

/** Whether it is still to be kept at a moment; one without a date is. */
export function isAhead(embargo: Embargo | undefined, at: number, timeZone: string): boolean {
  if (embargo === undefined) return false;
  const end = endOfEmbargo(embargo, timeZone);
  return end === null || end > at;
}

/** The topic's embargo once a clip of it says one: the later of the two; one that is over, or says no day, changes nothing. */
export function followingEmbargo(
  before: number | null,
  embargo: Embargo | undefined,
  timeZone: string,
  at: number,
): number | null {
  const end = embargo === undefined ? null : endOfEmbargo(embargo, timeZone);
  if (end === null || end <= at) return before;
  return before === null ? end : Math.max(before, end);
}

/** [PB4] Why a topic may not be published at this moment because of its pages, or null when it may. */
export const checkEmbargo = (
  { embargoUntil }: Pick<Topic, 'embargoUntil'>,
  at: number,
  path: string,
): Refusal | null => (embargoUntil !== null && at < embargoUntil ? { kind: 'page_embargo', path } : null);

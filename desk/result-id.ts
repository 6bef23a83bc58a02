/**
 * The id of a measurement, made of what was measured and on which day: entered by hand, read from a file twice and sent
 * by a program too, it is one row [RS1].
 */
import type { ResultInput } from '../protocol/result.ts';
import { shareDay } from './sharing.ts';

/** @param timeZone of the desk: its days are what counts. */
export async function resultId(
  {
    goalId,
    topicId,
    publicationId,
    measuredAt,
  }: Pick<ResultInput, 'goalId' | 'topicId' | 'publicationId' | 'measuredAt'>,
  timeZone: string,
): Promise<string> {
  const named = ['result', goalId, publicationId ?? topicId ?? '', shareDay(measuredAt, timeZone)].join('\n');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(named)));
  const hex = Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Version 8 of RFC 9562: made by a rule of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Asks the queue what is similar to a page. Apart from the transport, so that the popup loads no more than this for it. */
import { ROUTES } from '../protocol/routes.ts';
import { type SimilarRequest, type SimilarTopic, similarResponseSchema } from '../protocol/similar.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { askJson, type Line } from './ask.ts';

/**
 * @param signal ends the question
 * @throws SyncError; a queue of another version has no answer, and nothing is lost by that
 */
export async function askSimilar(
  line: Line,
  said: Omit<SimilarRequest, 'protocol'>,
  signal: AbortSignal,
): Promise<SimilarTopic[]> {
  const body = JSON.stringify({ ...said, protocol: PROTOCOL_VERSION });
  const question = { method: 'POST', type: 'application/json', body, signal } as const;
  return (await askJson(line, ROUTES.similar, question, similarResponseSchema)).similar;
}

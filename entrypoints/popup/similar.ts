/** What is known already that is similar to the page of the popup: from this device at once, from the queue where there is a way. */
import { LIMITS } from '../../protocol/limits.ts';
import type { SimilarTopic } from '../../protocol/similar.ts';
import { similarToPage } from '../../storage/similar-topics.ts';
import { askSimilar } from '../../sync/similar.ts';
import type { Session } from '../browser/session.ts';
import { lineOf } from '../browser/session-sync.ts';

/** Later than this nobody looks at it any more. Milliseconds. */
const ANSWER_WITHIN = 5_000;

type Said = { title: string; excerpt: string; address: string };

/**
 * Calls `show` once or twice. What this device holds has its title, so it stands before what only the queue knows;
 * offline, and whatever else goes wrong, nothing is said of it [SM2].
 */
export async function findSimilar(session: Session, said: Said, show: (topics: SimilarTopic[]) => void): Promise<void> {
  const asked = askSimilar(lineOf(session), said, AbortSignal.timeout(ANSWER_WITHIN)).catch((): SimilarTopic[] => []);
  const known = await similarToPage(session.db, said).catch((): SimilarTopic[] => []);
  if (known.length > 0) show(known);
  const others = (await asked).filter(({ topicId }) => !known.some((topic) => topic.topicId === topicId));
  if (others.length > 0) show([...known, ...others].slice(0, LIMITS.similar));
}

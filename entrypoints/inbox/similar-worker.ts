/**
 * Finds similar topics beside the page: the index of ten thousand topics takes a second to make, in which nobody
 * could go on to the next one.
 */
import type { Subscription } from 'dexie';
import { type AccountDatabase, openDatabase } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';
import { similarTopics } from '../../storage/similar-topics.ts';
import { AT_WORK, type SimilarAnswer, type SimilarQuestion } from './similar-messages.ts';

let db: AccountDatabase | null = null;
let following: Subscription | null = null;

const answer = (message: SimilarAnswer) => postMessage(message);

/** A topic is shown, and its neighbours are read, within this time after a key. Milliseconds. */
const KEY_TAKES = 300;
let restsUntil = 0;

/** Between two steps of making the index: as long as keys come, none is begun. */
async function rest(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, Math.max(0, restsUntil - performance.now())));
  while (performance.now() < restsUntil);
}

/** What is similar to the topic asked about last, told again at every change. */
addEventListener('message', ({ data }: MessageEvent<SimilarQuestion | typeof AT_WORK>) => {
  if (data === AT_WORK) {
    restsUntil = performance.now() + KEY_TAKES;
    return;
  }
  const { account, topicId } = data;
  following?.unsubscribe();
  db ??= openDatabase(account);
  const held = db;
  following = live(() => similarTopics(held, topicId, rest)).subscribe({
    next: (views) => answer({ topicId, views }),
    // The account was left, and the page with it.
    error: () => undefined,
  });
});

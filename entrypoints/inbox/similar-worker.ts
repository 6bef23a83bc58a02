/**
 * Finds similar topics beside the page: the index of ten thousand topics takes a second to make, in which nobody
 * could go on to the next one.
 */
import { liveQuery, type Subscription } from 'dexie';
import { type AccountDatabase, openDatabase } from '../../storage/database.ts';
import { similarTopics } from '../../storage/similar-topics.ts';
import type { SimilarAnswer, SimilarQuestion } from './similar-messages.ts';

let db: AccountDatabase | null = null;
let following: Subscription | null = null;

const answer = (message: SimilarAnswer) => postMessage(message);

/** What is similar to the topic asked about last, told again at every change. */
addEventListener('message', ({ data: { account, topicId } }: MessageEvent<SimilarQuestion>) => {
  following?.unsubscribe();
  db ??= openDatabase(account);
  const held = db;
  following = liveQuery(() => similarTopics(held, topicId)).subscribe({
    next: (views) => answer({ topicId, views }),
    // The account was left, and the page with it.
    error: () => undefined,
  });
});

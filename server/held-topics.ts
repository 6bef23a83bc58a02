import { applyDecision, returnToInbox } from '../desk/decisions.ts';
import { dueTopics, findTopic, updateTopic } from './rows/topics.ts';
import type { Store } from './store/store.ts';

/** Brings held topics whose date has come back to the inbox. Returns how many. */
export async function returnDueTopics(store: Store, now: number): Promise<number> {
  const due = await store.read((sql) => dueTopics(sql, now));
  if (due.length === 0) return 0;
  const { result } = await store.write(async (tx) => {
    let returned = 0;
    for (const id of due) {
      const topic = await findTopic(tx, id);
      // Somebody may have moved it since it was read.
      if (topic === null || topic.state !== 'held' || (topic.holdUntil ?? 0) > now) continue;
      await updateTopic(tx, topic, applyDecision(topic, returnToInbox(topic, crypto.randomUUID(), now)), now);
      returned += 1;
    }
    return returned;
  });
  return result;
}

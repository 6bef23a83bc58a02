/** What time does to questions, whether anybody is online or not [QU3][QU4]. */
import { comeBack, isOpenQuestion } from '../desk/questions.ts';
import { endQuestion } from './end-question.ts';
import { deliverQuestion, dueQuestions, findQuestion, questionsOfTopic, topicsUnasked } from './rows/questions.ts';
import { findTopic, updateTopic } from './rows/topics.ts';
import type { Store } from './store/store.ts';

/** Delivers questions whose window opened, lets go of those that nobody answered in time, and brings back topics that wait for nobody. */
export async function keepQuestions(store: Store, now: number): Promise<void> {
  const due = await store.read(async (sql) => ({
    deliver: await dueQuestions(sql, 'delivery', now),
    expire: await dueQuestions(sql, 'answer', now),
    unasked: await topicsUnasked(sql),
  }));
  if (due.deliver.length + due.expire.length + due.unasked.length === 0) return;
  // Everything is looked at again inside: somebody may have acted since it was read.
  await store.write(async (tx) => {
    for (const id of due.deliver) {
      if ((await findQuestion(tx, id))?.state === 'waiting') await deliverQuestion(tx, id, now);
    }
    for (const id of due.expire) {
      const question = await findQuestion(tx, id);
      if (question?.state !== 'delivered') continue;
      await endQuestion(tx, question, { cause: 'expired', answer: null, mutationId: crypto.randomUUID(), now });
    }
    for (const id of due.unasked) {
      const topic = await findTopic(tx, id);
      if (topic?.state !== 'query' || (await questionsOfTopic(tx, id)).some(isOpenQuestion)) continue;
      await updateTopic(tx, topic, comeBack(topic, crypto.randomUUID(), now, 'withdrawn'), now);
    }
  });
}

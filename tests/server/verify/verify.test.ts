import { beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { catchUp } from '../../../server/search/catch-up.ts';
import type { Store } from '../../../server/store/store.ts';
import type { Difference } from '../../../server/verify/difference.ts';
import { repair, verify } from '../../../server/verify/verify.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { answer, ask, decide, fillBrief, sampleClip, sampleDecision, sampleQuestion, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;

const seen = (found: Difference[]) => found.map(({ check, field }) => `${check}: ${field}`);
const breakWith = (store: Store, text: string, ...values: string[]) => store.write((tx) => tx.run(text, ...values));

/** A queue in which everything happened once: supporters, holds, merges and their undoing, questions, pictures. */
async function live(): Promise<{ first: string; merged: string; target: string }> {
  const jonas = await queue.join('jonas');
  const picture = { hash: 'a'.repeat(64), type: 'image/webp' as const, width: 9, height: 9, bytes: 9, alt: '' };
  const clips = Array.from({ length: 6 }, (_, at) =>
    sampleClip({ title: `Nachricht ${at}`, picture: at === 0 ? picture : null }),
  );
  const [first, second, third, fourth, fifth, sixth] = clips.map(({ id }) => id) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await hanna.push(...clips.map(saveClip));
  await jonas.push(saveClip(sampleClip({ address: clips[0]?.address ?? '' })));
  const step = async (topicId: string, changes: object) => {
    const decision = sampleDecision(topicId, changes);
    queue.time.now += 60_000;
    const { refused } = await mara.push(decide(decision));
    expect(refused).toEqual([]);
    return decision.id;
  };
  await mara.push(fillBrief(first));
  const accepted = await step(first, {});
  const inWork = await step(first, { after: accepted, to: 'in_work' });
  await step(first, { after: inWork, to: 'published' });
  const held = await step(second, { to: 'held', holdUntil: queue.time.now + 86_400_000 });
  await step(second, { after: held, to: 'new', undoes: held });
  await step(third, { to: 'declined', reason: 'covered', sentence: 'Stand schon da.' });
  await step(fourth, { to: 'merged', into: fifth });
  const merge = await step(sixth, { to: 'merged', into: fifth });
  await step(sixth, { after: merge, to: 'new', undoes: merge });
  const question = sampleQuestion(second);
  await mara.push(ask(question));
  await hanna.push(answer(question.id, 'Ja.'));
  await hanna.push({ name: 'withdrawClip', clipId: sixth });
  expect(await verify(queue.store)).toEqual([]);
  await catchUp(queue.store, createLog('silent'));
  return { first, merged: fourth, target: fifth };
}

beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
});

test('after all that a desk does, everything follows from decisions and clips', async () => {
  await live();
  expect(await verify(queue.store)).toEqual([]);
});

test('a person who is called otherwise is found by the new name', async () => {
  await live();
  await queue.store.write((tx) => tx.run(`UPDATE person SET name = 'Hanna Neumann' WHERE id = 'hanna'`));
  expect(new Set(seen(await verify(queue.store)))).toEqual(new Set(['words: search words']));
});

test.each<[string, string, string[]]>([
  ['state', `UPDATE topic SET state = 'declined' WHERE id = $1`, ['topic: state']],
  ['moment', 'UPDATE topic SET state_since = 7 WHERE id = $1', ['topic: stateSince']],
  ['supporters', 'UPDATE topic SET supporter_count = 9 WHERE id = $1', ['topic: supporterCount']],
  ['picture', 'UPDATE topic SET cover_clip_id = NULL WHERE id = $1', ['topic: coverClipId']],
  ['publication', 'UPDATE topic SET first_published_at = NULL WHERE id = $1', ['topic: first_published_at']],
  ['clock', 'UPDATE topic SET wake_at = 7 WHERE id = $1', ['topic: wake_at']],
  ['words', `UPDATE topic_words SET words = 'wrong' WHERE topic_id = $1`, ['words: search words']],
  ['lost words', 'DELETE FROM topic_words WHERE topic_id = $1', ['words: search words']],
  ['page', `UPDATE address SET topic_id = $1 WHERE topic_id <> $1`, ['address: topic of the page']],
  ['key', `UPDATE clip SET address_key = '1.wrong' WHERE id = $1`, ['address: address key']],
  ['log', `DELETE FROM change_log WHERE kind = 'topic' AND id = $1`, ['change log: topic']],
])('a broken %s is named and put right', async (_what, text, expected) => {
  const { first } = await live();
  await breakWith(queue.store, text, first);
  const found = await verify(queue.store);
  expect(new Set(seen(found))).toEqual(new Set(expected));
  await repair(queue.store, found);
  expect(await verify(queue.store)).toEqual([]);
});

test('traits that were counted wrongly are made anew', async () => {
  await live();
  await breakWith(queue.store, 'UPDATE similar_count SET topics = topics + 1');
  const found = await verify(queue.store);
  expect(seen(found)).toEqual(['traits: counts of traits']);
  await repair(queue.store, found);
  expect(await verify(queue.store)).toEqual([]);
});

test('what a repair changes reaches devices with their next pull', async () => {
  const { first } = await live();
  const { cursor } = await hanna.pull();
  await breakWith(queue.store, 'UPDATE topic SET supporter_count = 9 WHERE id = $1', first);
  await repair(queue.store, await verify(queue.store));
  const { changes } = await hanna.pull(cursor);
  expect(changes).toMatchObject([{ kind: 'topic', id: first, row: { supporterCount: 2 } }]);
});

test('a decision that does not follow the one before it is named and left alone', async () => {
  const { first } = await live();
  await breakWith(queue.store, `UPDATE decision SET from_state = 'held' WHERE topic_id = $1 AND ordinal = 1`, first);
  const found = await verify(queue.store);
  expect(found).toMatchObject([{ check: 'history', is: 'held', shouldBe: 'accepted', isDerived: false }]);
  await repair(queue.store, found);
  expect(await verify(queue.store)).toEqual(found);
});

test('a client whose counter stands below its outcomes is named', async () => {
  await hanna.push(saveClip(sampleClip()));
  await breakWith(queue.store, 'UPDATE client SET last_number = 0');
  expect(seen(await verify(queue.store))).toEqual(['client: last number']);
});

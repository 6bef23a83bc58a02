import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUIET_MS } from '../../../desk/quiet.ts';
import { mayDecide } from '../../../desk/roles.ts';
import { TRANSITIONS } from '../../../desk/states.ts';
import type { Clip, ClipRow } from '../../../protocol/clip.ts';
import type { Cursor } from '../../../protocol/cursor.ts';
import type { Change } from '../../../protocol/pull.ts';
import type { State, Topic } from '../../../protocol/topic.ts';
import { runTopicClocks } from '../../../server/topic-clocks.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';
import { onPostgres } from '../test-store.ts';

const PEOPLE = ['hanna', 'jonas', 'ida', 'mara'] as const;
const PAGES = ['https://intranet.nordwerk.example/a', 'https://intranet.nordwerk.example/b'];

/** What editors write for each other; a mark by which a leak is found. */
const INTERNAL = 'nur für die Redaktion';

/** One step of a story: who does what to which of the things that exist by then. */
const step = fc.record({
  actor: fc.constantFrom(...PEOPLE),
  does: fc.constantFrom('clip', 'clip', 'withdraw', 'edit', 'decide', 'decide', 'merge', 'undo', 'note', 'pull'),
  which: fc.nat(20),
  /** The topic that takes another in. */
  into: fc.nat(20),
  page: fc.nat(PAGES.length - 1),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a device holds after its pages, exactly as it arrived. */
type Holding = { device: TestDevice; cursor: Cursor | null; rows: Map<string, Change['row']>; everSent: string };

/**
 * Any story, then every reader is asked for everything: what they hold is exactly what the rules
 * allow, worked out here from the rows of the queue and not from its queries.
 */
test('[VI1][VI2][NT1] nobody ever receives what they may not, and everybody ends up with what they may', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (story) => {
      const queue = await openTestQueue();
      const holdings = new Map<string, Holding>();
      for (const person of PEOPLE) {
        const device = await queue.join(person === 'ida' ? 'timo' : person);
        holdings.set(person, { device, cursor: null, rows: new Map(), everSent: '' });
      }
      const clips: { clip: Clip; owner: string }[] = [];
      for (const next of story) await play(queue, holdings, clips, next);
      // Declines reach their submitters when they have been quiet long enough [DK4].
      queue.time.now += QUIET_MS;
      await runTopicClocks(queue.store, queue.time.now);
      for (const holding of holdings.values()) {
        await follow(holding);
        await expectExactly(queue, holding, clips);
      }
      await queue.store.close();
    }),
    // The rules are the same on both engines; what one of them reads differently a few stories show.
    { numRuns: onPostgres ? 12 : 60 },
  );
}, 120_000);

async function play(
  queue: TestQueue,
  holdings: Map<string, Holding>,
  clips: { clip: Clip; owner: string }[],
  next: Step,
) {
  const holding = holdings.get(next.actor);
  if (holding === undefined) return;
  const { device } = holding;
  const at = clips[next.which % Math.max(clips.length, 1)];
  if (next.does === 'pull') await follow(holding);
  else if (next.does === 'clip') {
    // The note is a mark by which a leak is found wherever it turns up.
    const clip = sampleClip({ address: PAGES[next.page] ?? '', note: `note of ${device.person.id}` });
    clips.push({ clip, owner: device.person.id });
    await device.push(saveClip(clip));
  } else if (at !== undefined) {
    const [topic] = await queue.store.read((sql) =>
      sql.all<{ id: string; state: State }>(
        'SELECT topic.id, state FROM topic JOIN clip ON topic_id = topic.id WHERE clip.id = $1',
        at.clip.id,
      ),
    );
    const [last] = await queue.store.read((sql) =>
      sql.all<{ id: string; from_state: State }>(
        'SELECT id, from_state FROM decision WHERE topic_id = $1 ORDER BY ordinal DESC LIMIT 1',
        topic?.id ?? '',
      ),
    );
    if (next.does === 'note' && topic !== undefined) {
      await device.push(
        { name: 'addNote', note: { id: crypto.randomUUID(), topicId: topic.id, text: INTERNAL } },
        { name: 'editTopic', topicId: topic.id, changes: { labels: [INTERNAL], forMeeting: true } },
      );
    } else if (next.does === 'withdraw') await device.push({ name: 'withdrawClip', clipId: at.clip.id });
    else if (next.does === 'edit') {
      await device.push({ name: 'editClip', clipId: at.clip.id, changes: { title: `Titel ${next.which}` } });
    } else if (topic !== undefined) {
      const choices = TRANSITIONS[topic.state].filter((state) => state !== 'merged');
      const to = next.does === 'undo' && last !== undefined ? last.from_state : choices[next.which % choices.length];
      const decision = sampleDecision(topic.id, {
        after: last?.id ?? null,
        to: next.does === 'merge' ? 'merged' : (to ?? 'new'),
        into: next.does === 'merge' ? (clips[next.into % clips.length]?.clip.id ?? null) : null,
        reason: 'thin',
        sentence: 'Zu dünn.',
        holdUntil: queue.time.now + 1000,
        undoes: next.does === 'undo' && last !== undefined ? last.id : null,
      });
      // [BR1] Whoever may say what is missing says it.
      if (decision.to === 'in_work' && decision.undoes === null) await device.push(fillBrief(topic.id, 'apprentices'));
      await device.push(decide(decision));
    }
  }
}

const countNotes = async (queue: TestQueue): Promise<number> =>
  (await queue.store.read((sql) => sql.all('SELECT id FROM note'))).length;

async function follow(holding: Holding): Promise<void> {
  for (let more = true; more; ) {
    const page = await holding.device.pull(holding.cursor, 7);
    holding.everSent += JSON.stringify(page.changes);
    for (const { kind, id, row } of page.changes) {
      if (row === null) holding.rows.delete(`${kind} ${id}`);
      else holding.rows.set(`${kind} ${id}`, row);
    }
    holding.cursor = page.cursor;
    more = page.more;
  }
}

async function expectExactly(
  queue: TestQueue,
  { device, rows, everSent }: Holding,
  clips: { clip: Clip; owner: string }[],
) {
  const desk = mayDecide(device.person.roles);
  const stored = await queue.store.read((sql) =>
    sql.all<{ id: string; topic_id: string; submitter_id: string }>(
      'SELECT id, topic_id, submitter_id FROM clip WHERE body IS NOT NULL',
    ),
  );
  const topics = await queue.store.read((sql) => sql.all<{ id: string; state: State }>('SELECT id, state FROM topic'));
  const own = stored.filter(({ submitter_id }) => submitter_id === device.person.id);
  const maySee = {
    clip: desk ? stored : own,
    topic: topics.filter(
      ({ id, state }) =>
        desk || state === 'published' || state === 'evaluated' || own.some(({ topic_id }) => topic_id === id),
    ),
  };
  const held = (kind: string) => [...rows.keys()].filter((key) => key.startsWith(`${kind} `)).sort();
  expect(held('clip')).toEqual(maySee.clip.map(({ id }) => `clip ${id}`).sort());
  expect(held('topic')).toEqual(maySee.topic.map(({ id }) => `topic ${id}`).sort());
  expect(held('person')).toEqual([`person ${device.person.id}`]);
  const states = new Map(topics.map(({ id, state }) => [id, state]));
  for (const [key, row] of rows) {
    if (key.startsWith('topic ')) expect((row as Topic).state).toBe(states.get((row as Topic).id));
    if (key.startsWith('clip ')) expect(stored.map(({ id }) => id)).toContain((row as ClipRow).clip.id);
  }
  // Not only now: no page ever carried another submitter's words.
  expect(held('note').length > 0).toBe(desk && (await countNotes(queue)) > 0);
  if (!desk) expect(everSent).not.toContain(INTERNAL);
  if (!desk) expect(everSent).not.toContain('"forMeeting":true');
  if (!desk)
    for (const { owner } of clips) if (owner !== device.person.id) expect(everSent).not.toContain(`note of ${owner}`);
}

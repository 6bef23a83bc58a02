/** Lets go of what the policy says is old enough and nobody needs; devices get it as gone with their next pull. */
import { eraseClip } from '../rows/clips.ts';
import { deleteTopic } from '../rows/delete-topic.ts';
import { IDLE_MS } from '../sign-in/tokens.ts';
import type { Sql, Store, Tx, Value } from '../store/store.ts';
import { noteRun, type RetentionPolicy, readPolicy } from './policy.ts';

const DAY_MS = 86_400_000;
/** A month of 31 days: never earlier than anybody would count. */
const MONTH_MS = 31 * DAY_MS;
/** Removed in one transaction, so that nobody who sends waits long. */
const CHUNK = 50;
/** Of rows on which nothing hangs. */
const CHUNK_OF_ROWS = 500;
const EVERY_MS = DAY_MS;

/** How many of each would leave, or left. */
export type RetentionCounts = { topics: number; outcomes: number; links: number; access: number; audit: number };

/**
 * Declined, old and never published; nothing waits for an answer about it. Merged topics go with the one that they
 * went into. `$1`: the newest `state_since` that may go, `$2`: after this id.
 */
const OLD_TOPICS = `SELECT id FROM topic WHERE state = 'declined' AND state_since < $1 AND first_published_at IS NULL
  AND id > $2 AND NOT EXISTS (
    SELECT 1 FROM question WHERE question.topic_id = topic.id AND question.state IN ('waiting', 'delivered'))
  ORDER BY id LIMIT ${CHUNK}`;

/** What else goes: where it stands, its primary key, and since when it may (`$1`). */
const OLD_ROWS = {
  outcomes: {
    table: 'outcome',
    key: ['client_id', 'number'],
    where: 'client_id IN (SELECT id FROM client WHERE seen_at > 0 AND seen_at < $1)',
    age: ({ outcomesDays }: RetentionPolicy) => (outcomesDays === null ? null : outcomesDays * DAY_MS),
  },
  links: {
    table: 'question_link',
    key: ['question_id'],
    where: `created_at < $1 AND question_id IN (SELECT id FROM question WHERE state NOT IN ('waiting', 'delivered'))`,
    age: ({ linksDays }: RetentionPolicy) => (linksDays === null ? null : linksDays * DAY_MS),
  },
  // Before the devices, which they refer to.
  accessTokens: {
    table: 'access_token',
    key: ['hash'],
    where: 'expires_at < $1',
    age: ({ accessDays }: RetentionPolicy) => (accessDays === null ? null : accessDays * DAY_MS),
  },
  devices: {
    table: 'device',
    key: ['id'],
    // One that was not used for too long has ended too [SI1], and nobody had to say so.
    where: `(revoked_at < $1 OR refreshed_at + ${IDLE_MS} < $1)`,
    age: ({ accessDays }: RetentionPolicy) => (accessDays === null ? null : accessDays * DAY_MS),
  },
  invitations: {
    table: 'invitation',
    key: ['id'],
    where: '(expires_at < $1 OR revoked_at < $1)',
    age: ({ accessDays }: RetentionPolicy) => (accessDays === null ? null : accessDays * DAY_MS),
  },
  audit: {
    table: 'audit',
    key: ['id'],
    where: 'done_at < $1',
    age: ({ auditMonths }: RetentionPolicy) => (auditMonths === null ? null : auditMonths * MONTH_MS),
  },
} as const;

/** @param dry only counts */
export async function keepRetention(store: Store, now: number, dry: boolean): Promise<RetentionCounts> {
  const { policy } = await store.read(readPolicy);
  // First: one that fails in the middle is for the next day, and not for every moment until then.
  if (!dry) await store.write((tx) => noteRun(tx, now));
  const topics = await oldTopics(store, policy, now, dry);
  const counts = Object.fromEntries(Object.keys(OLD_ROWS).map((name) => [name, 0])) as Record<
    keyof typeof OLD_ROWS,
    number
  >;
  for (const [name, { age, ...rows }] of Object.entries(OLD_ROWS)) {
    const oldest = age(policy);
    if (oldest === null) continue;
    counts[name as keyof typeof OLD_ROWS] = await (dry ? countRows : removeRows)(store, rows, now - oldest);
  }
  const { outcomes, links, devices, invitations, audit } = counts;
  return { topics, outcomes, links, access: devices + invitations, audit };
}

type OldRows = { table: string; key: readonly string[]; where: string };

async function countRows(store: Store, { table, where }: OldRows, before: number): Promise<number> {
  const [found] = await store.read((sql) =>
    sql.all<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE ${where}`, before),
  );
  return Number(found?.count ?? 0);
}

/** In the order of the key, a chunk in each transaction: the key is where the next one goes on. Returns how many. */
async function removeRows(store: Store, { table, key, where }: OldRows, before: number): Promise<number> {
  const keys = key.join(', ');
  const from = `(${keys}) > (${key.map((_, at) => `$${at + 2}`).join(', ')})`;
  const upTo = `(${keys}) <= (${key.map((_, at) => `$${at + 2 + key.length}`).join(', ')})`;
  const select = `SELECT ${keys} FROM ${table} WHERE ${where} AND ${from} ORDER BY ${keys} LIMIT ${CHUNK_OF_ROWS}`;
  // No id is empty, and no number below 1.
  let after: Value[] = key.map((column) => (column === 'number' ? 0 : ''));
  for (let count = 0; ; ) {
    const rows = await store.read((sql) => sql.all<Record<string, Value>>(select, before, ...after));
    const last = rows.at(-1);
    if (last === undefined) return count;
    const end = key.map((column) => last[column] ?? null);
    // By its age again: what somebody used meanwhile stays.
    const { result: gone } = await store.write((tx) =>
      tx.all(`DELETE FROM ${table} WHERE ${where} AND ${from} AND ${upTo} RETURNING 1`, before, ...after, ...end),
    );
    count += gone.length;
    after = end;
  }
}

async function oldTopics(store: Store, policy: RetentionPolicy, now: number, dry: boolean): Promise<number> {
  if (policy.declinedTopicsMonths === null) return 0;
  const before = now - policy.declinedTopicsMonths * MONTH_MS;
  let count = 0;
  for (let last = ''; ; ) {
    const find = async (sql: Sql) => (await sql.all<{ id: string }>(OLD_TOPICS, before, last)).map(({ id }) => id);
    const ids = await store.read(find);
    if (!dry && ids.length > 0)
      await store.write(async (tx) => {
        // Looked at again: somebody may have reopened one meanwhile.
        for (const id of await find(tx)) await removeTopic(tx, id);
      });
    count += ids.length;
    const end = ids.at(-1);
    if (end === undefined) return count;
    last = end;
  }
}

/** A topic, those that were merged into it, and their clips: those keep a row without content, so that devices are told. */
async function removeTopic(tx: Tx, id: string): Promise<void> {
  for (const merged of await tx.all<{ id: string }>('SELECT id FROM topic WHERE merged_into = $1', id))
    await removeTopic(tx, merged.id);
  const clips = await tx.all<{ id: string }>('SELECT id FROM clip WHERE topic_id = $1 AND body IS NOT NULL', id);
  for (const clip of clips) await eraseClip(tx, clip.id);
  await deleteTopic(tx, id);
}

/** Once a day, by whichever server comes first. Null: it was not time. */
export async function runRetention(store: Store, now: number): Promise<RetentionCounts | null> {
  const { policy, ranAt } = await store.read(readPolicy);
  if (now - ranAt < EVERY_MS || Object.values(policy).every((age) => age === null)) return null;
  return keepRetention(store, now, false);
}

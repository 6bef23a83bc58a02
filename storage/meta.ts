/** Single facts of an account's database, each with its schema and what it is before anything happened. */
import * as z from 'zod/mini';
import { cursorSchema } from '../protocol/cursor.ts';
import { idSchema } from '../protocol/id.ts';
import { personSchema, roleSchema } from '../protocol/person.ts';
import { momentSchema } from '../protocol/time.ts';
import type { AccountDatabase } from './database.ts';
import { StorageError } from './problems.ts';

/** Why nothing is sent until the person or an update does something. */
export const PAUSES = ['sign_in', 'update_extension', 'update_queue'] as const;

/** What the last try ran into, by the kind that has its words in the screens. */
const SYNC_PROBLEMS = ['unreachable', 'not_a_queue', 'busy', 'failed', ...PAUSES] as const;
export type SyncProblem = (typeof SYNC_PROBLEMS)[number];

const scheduleSchema = z.object({
  /** Failed tries in a row. */
  attempts: z.int(),
  nextTryAt: z.nullable(momentSchema),
  /** The queue asked to wait (Retry-After): kept even when the person is impatient. */
  askedToWaitUntil: z.nullable(momentSchema),
  lastProblem: z.nullable(z.enum(SYNC_PROBLEMS)),
  pausedBecause: z.nullable(z.enum(PAUSES)),
  lastSyncAt: z.nullable(momentSchema),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const FRESH_SCHEDULE: Schedule = {
  attempts: 0,
  nextTryAt: null,
  askedToWaitUntil: null,
  lastProblem: null,
  pausedBecause: null,
  lastSyncAt: null,
};

const FACTS = {
  /** Whose database this is; follows what the queue says of them. */
  person: personSchema,
  /** Who this database is to the queue, and the number of the next entry (OB1). */
  client: z.object({ clientId: idSchema, nextNumber: z.int() }),
  /** The queue's history that this device knows (CL7). */
  epoch: idSchema,
  cursor: z.nullable(cursorSchema),
  /** Entries up to `through` have their outcome; a pull that reached `seq` shows them all. */
  settled: z.object({ through: z.int(), seq: z.int() }),
  /** Entries of this client up to this number have left the outbox: see `outboxEntries`. */
  gone: z.nullable(z.object({ clientId: idSchema, through: z.int() })),
  schedule: scheduleSchema,
  /** How many topics came by another way than a pull: see `hold-topic.ts`. */
  heldTopics: z.int(),
  /** The company's address rules, as JSON, by which own clips have their keys (AD1). */
  keyedBy: z.string(),
  /** Entries of the inbox's command palette that were used last, the newest first. */
  recentCommands: z.array(z.string()),
  /** The short tour: for which roles it was seen, and where it was left. */
  guide: z.object({
    done: z.array(roleSchema),
    at: z.nullable(z.object({ role: roleSchema, step: z.int() })),
  }),
};
type Facts = { [K in keyof typeof FACTS]: z.infer<(typeof FACTS)[K]> };

/** What holds before anything happened, and again if the row is broken: the next exchange sets it right. */
const INITIAL: Partial<Facts> = {
  cursor: null,
  settled: { through: 0, seq: 0 },
  gone: null,
  schedule: FRESH_SCHEDULE,
  heldTopics: 0,
  keyedBy: '[]',
  recentCommands: [],
  guide: { done: [], at: null },
};

export async function readMeta<K extends keyof Facts>(db: AccountDatabase, key: K): Promise<Facts[K]> {
  const row = await db.meta.get(key);
  const parsed = FACTS[key].safeParse(row?.value);
  // The schema belongs to the key, which the compiler cannot follow through the index.
  if (parsed.success) return parsed.data as Facts[K];
  const initial = INITIAL[key];
  if (initial === undefined) throw new StorageError('storage_failed', key, { cause: parsed.error });
  return initial;
}

export async function writeMeta<K extends keyof Facts>(db: AccountDatabase, key: K, value: Facts[K]): Promise<void> {
  await db.meta.put({ key, value });
}

/** The rows that only this device has. What the queue sends is kept in the shapes of `protocol/`. */
import * as z from 'zod/mini';
import { clearanceStateSchema } from '../protocol/clearance.ts';
import { clipDraftSchema, clipKindSchema, clipRowSchema, type Picture } from '../protocol/clip.ts';
import { idSchema } from '../protocol/id.ts';
import { LIMITS } from '../protocol/limits.ts';
import { mutationSchema } from '../protocol/mutation.ts';
import { slugSchema } from '../protocol/person.ts';
import { refusalSchema } from '../protocol/refusal.ts';
import { momentSchema } from '../protocol/time.ts';
import { type AddressRow, type State, stateSchema } from '../protocol/topic.ts';

/** A number, since IndexedDB has no index of true and false. */
export const OWN = 1;

/**
 * A clip as the queue holds it, untouched (ST2); or one of this device that no pull brought yet,
 * then `receivedAt` is null and `topicId` is what this device expects.
 */
export const storedClipSchema = z.object({
  ...clipRowSchema.shape,
  receivedAt: z.nullable(momentSchema),
  /** On those of this account's person: only they are in the indexes by which own clips are found. */
  own: z.optional(z.literal(OWN)),
});
export type StoredClip = z.infer<typeof storedClipSchema>;

/** The row with the mark that it has if this person suggested it. */
export const marked = (row: StoredClip, personId: string): StoredClip =>
  row.submitter.id === personId ? { ...row, own: OWN } : row;

/**
 * A mutation on its way. Numbers run without a gap; those up to `settled.through` are acknowledged
 * and stay until a pull shows their effect (OB2). Renumbering moves such entries to 0 and below.
 */
export const outboxEntrySchema = z.object({ ...mutationSchema.shape, number: z.int() });
export type OutboxEntry = z.infer<typeof outboxEntrySchema>;

/** An entry refused for good, or one that could not be sent; stays until the person says what to do. */
export const parkedEntrySchema = z.object({
  id: idSchema,
  parkedAt: momentSchema,
  refusal: refusalSchema,
  /** As it stood in the outbox; not a mutation if that is why it was parked. */
  entry: z.unknown(),
  /** What it is about, where no row here may say so any more. */
  title: z.optional(z.string()),
});
export type ParkedEntry = z.infer<typeof parkedEntrySchema>;

/** Full text of a page: for search, similarity and language on this device; never sent (VI4). */
export type PageText = { clipId: string; text: string };

/** Bytes of a picture. `fetchedAt` is absent for pictures that this device made: only fetched ones may be dropped. */
export type StoredPicture = {
  clipId: string;
  hash: string;
  type: Picture['type'];
  bytes: Uint8Array<ArrayBuffer>;
  fetchedAt?: number;
};

/** A picture that waits for its way to the queue. `refused`: it was not taken and is not tried again. */
export type Upload = { clipId: string; refused: boolean };

/** A form of the popup that was closed before it was saved, by the page it belongs to. */
export const formDraftSchema = z.object({
  key: z.string(),
  /** Null: the page could not be read; address and title are the person's. */
  draft: z.nullable(clipDraftSchema),
  address: z.string().check(z.maxLength(LIMITS.address)),
  title: z.string().check(z.maxLength(LIMITS.title)),
  departmentId: z.nullable(slugSchema),
  goalId: z.nullable(slugSchema),
  note: z.string().check(z.maxLength(LIMITS.note)),
  keptAt: momentSchema,
});
export type FormDraft = z.infer<typeof formDraftSchema>;

/** That something was passed on from this device, by `shareId`: so that it counts once a day. Never sent. */
export type SharedHere = { key: string; at: number };

/** What this person chose last, by `host:…` or `department:…`. */
export const habitSchema = z.object({ key: z.string(), departmentId: slugSchema, goalId: z.nullable(slugSchema) });
export type Habit = z.infer<typeof habitSchema>;

/**
 * How many pulled topics stand in one place. Counting by walking an index took 0.9 s at 100,000
 * rows; this table has at most a few hundred and is kept in the transaction that changes the topics.
 */
export const topicCountSchema = z.object({
  key: z.string(),
  state: stateSchema,
  departmentId: slugSchema,
  goalId: z.nullable(slugSchema),
  kind: clipKindSchema,
  count: z.int(),
});
export type TopicCount = z.infer<typeof topicCountSchema>;

/**
 * The cards of those topics whose ids begin alike, as one JSON text: 256 rows for 10,000 topics are read
 * in a few milliseconds and written without an index (one for words took writes down to 328 rows/s).
 */
export type TopicCards = { bucket: string; version: number; json: string };

/** The addresses of one page of a first pull; which keys are in it is an index. */
export type AddressPack = { id: number; keys: string[]; rows: AddressRow[] };

/** Topics with their clips as texts; ids of all of them, and for each text the topic's state, since when, and id, are indexes. */
export type TopicPack = { id: number; ids: string[]; places: [State, number, string][]; texts: string[] };

/**
 * What an editor saw of a topic when it was read last; no row: never read. Never sent: who read
 * what is nobody else's business.
 */
export const readMarkSchema = z.object({
  topicId: idSchema,
  /** False once it was marked as unread again. */
  isRead: z.boolean(),
  /** How many decisions and supporters it had then. */
  decisions: z.int(),
  supporters: z.int(),
  /** How its clearance stood; absent in what was read before this was remembered. */
  clearance: z._default(z.nullable(clearanceStateSchema), null),
  /** What changes on it is no news any more. */
  muted: z.boolean(),
});
export type ReadMark = z.infer<typeof readMarkSchema>;

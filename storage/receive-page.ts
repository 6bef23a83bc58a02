/** Takes in one page of what changed in the queue: rows, counts, cursor and the end of settled entries together (PL3). */
import type { Table } from 'dexie';
import type { Cursor } from '../protocol/cursor.ts';
import type { Change, PullResponse } from '../protocol/pull.ts';
import { addressTables } from './addresses.ts';
import {
  applyChanges,
  bulkGet,
  concerned,
  hasOneOf,
  NOTHING,
  ofKind,
  readBefore,
  simpleTables,
} from './apply-changes.ts';
import type { AccountDatabase } from './database.ts';
import { PULLED } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { forgetThrough, goneThrough, outboxEntries } from './outbox.ts';
import { guarded } from './problems.ts';
import { sendOwnAgain } from './renumber.ts';
import type { OutboxEntry } from './rows.ts';
import { forgetClip } from './send-again.ts';
import { emptyCards, refreshCards } from './topic-cards.ts';
import { topicTables } from './topic-packs.ts';

const sameCursor = (a: Cursor | null, b: Cursor | null): boolean =>
  a === b || (a !== null && b !== null && a.epoch === b.epoch && a.seq === b.seq && a.view === b.view);

/**
 * What pages of one pull brought since they began anew. Of what they bring next nothing can be here, and then nothing
 * has to be asked for: a third of all that IndexedDB was asked in a first pull.
 */
export type Brought = {
  /** Of topics and of clips. */
  ids: Set<string>;
  addressKeys: Set<string>;
  /** `heldTopics` when they began; null as long as no page of this pull began anew. */
  held: number | null;
};
export const nothingBrought = (): Brought => ({ ids: new Set(), addressKeys: new Set(), held: null });

/**
 * Stores a page that was asked for with the cursor `asked`. Answers false, and stores nothing, if
 * the database stands elsewhere meanwhile.
 * @param brought by the pages before it, without a gap; what this one brings is added once it is stored
 */
export async function receivePage(
  db: AccountDatabase,
  asked: Cursor | null,
  page: PullResponse,
  now: number,
  brought = nothingBrought(),
): Promise<boolean> {
  const isMore = asked !== null && !page.reset && asked.epoch === page.cursor.epoch;
  const given = { db, asked, page, now, brought };
  const stored = isMore ? await receive(given, tablesOf(db, page)) : 'needs all';
  return stored === 'needs all' ? (await receive(given, db.tables)) === true : stored;
}

type Given = { db: AccountDatabase; asked: Cursor | null; page: PullResponse; now: number; brought: Brought };

/** What most pages are about. Only a page that begins anew needs all tables: nobody else can read those of a transaction that writes. */
const tablesOf = (db: AccountDatabase, { changes }: PullResponse): Table[] => {
  const { meta, outbox, questions, topicCards, topicCounts, pageTexts, pictures, uploads } = db;
  const addresses = changes.some(({ kind }) => kind === 'address') ? addressTables(db) : [];
  const always = [meta, outbox, ...topicTables(db), questions, topicCards, topicCounts, pageTexts, pictures, uploads];
  return [...new Set<Table>([...always, ...addresses, ...simpleTables(db, changes)])];
};

/** What is not asked for after another answer is asked for together: each time to wait for the engine is much of a small page. */
async function receive({ db, asked, page, now, brought }: Given, tables: Table[]): Promise<boolean | 'needs all'> {
  const { changes } = page;
  let begun: { held: number } | null = null;
  const stored = await guarded(() =>
    // [PL3]
    db.transaction('rw', tables, async () => {
      const [cursor, epoch, held, [firstCard], early] = await Promise.all([
        readMeta(db, 'cursor'),
        readMeta(db, 'epoch'),
        readMeta(db, 'heldTopics'),
        db.topicCards.limit(1).primaryKeys(),
        brought.held === null && asked !== null && !page.reset ? readBefore(db, changes, () => true) : null,
      ]);
      if (!sameCursor(cursor, asked)) return false;
      const otherHistory = page.cursor.epoch !== epoch;
      const begins = page.reset || otherHistory || asked === null;
      if (begins && tables.length < db.tables.length) return 'needs all';
      if (otherHistory) {
        await sendOwnAgain(db, now); // [CL7]
        await writeMeta(db, 'epoch', page.cursor.epoch);
      }
      // Without a cursor there may be rows of an earlier time that no page will take away.
      if (begins) {
        await forgetPulled(db);
        // With more to come cards are made once everything is here (`makeMissingCards`).
        if (!page.more) await emptyCards(db);
        begun = { held };
      }
      // As long as a first pull goes on there are none.
      const hasCards = begins ? !page.more : firstCard !== undefined;
      const isFirst = begins || !hasCards;
      const mayBeHere = (id: string) => !isFirst || held !== brought.held || brought.ids.has(id);
      const before = begins ? NOTHING : (early ?? (await readBefore(db, changes, mayBeHere)));
      const packsAddresses = begins || (brought.held !== null && !hasOneOf(changes, 'address', brought.addressKeys));
      const [settled] = await Promise.all([
        shownEntries(db, page),
        applyChanges(db, changes, before, { packsTopics: isFirst, packsAddresses }),
        writeMeta(db, 'cursor', page.cursor),
      ]);
      await Promise.all([dropEntries(db, settled), hasCards ? refreshCards(db, concerned(changes, before)) : null]);
      return true;
    }),
  );
  if (stored === true) note(brought, changes, begun);
  return stored;
}

/** After the transaction: one that was undone brought nothing. */
function note(brought: Brought, changes: readonly Change[], begun: { held: number } | null): void {
  if (begun !== null) {
    brought.ids.clear();
    brought.addressKeys.clear();
    brought.held = begun.held;
  }
  for (const { id } of [...ofKind(changes, 'topic'), ...ofKind(changes, 'clip')]) brought.ids.add(id);
  for (const { id } of ofKind(changes, 'address')) brought.addressKeys.add(id);
}

/** Forgets what the queue sent, never what was not sent to it (PL2). */
export async function forgetPulled(db: AccountDatabase): Promise<void> {
  const [entries, parked] = await Promise.all([outboxEntries(db), db.parked.toCollection().primaryKeys()]);
  // Saving a clip has the clip's id (see `append`), where it waits and where it was parked.
  const kept = await bulkGet(db.clips, [...entries.map(({ id }) => id), ...parked]);
  await Promise.all([
    ...PULLED.map((name) => db[name].clear()),
    db.clips.clear(),
    db.pictures.where('fetchedAt').above(0).delete(),
  ]);
  // One that an earlier pull brought may have left the queue since: again it is only this device's.
  if (kept.length > 0) await db.clips.bulkAdd(kept.map((row) => ({ ...row, receivedAt: null })));
}

/**
 * [OB2] Acknowledged and shown by what was pulled: now entries may go. Not before the last page: a
 * row that moved on since stands on a later one.
 */
async function shownEntries(db: AccountDatabase, { more, cursor }: PullResponse): Promise<OutboxEntry[]> {
  const [settled, gone] = await Promise.all([readMeta(db, 'settled'), goneThrough(db)]);
  if (more || cursor.seq < settled.seq || settled.through <= gone) return [];
  return db.outbox.where('number').between(gone, settled.through, false, true).toArray();
}

/** After the rows of the page: what the queue took and does not show was taken back on another device meanwhile. */
async function dropEntries(db: AccountDatabase, entries: readonly OutboxEntry[]): Promise<void> {
  const last = entries.at(-1)?.number;
  if (last === undefined) return;
  const saved = entries.filter(({ action }) => action.name === 'saveClip');
  const [rows] = await Promise.all([
    bulkGet(
      db.clips,
      saved.map(({ id }) => id),
    ),
    forgetThrough(db, last),
  ]);
  for (const row of rows) if (row.receivedAt === null) await forgetClip(db, row.clip.id);
}

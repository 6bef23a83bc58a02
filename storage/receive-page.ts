/** Takes in one page of what changed in the queue: rows, counts, cursor and the end of settled entries together (PL3). */
import type { Table } from 'dexie';
import type { Cursor } from '../protocol/cursor.ts';
import type { Change, PullResponse } from '../protocol/pull.ts';
import type { AccountDatabase } from './database.ts';
import { PULLED } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { guarded } from './problems.ts';
import { sendOwnAgain } from './renumber.ts';
import { forgetClip } from './send-again.ts';
import { emptyCards, refreshCards } from './topic-cards.ts';
import { moveCounts } from './topic-counts.ts';

const sameCursor = (a: Cursor | null, b: Cursor | null): boolean =>
  a === b || (a !== null && b !== null && a.epoch === b.epoch && a.seq === b.seq && a.view === b.view);

/**
 * Stores a page that was asked for with the cursor `asked`. Answers false, and stores nothing, if
 * the database stands elsewhere meanwhile.
 */
export async function receivePage(
  db: AccountDatabase,
  asked: Cursor | null,
  page: PullResponse,
  now: number,
): Promise<boolean> {
  const isMore = asked !== null && !page.reset && asked.epoch === page.cursor.epoch;
  const stored = isMore ? await receive(db, tablesOf(db, page), asked, page, now) : 'needs all';
  return stored === 'needs all' ? (await receive(db, db.tables, asked, page, now)) === true : stored;
}

/** What most pages are about. Only a page that begins anew needs all tables: nobody else can read those of a transaction that writes. */
const tablesOf = (db: AccountDatabase, { changes }: PullResponse): Table[] => {
  const { meta, outbox, clips, topics, questions, topicCards, topicCounts, pageTexts, pictures, uploads } = db;
  const simple = new Set(changes.flatMap(({ kind }) => (isSimple(kind) ? [TABLES[kind]] : [])));
  const always = [meta, outbox, clips, topics, questions, topicCards, topicCounts, pageTexts, pictures, uploads];
  return [...new Set<Table>([...always, ...[...simple].map((name): Table => db.table(name))])];
};

/** What is not asked for after another answer is asked for together: each time to wait for the engine is much of a small page. */
const receive = (
  db: AccountDatabase,
  tables: Table[],
  asked: Cursor | null,
  page: PullResponse,
  now: number,
): Promise<boolean | 'needs all'> =>
  guarded(() =>
    // [PL3]
    db.transaction('rw', tables, async () => {
      const [cursor, epoch] = await Promise.all([readMeta(db, 'cursor'), readMeta(db, 'epoch')]);
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
      }
      const concerned = await applyChanges(db, page.changes);
      await Promise.all([refreshCards(db, concerned), dropSettled(db, page), writeMeta(db, 'cursor', page.cursor)]);
      return true;
    }),
  );

/** Forgets what the queue sent, never what was not sent to it (PL2). */
export async function forgetPulled(db: AccountDatabase): Promise<void> {
  const entries = await db.outbox.toArray();
  // Saving a clip has the clip's id (see `append`), where it waits and where it was parked.
  const unsent = [...entries.map(({ id }) => id), ...(await db.parked.toCollection().primaryKeys())];
  const kept = (await db.clips.bulkGet(unsent)).filter((row) => row !== undefined);
  await Promise.all(PULLED.map((name) => db[name].clear()));
  await db.clips.clear();
  // One that an earlier pull brought may have left the queue since: again it is only this device's.
  await db.clips.bulkAdd(kept.map((row) => ({ ...row, receivedAt: null })));
  await db.pictures.where('fetchedAt').above(0).delete();
}

/**
 * [OB2] Acknowledged and shown by what was pulled: now entries may go. Not before the last page: a
 * row that moved on since stands on a later one.
 */
async function dropSettled(db: AccountDatabase, { more, cursor }: PullResponse): Promise<void> {
  const settled = await readMeta(db, 'settled');
  if (more || cursor.seq < settled.seq) return;
  const range = db.outbox.where('number').belowOrEqual(settled.through);
  const entries = await range.toArray();
  if (entries.length === 0) return;
  const saved = entries.filter(({ action }) => action.name === 'saveClip');
  await range.delete();
  // What the queue took and does not show was taken back on another device meanwhile.
  const rows = await db.clips.bulkGet(saved.map(({ id }) => id));
  for (const row of rows) if (row?.receivedAt === null) await forgetClip(db, row.clip.id);
}

/** Kinds whose rows are kept as they come, and where. */
const TABLES = {
  address: 'addresses',
  department: 'departments',
  audience: 'audiences',
  goal: 'goals',
  channel: 'channels',
  deskRules: 'deskRules',
  siteProfile: 'siteProfiles',
  colleague: 'colleagues',
  note: 'notes',
  question: 'questions',
  publication: 'publications',
  result: 'results',
  share: 'shares',
  thanks: 'thanks',
  consent: 'consents',
  assignment: 'assignments',
  absence: 'absences',
  timeBudget: 'timeBudgets',
  claim: 'claims',
  clearance: 'clearances',
  savedView: 'savedViews',
  rejection: 'rejections',
  rule: 'rules',
  acknowledgement: 'acknowledgements',
} as const satisfies Partial<Record<Change['kind'], (typeof PULLED)[number]>>;
const SIMPLE = Object.keys(TABLES) as (keyof typeof TABLES)[];

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

const isSimple = (kind: Change['kind']): kind is keyof typeof TABLES => kind in TABLES;

/** Returns the topics whose cards have something of what changed. */
async function applyChanges(db: AccountDatabase, changes: readonly Change[]): Promise<string[]> {
  const of = <K extends Change['kind']>(kind: K) =>
    changes.filter((change): change is ChangeOf<K> => change.kind === kind);
  const rows = <R>(list: readonly { row: R | null }[]) => list.flatMap(({ row }) => (row === null ? [] : [row]));
  const gone = (list: readonly { id: string; row: unknown }[]) =>
    list.flatMap(({ id, row }) => (row === null ? [id] : []));

  const [topics, clips, questions] = [of('topic'), of('clip'), of('question')];
  const [before, [firstCard], clipsBefore, questionsBefore] = await Promise.all([
    db.topics.bulkGet(topics.map(({ id }) => id)),
    db.topicCards.limit(1).primaryKeys(),
    db.clips.bulkGet(clips.map(({ id }) => id)),
    db.questions.bulkGet(questions.map(({ id }) => id)),
  ]);
  // The queue tells nobody of anybody but themselves [VI1].
  const [person] = rows(of('person'));
  await Promise.all([
    ...(person === undefined ? [] : [writeMeta(db, 'person', person)]),
    moveCounts(
      db,
      before.filter((row) => row !== undefined),
      rows(topics),
    ),
    putAndDelete(db.topics, rows(topics), gone(topics)),
    putAndDelete(db.clips, rows(clips), []),
    ...gone(clips).map((id) => forgetClip(db, id)),
    ...SIMPLE.map((kind) => {
      const list: readonly { id: string; row: unknown }[] = of(kind);
      return putAndDelete(db.table(TABLES[kind]), rows(list), gone(list));
    }),
  ]);
  // As long as a first pull goes on there are none.
  if (firstCard === undefined) return [];
  return [
    ...topics.map(({ id }) => id),
    ...[...clipsBefore, ...questionsBefore, ...rows(clips), ...rows(questions)].flatMap((row) => row?.topicId ?? []),
  ];
}

/** Nothing is asked of a table of which the page says nothing: every question that is put to the engine costs. */
async function putAndDelete<R>(table: Table<R, string>, rows: readonly R[], gone: readonly string[]): Promise<void> {
  if (rows.length > 0) await table.bulkPut(rows);
  if (gone.length > 0) await table.bulkDelete([...gone]);
}

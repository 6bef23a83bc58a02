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
  return guarded(() =>
    // [PL3]
    db.transaction('rw', db.tables, async () => {
      if (!sameCursor(await readMeta(db, 'cursor'), asked)) return false;
      const otherHistory = page.cursor.epoch !== (await readMeta(db, 'epoch'));
      if (otherHistory) {
        await sendOwnAgain(db, now); // [CL7]
        await writeMeta(db, 'epoch', page.cursor.epoch);
      }
      // Without a cursor there may be rows of an earlier time that no page will take away.
      if (page.reset || otherHistory || asked === null) {
        await forgetPulled(db);
        // With more to come cards are made once everything is here (`makeMissingCards`).
        if (!page.more) await emptyCards(db);
      }
      await applyChanges(db, page.changes);
      await dropSettled(db, page);
      await writeMeta(db, 'cursor', page.cursor);
      return true;
    }),
  );
}

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
  const saved = (await range.toArray()).filter(({ action }) => action.name === 'saveClip');
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

async function applyChanges(db: AccountDatabase, changes: readonly Change[]): Promise<void> {
  const of = <K extends Change['kind']>(kind: K) =>
    changes.filter((change): change is ChangeOf<K> => change.kind === kind);
  const rows = <R>(list: readonly { row: R | null }[]) => list.flatMap(({ row }) => (row === null ? [] : [row]));
  const gone = (list: readonly { id: string; row: unknown }[]) =>
    list.flatMap(({ id, row }) => (row === null ? [id] : []));

  const topics = of('topic');
  const before = await db.topics.bulkGet(topics.map(({ id }) => id));
  await moveCounts(
    db,
    before.filter((row) => row !== undefined),
    rows(topics),
  );
  const clips = of('clip');
  const questions = of('question');
  const leaving = [
    ...(await db.clips.bulkGet(clips.map(({ id }) => id))),
    ...(await db.questions.bulkGet(questions.map(({ id }) => id))),
  ];
  // The queue tells nobody of anybody but themselves [VI1].
  const [person] = rows(of('person'));
  if (person !== undefined) await writeMeta(db, 'person', person);
  await Promise.all([
    db.topics.bulkPut(rows(topics)),
    db.topics.bulkDelete(gone(topics)),
    db.clips.bulkPut(rows(clips)),
    ...gone(clips).map((id) => forgetClip(db, id)),
    ...SIMPLE.map(async (kind) => {
      const list: readonly { id: string; row: unknown }[] = of(kind);
      if (list.length === 0) return; // Of most pages: every question that is put to the engine costs.
      const table: Table<unknown, string> = db.table(TABLES[kind]);
      await table.bulkPut(rows(list));
      await table.bulkDelete(gone(list));
    }),
  ]);
  await refreshCards(db, [
    ...topics.map(({ id }) => id),
    ...[...leaving, ...rows(clips), ...rows(questions)].flatMap((row) => row?.topicId ?? []),
  ]);
}

/** What was measured against goals, waiting entries applied (ST2). */
import { resultId } from '../desk/result-id.ts';
import { checkResult, type MeasuredThings, recordResult, saysTheSame } from '../desk/results.ts';
import { publicationSchema } from '../protocol/publication.ts';
import { type Result, type ResultInput, resultInputSchema, resultSchema } from '../protocol/result.ts';
import { goalSchema } from '../protocol/strategy.ts';
import { topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { append, appendMany } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { followPublications } from './publications.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import { deskRules, readWaiting, seenTopic, type Waiting, waitingTables } from './waiting.ts';

/** A measurement as somebody enters it: its id follows from what is measured, unless it corrects one that is there. */
export type ResultWish = Omit<ResultInput, 'id'> & { id?: string };

/** All results of this device, the newest measurement first. */
export async function allResults(db: AccountDatabase): Promise<Result[]> {
  const waiting = await readWaiting(db);
  const rows = sound('results', resultSchema, await db.results.toArray());
  return withWaiting(db, rows, waiting);
}

/** The results of these topics, the newest measurement first. */
export async function resultsOf(db: AccountDatabase, topicIds: readonly string[]): Promise<Result[]> {
  const results = await allResults(db);
  return results.filter(({ topicId }) => topicId !== null && topicIds.includes(topicId));
}

async function withWaiting(db: AccountDatabase, rows: readonly Result[], waiting: Waiting): Promise<Result[]> {
  const seen = new Map(rows.map((row) => [row.id, row]));
  for (const { action, madeAt } of waiting.entries) {
    if (action.name === 'withdrawResult') seen.delete(action.resultId);
    if (action.name !== 'saveResult') continue;
    const [goal] = sound('goals', goalSchema, [await db.goals.get(action.result.goalId)]);
    if (goal !== undefined) seen.set(action.result.id, recordResult(action.result, goal, waiting.person, madeAt));
  }
  return [...seen.values()].sort((a, b) => b.measuredAt - a.measuredAt || (a.id < b.id ? -1 : 1));
}

/**
 * Keeps a measurement: seen at once, sent when there is a way.
 * @returns it, and what stood under its id before; null: nothing did
 * @throws StorageError the refusal of `checkResult`, `invalid`, or those of `saveClip`
 */
export async function saveResult(
  db: AccountDatabase,
  wish: ResultWish,
  now: number,
): Promise<{ saved: ResultInput; before: ResultInput | null }> {
  const said = await complete(db, wish);
  return guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.publications, db.goals, db.results], async () => {
      const { waiting, things, before } = await look(db, said);
      const saved = withLessonOf(said, before);
      const refusal = checkResult(things, saved, waiting.person, now);
      if (refusal !== null) throw new StorageError(refusal.kind, refusal.path);
      await append(db, crypto.randomUUID(), { name: 'saveResult', result: saved }, now);
      return { saved, before };
    }),
  );
}

/** A lesson that somebody wrote to it stays: a figure that comes later, by hand or in a file, says none and takes none away. */
const withLessonOf = (input: ResultInput, before: ResultInput | null): ResultInput => ({
  ...input,
  lesson: input.lesson ?? before?.lesson ?? null,
});

/** The measurement is as it was before it was saved, or gone. */
export const takeResultBack = (
  db: AccountDatabase,
  { saved, before }: { saved: ResultInput; before: ResultInput | null },
  now: number,
): Promise<void> =>
  guarded(() =>
    db.transaction('rw', db.outbox, db.meta, () =>
      append(
        db,
        crypto.randomUUID(),
        before === null ? { name: 'withdrawResult', resultId: saved.id } : { name: 'saveResult', result: before },
        now,
      ),
    ),
  );

/** What became of one measurement of many. */
type ImportOutcome = 'new' | 'changed' | 'same' | MeasureRefusal;
type MeasureRefusal = { refused: NonNullable<ReturnType<typeof checkResult>>['kind'] };
export type ImportedResult = { input: ResultInput; outcome: ImportOutcome };

/** What saving these would do, one answer each in their order; nothing is written. One measured twice counts once, as its last. */
export async function previewResults(
  db: AccountDatabase,
  wishes: readonly ResultWish[],
  now: number,
): Promise<ImportedResult[]> {
  const inputs: ResultInput[] = [];
  for (const wish of wishes) inputs.push(await complete(db, wish));
  const found: ImportedResult[] = [];
  const known = new Map((await allResults(db)).map((result): [string, ResultInput] => [result.id, result]));
  for (const read of inputs) {
    const before = known.get(read.id);
    const input = withLessonOf(read, before ?? null);
    const { waiting, things } = await look(db, input);
    const refusal = checkResult(things, input, waiting.person, now);
    found.push({
      input,
      outcome:
        refusal !== null
          ? { refused: refusal.kind }
          : before === undefined
            ? 'new'
            : saysTheSame(before, input)
              ? 'same'
              : 'changed',
    });
    if (refusal === null) known.set(input.id, input);
  }
  return found;
}

/** Keeps what the preview found new or changed, all of it or nothing. Returns how many. */
export async function importResults(db: AccountDatabase, wishes: readonly ResultWish[], now: number): Promise<number> {
  const found = await previewResults(db, wishes, now);
  const entries = found
    .filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
    .map(({ input }) => ({ id: crypto.randomUUID(), action: { name: 'saveResult' as const, result: input } }));
  await guarded(() => db.transaction('rw', db.outbox, db.meta, () => appendMany(db, entries, now)));
  return entries.length;
}

async function complete(db: AccountDatabase, wish: ResultWish): Promise<ResultInput> {
  const { timeZone } = await deskRules(db);
  const id = wish.id ?? (await resultId(wish, timeZone));
  const parsed = resultInputSchema.safeParse({ ...wish, id });
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  return parsed.data;
}

async function look(
  db: AccountDatabase,
  input: ResultInput,
): Promise<{ waiting: Waiting; things: MeasuredThings; before: ResultInput | null }> {
  const waiting = await readWaiting(db);
  const [goal] = sound('goals', goalSchema, [await db.goals.get(input.goalId)]);
  const [row] = input.topicId === null ? [] : sound('topics', topicSchema, [await topicAt(db, input.topicId)]);
  const topic = input.topicId === null ? null : seenTopic(waiting, input.topicId, row ?? null);
  const [publication] = input.publicationId === null ? [] : await publicationsSeen(db, waiting, input.publicationId);
  const [held] = sound('results', resultSchema, [await db.results.get(input.id)]);
  const [before] = (await withWaiting(db, held === undefined ? [] : [held], waiting)).filter(
    ({ id }) => id === input.id,
  );
  return {
    waiting,
    things: { goal: goal ?? null, topic, publication: publication ?? null, held: before ?? null },
    before: before === undefined ? null : resultInputSchema.parse(before),
  };
}

/** A publication that waits counts as it will be. */
async function publicationsSeen(db: AccountDatabase, waiting: Waiting, id: string) {
  const [row] = sound('publications', publicationSchema, [await db.publications.get(id)]);
  const seen = followPublications(row === undefined ? [] : [row], waiting);
  return seen.map(({ publication }) => publication).filter((publication) => publication.id === id);
}

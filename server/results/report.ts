/** Takes measurements that another program sends: by the rules of the desk, each for itself, nothing twice [RS4]. */
import { resultId } from '../../desk/result-id.ts';
import { checkResult, recordResult, saysTheSame } from '../../desk/results.ts';
import type { ReportedResult, ReportResponse, ResultInput } from '../../protocol/result.ts';
import { measuredThings } from '../push/save-result.ts';
import { findPublication, publicationAt } from '../rows/publications.ts';
import { saveResult } from '../rows/results.ts';
import { deskRules, findEntry } from '../rows/strategy.ts';
import type { Sql, Store, Tx } from '../store/store.ts';

type Outcome = ReportResponse['results'][number];
type Read = { input: ResultInput } | { refused: Outcome };

const refused = (kind: string, path: string): Outcome => ({ id: null, outcome: 'refused', refusal: { kind, path } });

/** One answer for each, in their order: one that is refused keeps none of the others out. */
export async function reportResults(
  store: Store,
  reported: readonly ReportedResult[],
  now: number,
): Promise<Outcome[]> {
  // Ids are hashes, and nothing but the database is awaited while others wait for the same commit.
  const read = await store.read(async (sql) => {
    const { timeZone } = await deskRules(sql);
    const inputs: { wish: ReportedResult; named: Read; timeZone: string }[] = [];
    for (const wish of reported) inputs.push({ wish, named: await readNames(sql, wish), timeZone });
    return inputs;
  });
  const inputs: Read[] = [];
  for (const { named, timeZone } of read)
    inputs.push('refused' in named ? named : { input: { ...named.input, id: await resultId(named.input, timeZone) } });
  const { result } = await store.write(async (tx) => {
    const outcomes: Outcome[] = [];
    for (const each of inputs) outcomes.push('refused' in each ? each.refused : await save(tx, each.input, now));
    return outcomes;
  });
  return result;
}

/** The publication that a report names, by id or by address, and the unit that it may leave out. */
async function readNames(sql: Sql, wish: ReportedResult): Promise<Read> {
  const goal = await findEntry(sql, 'goal', wish.goalId);
  if (goal === null) return { refused: refused('unknown_goal', 'goalId') };
  const isNamed = wish.publicationId !== undefined || wish.address !== undefined;
  const publication =
    wish.publicationId !== undefined
      ? await findPublication(sql, wish.publicationId)
      : wish.address !== undefined
        ? await publicationAt(sql, wish.address)
        : null;
  if (isNamed && publication === null)
    return { refused: refused('not_found', wish.publicationId === undefined ? 'address' : 'publicationId') };
  return {
    input: {
      // Filled in by the caller.
      id: '',
      goalId: wish.goalId,
      topicId: publication?.topicId ?? null,
      publicationId: publication?.id ?? null,
      value: wish.value,
      unit: wish.unit ?? goal.unit?.de ?? goal.unit?.en ?? '',
      measuredAt: wish.measuredAt,
      source: 'api',
      lesson: wish.lesson ?? null,
    },
  };
}

async function save(tx: Tx, input: ResultInput, now: number): Promise<Outcome> {
  const things = await measuredThings(tx, input);
  const refusal = checkResult(things, input, null, now);
  if (refusal !== null || things.goal === null) return refused(refusal?.kind ?? 'unknown_goal', refusal?.path ?? '');
  const before = things.held;
  // A lesson that the editors wrote to it is theirs, whatever figure comes later.
  const kept = before === null ? input : { ...input, lesson: input.lesson ?? before.lesson };
  if (before !== null && saysTheSame(before, kept)) return { id: input.id, outcome: 'unchanged', refusal: null };
  await saveResult(tx, recordResult(kept, things.goal, null, now));
  return { id: input.id, outcome: 'saved', refusal: null };
}

/** Runs the jobs of a transaction: one after the other, or those together that have nothing in common. */
import type { ChangeKind } from '../../protocol/pull.ts';
import type { ChangedKeys } from './change-log.ts';
import { createSharing } from './sharing.ts';
import { type Job, type Sql, StoreUnavailable, type Tx, type Value } from './store.ts';

export type Waiting = Required<Job> & {
  /** It was in a group that was undone: it runs in a savepoint, so that it is undone alone. */
  again: boolean;
  run(tx: Tx): Promise<void>;
  /** Called once the group is durable. */
  succeed(seq: number): void;
  fail(error: unknown): void;
};

/** A job failed after it wrote, and not in a savepoint. */
export class Undone extends Error {}

type Group = {
  sql: Sql;
  /** Nobody else can change what this transaction read while it holds the lock. */
  memo: Map<string, Promise<unknown>>;
  /** A statement that fails spoils the transaction, whatever it was. */
  isRemote: boolean;
};

/** Keys of jobs that run together, at most. */
const MOST_KEYS = 400;

/** Takes those who run next: one, or several of whom none touches what another one does. */
export function takeNext(waiting: Waiting[], isRemote: boolean): Waiting[] {
  const first = waiting.shift();
  if (first === undefined) return [];
  const taken = [first];
  if (!isRemote || first.touches === null || first.again) return taken;
  const touched = new Set(first.touches);
  for (let next = waiting[0]; next?.touches != null && !next.again; next = waiting[0]) {
    if (touched.size + next.touches.length > MOST_KEYS || next.touches.some((key) => touched.has(key))) break;
    for (const key of next.touches) touched.add(key);
    taken.push(next);
    waiting.shift();
  }
  return taken;
}

/**
 * Runs jobs that have nothing in common.
 * @param over is told of those that threw: they left nothing behind, and who sent them knows
 * @returns what each of the others changed. @throws Undone
 */
export async function runTogether(
  group: Group,
  jobs: readonly Waiting[],
  over: (job: Waiting) => void,
): Promise<Map<Waiting, ChangedKeys>> {
  const changed = new Map<Waiting, ChangedKeys>();
  const failures: unknown[] = [];
  const isOne = jobs.length === 1;
  const sharing = isOne ? null : createSharing(group.sql);
  // Those who want to be alone wait until everybody else is done, and then go on one after the other.
  const parked: (() => void)[] = [];
  let busy = jobs.length;
  const rest = () => {
    busy -= 1;
    if (busy > 0) return;
    const next = parked.shift();
    if (next === undefined) return;
    busy = 1;
    next();
  };
  const alone = () => {
    let isAlone = isOne;
    return async () => {
      if (isAlone) return;
      isAlone = true;
      await new Promise<void>((resume) => {
        parked.push(resume);
        rest();
      });
    };
  };
  await Promise.all(
    jobs.map(async (job) => {
      try {
        const own = await runJob({ ...group, sql: sharing?.forJob() ?? group.sql }, job, alone());
        if (own === null) over(job);
        else changed.set(job, own);
      } catch (error) {
        failures.push(error);
      }
      rest();
    }),
  );
  if (failures.length > 0) {
    sharing?.drop();
    throw failures.find((failure) => failure instanceof StoreUnavailable) ?? failures[0];
  }
  sharing?.send();
  return changed;
}

/** Runs one job and answers what it changed; null: it threw, which is undone alone and told at once. @throws Undone */
async function runJob(
  { sql, memo, isRemote }: Group,
  job: Waiting,
  alone: () => Promise<void>,
): Promise<ChangedKeys | null> {
  const own: ChangedKeys = new Map();
  const changed = (kind: ChangeKind, id: string) => void own.set(`${kind} ${id}`, { kind, id });
  if (!job.keepsStrategy) memo.clear();
  let hasWritten = false;
  let isOver = false;
  let refused: unknown = null;
  const checkTime = () => {
    // The transaction may be over too: what a failed job left running would write into the next one, or into none.
    if (isOver) throw new Error('the job is over');
  };
  const noted = <T>(answer: Promise<T>): Promise<T> => {
    if (isRemote)
      answer.catch((error: unknown) => {
        refused ??= error;
      });
    return answer;
  };
  const tx: Tx = {
    all: async (text, ...values) => {
      checkTime();
      hasWritten ||= !/^\s*SELECT\b/.test(text);
      return noted(sql.all(text, ...values));
    },
    run: async (text: string, ...values: Value[]) => {
      checkTime();
      hasWritten = true;
      return noted(sql.run(text, ...values));
    },
    askEach:
      sql.askEach &&
      (async <R>(text: string, keys: readonly Value[][]) => {
        checkTime();
        return (await sql.askEach?.<R>(text, keys)) ?? [];
      }),
    runEach:
      sql.runEach &&
      (async (text, rows) => {
        checkTime();
        hasWritten = true;
        return sql.runEach?.(text, rows);
      }),
    changed,
    alone,
    memo: job.keepsStrategy ? memo : undefined,
  };
  if (job.again) await sql.run('SAVEPOINT job');
  try {
    await job.run(tx);
    // An engine may say only now that something of it failed: see `write-behind.ts`.
    if (job.again) await sql.run('RELEASE SAVEPOINT job');
  } catch (error) {
    isOver = true;
    if (job.again) await undo(sql, error);
    else if (refused instanceof StoreUnavailable) throw refused;
    else if (hasWritten || refused !== null) throw new Undone();
    memo.clear();
    job.fail(error);
    return null;
  }
  isOver = true;
  return own;
}

/** @throws if the whole transaction is lost */
async function undo(sql: Sql, error: unknown): Promise<void> {
  try {
    await sql.run('ROLLBACK TO SAVEPOINT job');
    await sql.run('RELEASE SAVEPOINT job');
  } catch (failure) {
    // A full disk undoes the whole transaction in SQLite: what tells the story is that, not the missing savepoint.
    // A connection that broke fails everybody, and not with what one of them did.
    throw failure instanceof StoreUnavailable ? failure : error;
  }
}

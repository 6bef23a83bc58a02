/**
 * When things travel: one flight at a time, a plan for the next try that outlives the worker, and
 * pauses that only the person or an update can end.
 */
import type { AccountDatabase } from '../storage/database.ts';
import { FRESH_SCHEDULE, PAUSES, readMeta, type Schedule, type SyncProblem, writeMeta } from '../storage/meta.ts';
import { unsentCount } from '../storage/outbox.ts';
import { asStorageError, guarded, StorageError } from '../storage/problems.ts';
import { makeMissingCards } from '../storage/topic-cards.ts';
import { dropOldTopics } from '../storage/working-set.ts';
import { backOff } from './back-off.ts';
import { SyncError } from './errors.ts';
import { uploadPictures } from './pictures.ts';
import { pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import type { Transport } from './transport.ts';

/**
 * `asked`: the person wants it now, or signed in, or an update came; ends a pause. `act`, `online`:
 * do not wait for the planned try. `timer`, `poke`: only when it is time.
 */
export type SyncReason = 'asked' | 'act' | 'online' | 'timer' | 'poke';

export type SyncParts = {
  db: AccountDatabase;
  transport: Transport;
  /** Whether the account is signed in yet; any page may sign out while a flight is in the air. */
  signedIn(): Promise<boolean>;
  /** `navigator.locks`; shared by every page and worker of the extension. */
  locks: { request<T>(name: string, run: () => Promise<T>): Promise<T> };
  clock: () => number;
  random: () => number;
  /** Told of what nobody expected; the loop goes on. */
  report(error: unknown): void;
};

export type Sync = { run(reason: SyncReason): Promise<Schedule> };

/** Held by a flight; who holds it can be sure that there is none. */
export const flightLock = (db: AccountDatabase): string => `clipdesk-sync:${db.name}`;

export function createSync(parts: SyncParts): Sync {
  const { db, locks } = parts;
  let reasons = new Set<SyncReason>();
  let waiting: Promise<Schedule> | null = null;
  return {
    /**
     * Sends and fetches once, after the flight that is on its way now, if any. Calls that come before
     * it begins share it; one that comes later gets its own, so what was kept before the call is sent.
     * @returns the plan: when to try next
     * @throws StorageError only: the account was left, or not even the plan could be kept
     */
    run(reason) {
      reasons.add(reason);
      if (waiting !== null) return waiting;
      let begun = false;
      const mine = locks.request(flightLock(db), () => {
        const why = reasons;
        reasons = new Set();
        begun = true;
        waiting = null;
        return guarded(() => flight(parts, why)); // [PU2]
      });
      // Some lock managers begin at once when nobody holds the lock.
      if (!begun) waiting = mine;
      // A lock that was refused must not be waited for by those who come later.
      mine.catch(() => {
        if (waiting === mine) waiting = null;
      });
      return mine;
    },
  };
}

async function flight(parts: SyncParts, reasons: ReadonlySet<SyncReason>): Promise<Schedule> {
  const { db, clock, report } = parts;
  const before = await readMeta(db, 'schedule');
  if (!isTime(before, reasons, clock())) return before;
  try {
    await exchange(parts);
    return await keep(db, { ...FRESH_SCHEDULE, lastSyncAt: clock() });
  } catch (error) {
    // The account was left while this was in the air: there is nothing to plan.
    if (asStorageError(error).kind === 'storage_closed') throw error;
    if (!(error instanceof SyncError)) report(error);
    return keep(db, plan(before, error, parts));
  }
}

function isTime(
  { pausedBecause, askedToWaitUntil, nextTryAt }: Schedule,
  reasons: ReadonlySet<SyncReason>,
  now: number,
) {
  if (askedToWaitUntil !== null && now < askedToWaitUntil) return false;
  if (reasons.has('asked')) return true;
  if (pausedBecause !== null) return false;
  return reasons.has('act') || reasons.has('online') || nextTryAt === null || now >= nextTryAt;
}

async function exchange(parts: SyncParts): Promise<void> {
  const { db, clock } = parts;
  const transport = whileSignedIn(parts);
  let restores = 0;
  do {
    try {
      await pushAll(db, transport, clock);
    } catch (error) {
      // [CL7] The pull brings the new history and puts the person's own clips before what waits.
      if (!(error instanceof SyncError) || error.kind !== 'epoch_changed' || restores > 1) throw error;
      restores += 1;
    }
    await pullAll(db, transport, clock);
  } while ((await unsentCount(db)) > 0);
  await makeMissingCards(db);
  await uploadPictures(db, transport);
  await dropOldTopics(db, clock());
}

/** [VI3] The transport of a flight that ends at its next request once the account was left. */
function whileSignedIn({ transport, signedIn }: SyncParts): Transport {
  const checked =
    <Q, A>(request: (question: Q) => Promise<A>) =>
    async (question: Q): Promise<A> => {
      if (!(await signedIn())) throw new StorageError('storage_closed');
      return request(question);
    };
  const { push, pull, putPicture } = transport;
  return { ...transport, push: checked(push), pull: checked(pull), putPicture: checked(putPicture) };
}

/** [PU5] What comes next after a failure. */
function plan(before: Schedule, error: unknown, { clock, random }: SyncParts): Schedule {
  const now = clock();
  const { retryAfterMs = null } = error instanceof SyncError ? error : {};
  const lastProblem = problemOf(error);
  const pausedBecause = PAUSES.find((pause) => pause === lastProblem) ?? null;
  const attempts = before.attempts + 1;
  const delay = Math.max(backOff(attempts, random), retryAfterMs ?? 0);
  return {
    attempts,
    nextTryAt: pausedBecause === null ? now + delay : null,
    askedToWaitUntil: retryAfterMs === null ? null : now + retryAfterMs,
    lastProblem,
    pausedBecause,
    lastSyncAt: before.lastSyncAt,
  };
}

function problemOf(error: unknown): SyncProblem {
  if (!(error instanceof SyncError)) return 'failed';
  switch (error.kind) {
    case 'epoch_changed':
    case 'forked':
    case 'gap':
    case 'too_large':
    case 'not_found':
    case 'strategy_changed':
    case 'strategy_faulty':
      return 'failed';
    default:
      return error.kind;
  }
}

async function keep(db: AccountDatabase, schedule: Schedule): Promise<Schedule> {
  await writeMeta(db, 'schedule', schedule);
  return schedule;
}

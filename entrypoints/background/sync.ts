/**
 * When the background sends and fetches. A worker lives about 30 seconds and hears of no returning
 * network, so everything that must happen later is an alarm or a sync event of the browser.
 */
import { browser } from 'wxt/browser';
import { unsentCount } from '../../storage/outbox.ts';
import { asStorageError } from '../../storage/problems.ts';
import type { SyncReason } from '../../sync/sync-loop.ts';
import { forgetSession, openSession } from '../browser/session.ts';
import { syncOf } from '../browser/session-sync.ts';
import { updateBadge } from './badge.ts';

const RETRY = 'retry';
const FETCH = 'fetch';
/** Without an open page the submitter hears of a decision within this time. Minutes. */
const FETCH_EVERY = 15;
/** The browser keeps no shorter alarm. Minutes. */
const SOONEST = 0.5;

/** Starts a flight and returns; what goes wrong is planned for again. */
export function syncNow(reason: SyncReason): void {
  void fly(reason).catch(lookAgain);
}

/** The account was left, and whoever did it may be gone before saying so: the next flight asks which one is in use. */
function lookAgain(error: unknown): void {
  if (asStorageError(error).kind === 'storage_closed') forgetSession();
}

async function fly(reason: SyncReason): Promise<void> {
  const session = await openSession();
  await updateBadge();
  if (session === null || session.account.tokens === null) return;
  const waits = (await unsentCount(session.db)) > 0;
  // Before the flight: if the worker dies in it, somebody must wake it. [PU5]
  if (waits) await Promise.all([browser.alarms.create(RETRY, { delayInMinutes: 1 }), askForSyncEvent()]);
  const { nextTryAt, pausedBecause } = await syncOf(session).run(reason);
  const left = await unsentCount(session.db);
  // What waits for the person or an update is not helped by trying; they start a flight of their own.
  if (pausedBecause !== null || (left === 0 && nextTryAt === null)) await browser.alarms.clear(RETRY);
  else await browser.alarms.create(RETRY, { when: Math.max(nextTryAt ?? 0, Date.now() + SOONEST * 60_000) });
  await updateBadge();
}

/** Chromium wakes the worker when there is network again; others have the alarm only. */
async function askForSyncEvent(): Promise<void> {
  const { registration } = globalThis as { registration?: { sync?: { register(tag: string): Promise<void> } } };
  await registration?.sync?.register('outbox').catch(() => undefined);
}

/** Alarms may be lost with an update or a crash of the browser, so each start makes sure of them. */
export async function keepAlarms(): Promise<void> {
  if ((await browser.alarms.get(FETCH)) === undefined)
    await browser.alarms.create(FETCH, { periodInMinutes: FETCH_EVERY });
}

export function listenToSync(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RETRY || name === FETCH) syncNow('timer');
  });
  addEventListener('sync', (event) => {
    (event as Event & { waitUntil?(work: Promise<unknown>): void }).waitUntil?.(fly('online').catch(lookAgain));
  });
  // Firefox's event page hears it while it lives.
  addEventListener('online', () => syncNow('online'));
}

/** Somebody joined, left or changed: from now on for another account. */
export function changeAccount(): void {
  forgetSession();
  syncNow('asked');
}

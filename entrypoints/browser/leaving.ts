/** Signing out, for every page and the background at once. */
import { forgetTokens, type HeldTokens, readTokens } from '../../storage/accounts.ts';
import { signOut } from '../../storage/sign-out.ts';
import { createAccess } from '../../sync/access.ts';
import { flightLock } from '../../sync/sync-loop.ts';
import { createTransport } from '../../sync/transport.ts';
import { announceAccountChange } from './account-change.ts';
import type { Session } from './session.ts';

/** Resolves when this device has forgotten the account, and the queue was told if it can be reached. */
export async function leaveAccount(session: Session): Promise<void> {
  const { registry, db, account } = session;
  const tokens = await readTokens(registry, account.key);
  // A flight that is in the air ends at its next request.
  await forgetTokens(registry, account);
  // Without network they cannot be made worthless there; here they are forgotten all the same.
  const told = tokens === null ? null : tellQueue(account.queueUrl, tokens).catch(() => undefined);
  await navigator.locks.request(flightLock(db), () => signOut(registry, db, account));
  await announceAccountChange();
  await told;
}

/** With tokens that this device keeps no more; one that ended is replaced first. */
async function tellQueue(queueUrl: string, tokens: HeldTokens): Promise<void> {
  let held = tokens;
  const access = createAccess({
    queueUrl,
    fetch: ask,
    read: async () => held,
    keep: async (_before, after) => {
      held = after;
    },
    alone: (run) => run(),
    clock: Date.now,
  });
  await createTransport({ queueUrl, fetch: ask, access }).leave();
}

const ask = (url: string, init: RequestInit) => fetch(url, init);

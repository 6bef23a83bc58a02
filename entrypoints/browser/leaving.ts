/** Signing out, for every page and the background at once. */
import { forgetToken } from '../../storage/accounts.ts';
import { signOut } from '../../storage/sign-out.ts';
import { flightLock } from '../../sync/sync-loop.ts';
import { announceAccountChange } from './account-change.ts';
import type { Session } from './session.ts';
import { transportOf } from './session-sync.ts';

/** Resolves when this device has forgotten the account, and the queue was told if it can be reached. */
export async function leaveAccount(session: Session): Promise<void> {
  const { registry, db, account } = session;
  // A flight that is in the air ends at its next request.
  await forgetToken(registry, account);
  // Without network the token cannot be made worthless there; here it is forgotten all the same.
  const told = transportOf(session)
    .leave()
    .catch(() => undefined);
  await navigator.locks.request(flightLock(db), () => signOut(registry, db, account));
  await announceAccountChange();
  await told;
}

/** Joining and leaving are for the whole browser: what stands open was opened for another account. */
import { accountChanged } from './background-calls.ts';

/** One for each page: a page does not hear itself. */
const pages = new BroadcastChannel('clipdesk-account');

/** Somebody joined, signed out or changed accounts: tells the background and all other open pages. */
export async function announceAccountChange(): Promise<void> {
  pages.postMessage(null);
  await accountChanged();
}

/** Another page may have left the account that this one shows, with a colleague's rows on the screen. */
export function restartOnAccountChange(): void {
  pages.onmessage = () => location.reload();
}

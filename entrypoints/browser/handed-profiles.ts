/**
 * Site profiles on their way into a page: laid down in the extension's own world there, which the page
 * cannot see, and taken by the capture that is injected next.
 */
import { browser } from 'wxt/browser';
import { isOnHosts } from '../../protocol/host-pattern.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import { PLACE } from './taken-profiles.ts';

/** Lays down those that may be for this address; most companies and pages have none, and then nothing is injected. */
export async function handOverProfiles(
  tabId: number,
  address: string,
  profiles: readonly SiteProfile[],
): Promise<void> {
  const fitting = profiles.filter(({ hosts }) => isOnHosts(address, hosts));
  if (fitting.length === 0) return;
  await browser.scripting.executeScript({ target: { tabId }, func: layDown, args: [PLACE, fitting] });
}

/** Runs in the page: it knows nothing but its arguments. */
function layDown(place: string, profiles: SiteProfile[]): void {
  Object.assign(globalThis, { [place]: profiles });
}

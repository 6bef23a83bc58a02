/**
 * Site profiles on their way into a page: laid down in the extension's own world there, which the page
 * cannot see, and taken by the capture that is injected next.
 */
import { browser } from 'wxt/browser';
import { isOnHosts } from '../../protocol/host-pattern.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';

const PLACE = 'clipdeskSiteProfiles';

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

/** In the page: what was laid down for this one capture. Parsed when it arrived from the queue, so not again here. */
export function takeHandedProfiles(): readonly SiteProfile[] {
  const handed: unknown = Object.getOwnPropertyDescriptor(globalThis, PLACE)?.value;
  Reflect.deleteProperty(globalThis, PLACE);
  // An element of the page may have this name; it is no array.
  return Array.isArray(handed) ? handed : [];
}

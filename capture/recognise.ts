/** Which site profile knows a page: asked of every page, and most are of no system that we know. */
import { isHost } from '../protocol/host-pattern.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import { hasElementFor } from './dom.ts';
import { parsedUrl } from './parsed-url.ts';
import { pointedAt, type Recognised } from './site-profile.ts';

/**
 * The first profile that knows the page; the company's own come before ours. Each sign that is none costs a look
 * at every element, so others may work between two of them.
 */
export function* recognise(
  document: Document,
  address: string,
  profiles: readonly SiteProfile[],
): Generator<void, Recognised | null> {
  const host = parsedUrl(address)?.hostname ?? '';
  for (const profile of profiles) {
    const { hosts, signs } = profile;
    if (hosts.length === 0 ? signs.length === 0 : !hosts.some((pattern) => isHost(host, pattern))) continue;
    let isKnown = signs.length === 0;
    // One by one: browsers find an id, a class or an attribute ten times as fast as a list of them.
    for (const sign of signs) {
      isKnown ||= hasElementFor(document, sign);
      yield;
    }
    if (isKnown) return pointedAt(document, profile);
  }
  return null;
}

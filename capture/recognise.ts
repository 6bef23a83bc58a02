/** Which site profile knows a page: asked of every page, and most are of no system that we know. */
import { isHost } from '../protocol/host-pattern.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import { NODES_PER_PASS } from './capture-limits.ts';
import { hasElementFor, sizeOf } from './dom.ts';
import { parsedUrl } from './parsed-url.ts';
import { pointedAt, type Recognised } from './site-profile.ts';

/**
 * The first profile that knows the page; the company's own come before ours. Each sign that is none costs a look
 * at every element, so on a page of many others may work between two of them.
 */
export function* recognise(
  document: Document,
  address: string,
  profiles: readonly SiteProfile[],
): Generator<void, Recognised | null> {
  const host = parsedUrl(address)?.hostname ?? '';
  const size = sizeOf(document);
  let visited = 0;
  for (const profile of profiles) {
    const { hosts, signs } = profile;
    if (hosts.length === 0 ? signs.length === 0 : !hosts.some((pattern) => isHost(host, pattern))) continue;
    let isKnown = signs.length === 0;
    // One by one: browsers find an id, a class or an attribute ten times as fast as a list of them.
    for (const sign of signs) {
      isKnown ||= hasElementFor(document, sign);
      visited += size;
      if (visited < NODES_PER_PASS) continue;
      visited = 0;
      yield;
    }
    if (isKnown) return pointedAt(document, profile);
  }
  return null;
}

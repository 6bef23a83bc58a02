/** The rules of the systems that are known, in the order in which they are looked at. */
import type { AddressRule } from '../../protocol/address-rules.ts';
import { literalsOf, segmentsOf } from './apply.ts';
import { ATLASSIAN } from './atlassian.ts';
import { CODE } from './code.ts';
import { CONTENT_SYSTEMS } from './content-systems.ts';
import { FORUMS } from './forums.ts';
import { FIRST_RULES, GENERAL_RULES } from './general.ts';
import { GOOGLE } from './google.ts';
import { MEDIA } from './media.ts';
import { MICROSOFT } from './microsoft.ts';
import { NEWS } from './news.ts';
import { REDIRECTS } from './redirects.ts';
import { SOCIAL } from './social.ts';
import { WIKIS } from './wikis.ts';

export const KNOWN_RULES: readonly AddressRule[] = [
  ...REDIRECTS,
  ...FIRST_RULES,
  ...MICROSOFT,
  ...ATLASSIAN,
  ...WIKIS,
  ...GOOGLE,
  ...CODE,
  ...SOCIAL,
  ...FORUMS,
  ...NEWS,
  ...MEDIA,
  ...CONTENT_SYSTEMS,
  ...GENERAL_RULES,
];

/** Where each rule of a host is looked for: under `*` (any host), `label.` (how hosts begin) or the last two labels. */
const byHost = new Map<string, number[]>();
KNOWN_RULES.forEach(({ hosts = ['*'] }, at) => {
  for (const place of new Set(hosts.map((host) => (host.endsWith('.*') ? host.slice(0, -1) : siteOf(host)))))
    byHost.set(place, [...(byHost.get(place) ?? []), at]);
});

function siteOf(host: string): string {
  return host.replace(/:\d+$/, '').split('.').slice(-2).join('.');
}

/** Rules of a host, by what stands in every path that they are for. */
type OfHost = { anyPath: readonly number[]; bySegment: ReadonlyMap<string, readonly number[]> };

/** Of the hosts that were asked for last: many clips are of few. */
const recent = new Map<string, OfHost>();
const MOST_RECENT = 200;

/** The rules that may be for a host and a path, in order, from the one at `first` on. Of some eighty for any host these are twenty. */
export function knownRulesFor(host: string, path: readonly string[], first: number): number[] {
  const before = recent.get(host);
  const { anyPath, bySegment } = before ?? rulesOf(host);
  if (before === undefined) {
    if (recent.size >= MOST_RECENT) recent.clear();
    recent.set(host, { anyPath, bySegment });
  }
  const ofPath = [...segmentsOf(path)].flatMap((segment) => bySegment.get(segment) ?? []);
  const all = ofPath.length === 0 ? anyPath : [...new Set([...anyPath, ...ofPath])].sort((a, b) => a - b);
  return all.filter((at) => at >= first);
}

function rulesOf(host: string): OfHost {
  const [label = ''] = host.split('.', 1);
  const anyPath: number[] = [];
  const bySegment = new Map<string, number[]>();
  for (const at of ['*', `${label}.`, siteOf(host)].flatMap((place) => byHost.get(place) ?? []).sort((a, b) => a - b)) {
    const literals = literalsOf(KNOWN_RULES[at] ?? {});
    if (literals === null) anyPath.push(at);
    for (const literal of literals ?? []) bySegment.set(literal, [...(bySegment.get(literal) ?? []), at]);
  }
  return { anyPath, bySegment };
}

/** Whose a page is, by its address alone: whoever clips it may say nothing else, or something wrong. */
import { matchSegments, parseAddressPattern, splitPath } from '../../protocol/address-pattern.ts';
import { isHost } from '../../protocol/host-pattern.ts';
import { isPrivateHost } from '../../protocol/private-host.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import { decode } from '../plain-address.ts';

/** Hosted systems in which companies keep what is theirs: one subdomain for each company. */
const HOSTED = [
  '*.sharepoint.com',
  '*.atlassian.net',
  '*.service-now.com',
  '*.personio.de',
  '*.haiilo.app',
  '*.staffbase.com',
];

/** The same host with the dot that a browser takes at its end. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '');

/** One rule after the other asks for the same address. */
let last: { address: string; url: URL | null } = { address: '', url: null };
function urlOf(address: string): URL | null {
  if (last.address !== address) last = { address, url: URL.canParse(address) ? new URL(address) : null };
  return last.url;
}

/** True where hosts and paths of a rule fit; a rule without any is for every page. */
export function isAt(address: string, { hosts, paths }: Pick<Rule, 'hosts' | 'paths'>): boolean {
  if (hosts.length === 0 && paths.length === 0) return true;
  const url = urlOf(address);
  if (url === null) return false;
  if (hosts.length > 0 && !hosts.some((host) => isHost(hostOf(url), host))) return false;
  if (paths.length === 0) return true;
  const parts = splitPath(url.pathname).map(decode);
  return paths.some((path) => {
    const pattern = parseAddressPattern(path);
    return pattern !== null && matchSegments(pattern.path, parts, new Map());
  });
}

/**
 * A page of the company's own network or systems that no rule of the company calls public. Unknown is internal:
 * somebody has to say otherwise.
 */
export function isUndeclared(
  address: string,
  own: readonly Rule[],
  profiles: readonly Pick<SiteProfile, 'hosts' | 'kind'>[],
): boolean {
  const url = urlOf(address);
  if (url === null) return false;
  const host = hostOf(url);
  const isOneOf = (patterns: readonly string[]) => patterns.some((pattern) => isHost(host, pattern));
  const isOurs =
    isPrivateHost(host) || isOneOf(HOSTED) || profiles.some(({ hosts, kind }) => isCompanyKind(kind) && isOneOf(hosts));
  return isOurs && !own.some((rule) => declaresPublic(rule) && isAt(address, rule));
}

/** What a company has a profile for and calls its intranet or wiki is its own. */
const isCompanyKind = (kind: SiteProfile['kind']): boolean => kind === 'intranet' || kind === 'wiki';

/** A rule about a place and nothing else, which makes it public. */
const declaresPublic = (rule: Rule): boolean => {
  const { level, hosts, paths, departmentIds, kinds, markings, personalData, onlyEmbargo } = rule;
  return (
    level === 'public' &&
    !onlyEmbargo &&
    hosts.length + paths.length > 0 &&
    departmentIds.length + kinds.length + markings.length + personalData.length === 0
  );
};

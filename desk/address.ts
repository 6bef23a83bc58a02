/**
 * The key by which two clips are of the same page (AD1). Too little normalising makes duplicates, too
 * much joins different pages, which is worse: only what is known to carry no meaning is left off, on
 * every host alike (`address-rules/general.ts`) or where a system gives itself away (the files beside it).
 */
import type { AddressRule } from '../protocol/address-rules.ts';
import { type AddressInHand, applyRule } from './address-rules/apply.ts';
import { meaningfulFragment } from './address-rules/fragment.ts';
import { KNOWN_RULES, knownRulesFor } from './address-rules/index.ts';
import { speaksOfWay } from './address-rules/way.ts';
import { isBelieved } from './canonical.ts';
import { type PlainAddress, putTogether, takeApart } from './plain-address.ts';

/** Stands at the front of every key: keys of different rules never match. Raise it with the rules. */
export const ADDRESS_KEY_VERSION = 2;

/** The rules of a company, from its site profiles; they come before those of known systems. */
export type CompanyRules = readonly AddressRule[];
const NONE: CompanyRules = [];

/** How often an address that only leads to another is followed. */
const MAX_TARGETS = 3;

/**
 * An address without what does not tell pages apart: protocol, `www.`, user and default port, tracking
 * parameters, their order, spellings, default documents, sessions, anchors, and what the rules of its
 * system leave off. Fragments that are routes stay. Null if it is no web address.
 */
export function normalizeAddress(address: string, companyRules: CompanyRules = NONE): string | null {
  const page = readAddress(address, companyRules, MAX_TARGETS);
  return page === null ? null : putTogether(page);
}

function readAddress(address: string, companyRules: CompanyRules, targetsLeft: number): PlainAddress | null {
  const plain = takeApart(address);
  if (plain === null) return null;
  const page: AddressInHand = { ...plain, kept: new Set(), keepsFragment: false };
  for (const rule of rulesFor(page, companyRules)) {
    const { applied, target } = applyRule(page, rule);
    if (target !== null && targetsLeft > 0 && URL.canParse(target, address)) {
      const meant = readAddress(new URL(target, address).href, companyRules, targetsLeft - 1);
      if (meant !== null) return meant;
    }
    if (applied && rule.final === true) break;
  }
  if (DEFAULT_DOCUMENT.test(page.path.at(-1) ?? '')) page.path.pop();
  if (!page.keepsFragment) page.fragment = meaningfulFragment(page.fragment, speaksOfWay);
  return page;
}

/** The company's rules, then those of known systems that may be for host and path: they may be others after a rule. */
function* rulesFor(page: PlainAddress, companyRules: CompanyRules): Generator<AddressRule> {
  yield* companyRules;
  let host: string | null = null;
  let path: readonly string[] = [];
  let candidates: number[] = [];
  for (let next = 0; ; next += 1) {
    if (page.host !== host || page.path !== path) {
      ({ host, path } = page);
      candidates = knownRulesFor(host, path, next).reverse();
    }
    const at = candidates.pop();
    if (at === undefined) return;
    next = at;
    const rule = KNOWN_RULES[at];
    if (rule !== undefined) yield rule;
  }
}

/** What a server gives where only the folder is asked for. */
const DEFAULT_DOCUMENT = /^(index|default)\.(s?html?|xhtml|php|aspx?|jsp|cfm)$/i;

/**
 * The address that stands for the page: its own, or the canonical one that it declares where that is
 * believed (`canonical.ts`).
 */
export function pageAddress(
  address: string,
  canonicalAddress: string | null,
  companyRules: CompanyRules = NONE,
): string | null {
  const own = readAddress(address, companyRules, MAX_TARGETS);
  const canonical = canonicalAddress === null ? null : readAddress(canonicalAddress, companyRules, MAX_TARGETS);
  if (own === null) return null;
  return putTogether(canonical !== null && isBelieved(own, canonical) ? canonical : own);
}

/**
 * The key of a page: the version of the rules, a dot, and 128 bits of SHA-256 as base64url. A hash,
 * because everyone holds the keys of everyone's pages (VI2). Null if there is no web address.
 */
export async function addressKey(
  address: string,
  canonicalAddress: string | null,
  companyRules: CompanyRules = NONE,
): Promise<string | null> {
  const page = pageAddress(address, canonicalAddress, companyRules);
  if (page === null) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(page)));
  const short = String.fromCharCode(...digest.subarray(0, 16));
  return `${ADDRESS_KEY_VERSION}.${btoa(short).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}

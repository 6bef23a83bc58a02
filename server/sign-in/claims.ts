/** What a provider says of a person, and what of it we use. */
import { LIMITS } from '../../protocol/limits.ts';
import type { Role } from '../../protocol/person.ts';
import { cutText, requiredText } from '../../protocol/text.ts';
import type { SignInRules } from './rules.ts';

export type Claims = Record<string, unknown> & { iss: string; sub: string };

/** As what somebody comes by their groups; null: not at all [SI9]. */
export type Standing = { roles: Role[]; departmentId: string | null };

/**
 * Not whole without an ID token, as a provider may answer when it is asked again: then it is what its userinfo endpoint
 * says, and a claim that was in the ID token of the sign-in may be missing. Silence means nothing there.
 */
export type Said = { claims: Claims; isWhole: boolean };

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The first claim that names the person, cut to what a name may be. */
export function nameOf(claims: Claims): string {
  const given = [claims.name, claims.preferred_username, claims.email, claims.sub].map(textOf).find(isName);
  return given === undefined ? claims.sub.slice(0, LIMITS.name) : cutText(given, LIMITS.name).text;
}

const isName = (text: string): boolean =>
  text !== '' && requiredText(LIMITS.name).safeParse(cutText(text, LIMITS.name).text).success;

const groupsOf = (claims: Claims, { groupsClaim }: SignInRules): string[] =>
  [claims[groupsClaim]].flat().filter((group): group is string => typeof group === 'string');

/** All roles that a person's groups give, and the department of the first that has one, in the order of the rules. */
export function standingOf(claims: Claims, rules: SignInRules): Standing | null {
  const theirs = new Set(groupsOf(claims, rules));
  const mapped = Object.entries(rules.groups).flatMap(([group, gives]) => (theirs.has(group) ? [gives] : []));
  if (mapped.length === 0) return rules.unmapped === 'refused' ? null : { roles: ['submitter'], departmentId: null };
  return {
    roles: [...new Set(mapped.flatMap(({ roles }) => roles))],
    departmentId: mapped.find(({ departmentId }) => departmentId !== null)?.departmentId ?? null,
  };
}

/** `true` as the standard has it; some providers write it as a text. Whoever says nothing of it proved nothing. */
const hasProvedAddress = ({ email_verified: verified }: Claims): boolean => verified === true || verified === 'true';

/** Which person of the strategy this is, if they never signed in before; an address that nobody proved links nobody. */
export function linkedPerson(claims: Claims, { accountClaim, accounts }: SignInRules): string | null {
  if (accountClaim === null || (accountClaim === 'email' && !hasProvedAddress(claims))) return null;
  const account = textOf(claims[accountClaim]).toLowerCase();
  return Object.hasOwn(accounts, account) ? (accounts[account] ?? null) : null;
}

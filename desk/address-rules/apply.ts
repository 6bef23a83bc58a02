/** Applies rules of systems and companies (`protocol/address-rules.ts`) to an address. */
import {
  type AddressPattern,
  type Bindings,
  matchSegments,
  parseAddressPattern,
  splitPath,
} from '../../protocol/address-pattern.ts';
import type { AddressRule } from '../../protocol/address-rules.ts';
import { decode, encodePlainly, type PlainAddress, pathSegments } from '../plain-address.ts';

/** Parameters of an address that a rule speaks of. */
type Parameters = { names: Set<string>; prefixes: string[]; values: { name: string; pattern: AddressPattern }[] };
type Compiled = {
  rule: AddressRule;
  paths: AddressPattern[];
  /** Segments of which one has to be in the path, in lower case; null: there is no such list. */
  literals: string[] | null;
  has: Parameters;
  keep: Parameters | null;
  drop: Parameters;
};

/** Rules are looked at for every address and taken apart once. */
const compiled = new WeakMap<AddressRule, Compiled>();

function compile(rule: AddressRule): Compiled {
  const known = compiled.get(rule);
  if (known !== undefined) return known;
  const paths = (rule.paths ?? []).flatMap((path) => parseAddressPattern(path) ?? []);
  const literals = paths.map(literalOf);
  const made: Compiled = {
    rule,
    paths,
    literals: rule.paths === undefined || literals.includes(null) ? null : literals.filter((one) => one !== null),
    has: parametersOf(rule.has ?? []),
    keep: rule.keep === undefined ? null : parametersOf(rule.keep),
    drop: parametersOf(rule.drop ?? []),
  };
  compiled.set(rule, made);
  return made;
}

/** Segments of which one is in every path that a rule is for, in lower case; null: it may be for any path. */
export const literalsOf = (rule: AddressRule): readonly string[] | null => compile(rule).literals;

/** The longest segment of a pattern that stands in every path which fits; null if there is none. */
function literalOf({ path: { head, tail } }: AddressPattern): string | null {
  const fixed = [...head, ...tail].flatMap(({ placeholders, literals: [literal = ''] }) =>
    placeholders.length === 0 ? [literal] : [],
  );
  return fixed.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** A path is asked for its segments by one rule after the other, until one of them makes another of it. */
let last: { path: readonly string[]; segments: ReadonlySet<string> } = { path: [], segments: new Set() };
export function segmentsOf(path: readonly string[]): ReadonlySet<string> {
  if (last.path !== path) last = { path, segments: new Set(path.map((segment) => segment.toLowerCase())) };
  return last.segments;
}

function parametersOf(sources: readonly string[]): Parameters {
  const parameters: Parameters = { names: new Set(), prefixes: [], values: [] };
  for (const source of sources) {
    const at = source.indexOf('=');
    const name = (at === -1 ? source : source.slice(0, at)).toLowerCase();
    const pattern = at === -1 ? null : parseAddressPattern(source.slice(at + 1));
    if (pattern !== null) parameters.values.push({ name, pattern });
    else if (name.endsWith('*')) parameters.prefixes.push(name.slice(0, -1));
    else parameters.names.add(name);
  }
  return parameters;
}

const valueFits = (value: string, { path }: AddressPattern, bindings: Bindings): boolean =>
  matchSegments(path, value === '' ? [] : value.split('/').map(encodePlainly), bindings);

function speaksOf({ names, prefixes, values }: Parameters, name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return (
    names.has(lower) ||
    prefixes.some((prefix) => lower.startsWith(prefix)) ||
    values.some((one) => one.name === lower && valueFits(value, one.pattern, new Map()))
  );
}

/** What the `*` of a pattern of hosts stands for; null if the host does not fit. */
function hostStar(pattern: string, host: string): string | null {
  const name = pattern.includes(':') ? host : host.replace(/:\d+$/, '');
  if (pattern.startsWith('*.')) {
    if (name === pattern.slice(2)) return '';
    return name.endsWith(pattern.slice(1)) ? name.slice(0, 1 - pattern.length) : null;
  }
  if (pattern.endsWith('.*')) return name.startsWith(pattern.slice(0, -1)) ? name.slice(pattern.length - 1) : null;
  return name === pattern ? '' : null;
}

/** What a rule says of an address: nothing; that it was applied; or that another address is meant. */
export type Outcome = { applied: boolean; target: string | null };
const NOTHING: Outcome = { applied: false, target: null };

/** An address on its way through the rules, with what earlier ones said: it stays whatever later ones say. */
export type AddressInHand = PlainAddress & {
  /** Names of parameters that name the page, in lower case. */
  kept: Set<string>;
  keepsFragment: boolean;
};

/** Changes `address` if the rule is for it. */
export function applyRule(address: AddressInHand, rule: AddressRule): Outcome {
  const star = rule.hosts === undefined ? '' : firstStar(rule.hosts, address.host);
  if (star === null) return NOTHING;
  const { paths, literals, has, keep, drop } = compile(rule);
  if (address.params.length < has.values.length + has.names.size) return NOTHING;
  // Of some eighty rules that are for any host nearly all end here.
  if (literals !== null && !literals.some((literal) => segmentsOf(address.path).has(literal))) return NOTHING;
  const bindings: Bindings = new Map();
  const used = new Set<string>();
  if (rule.paths !== undefined && !paths.some((path) => pathFits(path, address, bindings, used))) return NOTHING;
  if (!hasAll(address, has, bindings, used)) return NOTHING;
  if (rule.target !== undefined) return { applied: true, target: targetOf(rule.target, bindings, address) };

  if (rule.fragment !== undefined) readFragment(address, rule.fragment);
  const spares = ([name, value]: [string, string]): boolean =>
    address.kept.has(name.toLowerCase()) ||
    ((keep === null || speaksOf(keep, name, value)) && !speaksOf(drop, name, value));
  const isMoved = rule.to !== undefined;
  address.params = address.params.filter((param) => !(isMoved && used.has(param[0])) && spares(param));
  if (keep !== null) for (const [name] of address.params) address.kept.add(name.toLowerCase());
  if (rule.to !== undefined) move(address, rule.to, bindings);
  if (rule.host !== undefined) address.host = hostOf(rule.host, star, address.host);
  if (rule.ignoreCase === true) {
    address.path = address.path.map((segment) => segment.toLowerCase());
    address.params = address.params.map(([name, value]) => [name.toLowerCase(), value]);
  }
  return { applied: true, target: null };
}

function readFragment(address: AddressInHand, how: NonNullable<AddressRule['fragment']>): void {
  if (how === 'keep') address.keepsFragment = true;
  else if (!address.keepsFragment) {
    const found = how === 'params' ? [...new URLSearchParams(address.fragment)] : [];
    const isNew = ([name, value]: [string, string]) => !address.params.some(([n, v]) => n === name && v === value);
    address.params.push(...found.filter(isNew));
    address.fragment = '';
  }
}

function firstStar(hosts: readonly string[], host: string): string | null {
  for (const pattern of hosts) {
    const star = hostStar(pattern, host);
    if (star !== null) return star;
  }
  return null;
}

function pathFits({ path, query }: AddressPattern, address: PlainAddress, bindings: Bindings, used: Set<string>) {
  bindings.clear();
  if (!matchSegments(path, address.path, bindings)) return false;
  if (query === null) return true;
  const [name, value] = address.params[0] ?? ['', ''];
  if (value !== '' || !matchSegments(query, splitPath(name).map(encodePlainly), bindings)) return false;
  used.add(name);
  return true;
}

function hasAll({ params }: PlainAddress, has: Parameters, bindings: Bindings, used: Set<string>): boolean {
  const isThere = (wanted: string, test: (value: string) => boolean) =>
    params.some(([name, value]) => {
      const fits = name.toLowerCase() === wanted && test(value);
      if (fits) used.add(name);
      return fits;
    });
  return (
    [...has.names].every((wanted) => params.some(([name]) => name.toLowerCase() === wanted)) &&
    has.values.every(({ name, pattern }) => isThere(name, (value) => valueFits(value, pattern, bindings)))
  );
}

const fill = (template: string, bindings: Bindings): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => bindings.get(name) ?? '');

function move(address: PlainAddress, to: string, bindings: Bindings): void {
  const [path = '', query] = to.split('?');
  address.path = pathSegments(fill(path, bindings));
  for (const pair of query?.split('&') ?? []) {
    const [name = '', value = ''] = pair.split('=');
    address.params.push([name, decode(fill(value, bindings))]);
  }
}

/** A target of one placeholder holds an address; a longer one is made of the path, and the parameters are the target's. */
function targetOf(template: string, bindings: Bindings, address: PlainAddress): string {
  const filled = fill(template, bindings);
  if (/^\{\w+\}$/.test(template)) return decode(filled);
  const query = new URLSearchParams(address.params).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

function hostOf(template: string, star: string, host: string): string {
  const made = template === '*' ? star : star === '' ? template.replace('*.', '') : template.replace('*', star);
  return made.includes(':') ? made : made + (/:\d+$/.exec(host)?.[0] ?? '');
}

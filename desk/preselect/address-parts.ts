/** Which departments an address names: `/hr/` is "Personal und Ausbildung", `wiki/it` is "IT und Digitales". */
import type { Department } from '../../protocol/strategy.ts';
import { decode, pathSegments, takeApart } from '../plain-address.ts';
import { foldText } from '../words/fold.ts';
import { stemOf } from '../words/stem.ts';
import { wordsOf } from '../words/words.ts';
import { FIELDS } from './subjects.ts';

/** What a department is called in addresses, folded; names that several departments share say less. */
export type AddressNames = ReadonlyMap<string, readonly string[]>;

type Field = { subjects: readonly string[]; names: readonly string[] };
let kept: readonly Field[] | null = null;
const fields = (): readonly Field[] => {
  kept ??= FIELDS.trim()
    .split('\n')
    .map((line) => {
      const [subjects = '', names = ''] = line.split(': ');
      return { subjects: subjects.split(' '), names: [...new Set(foldText(names).split(' '))] };
    });
  return kept;
};

const ownNames = ({ id, name }: Department): Set<string> =>
  new Set([id, ...wordsOf([id.replaceAll(/[._-]/g, ' '), name.de, name.en].join(' '))].map(foldText));

/** The subjects that are the business of a department that is called so. */
export function businessOf(department: Department): string[] {
  const own = ownNames(department);
  return fields().flatMap(({ subjects, names }) => (names.some((word) => own.has(word)) ? subjects : []));
}

export function addressNames(departments: readonly Department[]): AddressNames {
  const names = new Map<string, Set<string>>();
  for (const department of departments) {
    const own = ownNames(department);
    const called = [...own, ...[...own].map(stemOf)];
    for (const field of fields()) if (field.names.some((word) => own.has(word))) called.push(...field.names);
    for (const word of called) names.set(word, (names.get(word) ?? new Set()).add(department.id));
  }
  return new Map([...names].map(([word, ids]) => [word, [...ids]]));
}

export type Named = { says: number; part: string };

/** A whole segment says more than a word of one, and the last one is mostly the title of the page. */
const WHOLE = 1;
const WORD = 0.5;
const LAST = 0.4;

/** How clearly an address names each department, between 0 and 1, and with which part (`intranet.example/hr`). */
export function namedInAddress(address: string, { names }: { names: AddressNames }): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  const page = takeApart(address);
  if (page === null) return found;
  const labels = page.host.split('.').slice(0, -2);
  const segments = [
    ...labels.map((label) => ({ text: label, says: WHOLE, part: page.host })),
    ...page.path.map((segment, n) => ({
      text: decode(segment),
      says: n > 0 && n === page.path.length - 1 ? LAST : WHOLE,
      part: [page.host, ...page.path.slice(0, n + 1)].join('/'),
    })),
  ];
  for (const { text, says, part } of segments) {
    const folded = foldText(text);
    const whole = names.get(folded);
    const words = whole === undefined ? folded.split(/[^\p{L}\p{N}]+/u) : [folded];
    for (const word of words) {
      const ids = names.get(word) ?? names.get(stemOf(word)) ?? [];
      const clear = (says * (whole === undefined ? WORD : 1)) / ids.length;
      for (const id of ids) if ((found.get(id)?.says ?? 0) < clear) found.set(id, { says: clear, part });
    }
  }
  return found;
}

/** By department, the part of the address that its `addresses` name; the longest where several fit. */
export function toldByAddress(address: string, departments: readonly Department[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const page = takeApart(address);
  if (page === null) return found;
  const path = page.path.map(decode).join('/');
  let longest = 0;
  for (const { id, addresses } of departments) {
    for (const place of addresses) {
      const begins = place.path === undefined ? '' : pathSegments(place.path).map(decode).join('/');
      if (place.host !== undefined && !isOnHost(page.host, place.host)) continue;
      if (begins !== '' && path !== begins && !path.startsWith(`${begins}/`)) continue;
      const length = begins.length + (place.host?.length ?? 0);
      if (length < longest) continue;
      if (length > longest) found.clear();
      longest = length;
      found.set(id, begins === '' ? page.host : `${page.host}/${begins}`);
    }
  }
  return found;
}

/** `*.example.com` is every host below it. Ports are not looked at. */
function isOnHost(host: string, wanted: string): boolean {
  const bare = host.replace(/:\d+$/, '');
  return wanted.startsWith('*.') ? bare.endsWith(wanted.slice(1)) : bare === wanted.replace(/^www\./, '');
}

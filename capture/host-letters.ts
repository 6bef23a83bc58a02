/** What the names of a site and its host have in common, for hosts have no spaces, no accents and no capitals. */
import { parsedUrl } from './parsed-url.ts';
import { sameWords } from './weigh.ts';

/** A name without what two spellings of it differ in. */
export const squeeze = (text: string): string => sameWords(text).replaceAll(' ', '');

/** Most names have none, and the browser reads tables before it takes one apart. */
const withoutAccents = (text: string): string =>
  isAscii(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

export const withoutThe = (letters: string): string => (letters.startsWith('the') ? letters.slice(3) : letters);

/** Letters and digits; "the" and accents, which no host has, aside. */
export const lettersOf = (text: string): string => withoutThe(squeeze(withoutAccents(text)));

/** As hosts spell them: "mueller" and "Müller" are one. */
export const hostLetters = (text: string): string => umlautless(lettersOf(text));

const umlautless = (letters: string): string =>
  letters.replaceAll('ae', 'a').replaceAll('oe', 'o').replaceAll('ue', 'u').replaceAll('ß', 'ss');

/** "dw.com", "www.courier.example/": an address in place of a name. */
export const isAddress = (name: string): boolean => /^[^\s.]+(?:\.[^\s.]+)*\.[a-z]{2,10}\/?$/i.test(name);

/** True if a name shares a word with the host, or its initials are it. */
export function isKin(name: string, host: string): boolean {
  if (host === '') return false;
  if (host.length > 2 && hostLetters(name).startsWith(host)) return true;
  const words = umlautless(sameWords(withoutAccents(name))).split(' ');
  if (words.map((word) => word.charAt(0)).join('') === host) return true;
  return words.some((word) => word.length > 3 && (host.includes(word) || (host.length > 3 && word.includes(host))));
}

/** The part of a host that people would call the site: "spiegel" of `www.spiegel.de`. */
export function hostWord(address: string): string {
  const labels = parsedUrl(address)?.hostname.split('.') ?? [];
  const main = labels.filter((label) => label !== 'www').slice(0, -1);
  if (main.length > 1 && GENERIC.has(main.at(-1) ?? '')) main.pop();
  return main.at(-1) ?? labels[0] ?? '';
}

/** Second levels under which anybody may register. */
const GENERIC = new Set('co com ac gov org net edu ne or go gob gv nom admin'.split(' '));

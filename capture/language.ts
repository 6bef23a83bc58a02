import type { Evidence } from './evidence.ts';
import { languageOfText } from './language-of-text.ts';
import { isDigit, isSpace } from './letters.ts';
import { metaValue } from './meta.ts';

export type Language = { value: string; from: string };

/** So sure must the text be of its language before the page's own word is not believed. */
const SURE = 0.6;

/**
 * The page's language as a BCP 47 tag, and where it was read; null if neither the page nor its text
 * says. Many systems call every page English, whatever was written on it: a text that is plainly in
 * another language is believed more.
 */
export function readLanguage(evidence: Evidence, paragraphs: readonly string[]): Language | null {
  const stated = statedLanguage(evidence);
  const found = languageOfText(beginning(paragraphs));
  if (stated === null) return found === null ? null : { value: found.lang, from: 'text' };
  if (found === null || found.certainty < SURE || isKin(mainOf(stated.value), found.lang)) return stated;
  return { value: found.lang, from: 'text' };
}

/** As much of the text as tells its language. */
function beginning(paragraphs: readonly string[]): string {
  let text = '';
  for (const paragraph of paragraphs) {
    text += `${paragraph.slice(0, 1_000)} `;
    if (text.length > 3_000) break;
  }
  return text;
}

const mainOf = (tag: string): string => (tag.slice(0, 3).split('-')[0] ?? '').toLowerCase();

/** Languages that little words or scripts do not tell apart. */
const KIN = [
  'no nb nn da',
  'ru bg mk be uk sr hr bs',
  'es ca gl pt',
  'fa ps ur ar ku',
  'hi mr ne',
  'nl af',
  'de lb',
  'zh yue',
  'cs sk',
];

const isKin = (one: string, other: string): boolean =>
  one === other || KIN.some((group) => group.split(' ').includes(one) && group.split(' ').includes(other));

function statedLanguage({ page, meta, things }: Evidence): Language | null {
  const root = page.nodes.find(({ tag }) => tag === 'html')?.attributes;
  const body = page.nodes.find(({ tag }) => tag === 'body')?.attributes;
  const stated = [
    { text: root?.lang, from: 'html lang' },
    { text: root?.['xml:lang'], from: 'html xml:lang' },
    {
      text: metaValue(meta, 'content-language', 'language', 'dc.language', 'dcterms.language', 'citation_language'),
      from: 'meta language',
    },
    { text: body?.lang, from: 'body lang' },
    // Open Graph demands a country, and sites in any English leave "en_US" there: only the language is meant.
    { text: metaValue(meta, 'og:locale').split('_')[0], from: 'meta og:locale' },
    { text: things.find(({ language }) => language !== '')?.language, from: 'json-ld inLanguage' },
  ];
  for (const { text, from } of stated) {
    const value = languageTag(text ?? '');
    if (value !== null) return { value, from };
  }
  return null;
}

const isAsciiSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isAsciiSmallOrDigit = (code: number): boolean => isAsciiSmall(code) || isDigit(code);

function isOfSigns(text: string, isOne: (code: number) => boolean): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isOne(text.charCodeAt(at))) return false;
  return true;
}

/** "EN_us.UTF-8" → "en-US"; null for what is no language tag, such as "English" or "x-default". */
export function languageTag(text: string): string | null {
  const head = text.slice(0, 60);
  let end = 0;
  while (end < head.length && !',;.'.includes(head.charAt(end)) && !isSpace(head.charCodeAt(end))) end += 1;
  const tag = head.slice(0, end).replaceAll('_', '-');
  const [main = '', ...rest] = tag.toLowerCase().split('-');
  if (tag.length > 35 || main.length < 2 || main.length > 3 || !isOfSigns(main, isAsciiSmall)) return null;
  if (!rest.every((part) => part.length >= 2 && part.length <= 8 && isOfSigns(part, isAsciiSmallOrDigit))) return null;
  return [
    main,
    ...rest.map((part) =>
      part.length === 2
        ? part.toUpperCase()
        : part.length === 4 && isAsciiSmall(part.charCodeAt(0))
          ? part.charAt(0).toUpperCase() + part.slice(1)
          : part,
    ),
  ].join('-');
}

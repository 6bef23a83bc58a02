/** The names of the months by how they begin, in the languages of most pages here; of others from the browser. */

/**
 * Without accents. Kept here because the browser needs tens of milliseconds to make the names at first, and says
 * nothing of older spellings. Source: Unicode CLDR by way of `Intl`.
 */
const BEGINNINGS =
  'jan ene gen sty|feb fev lut|mar mrt|apr avr abr kwi|may mai mei mag maj|jun juin giu cze|jul juil lug lip|aug aou ago sie|sep set wrz|oct okt out ott paz|nov lis|dec dez dic des gru';
const LANGUAGES = new Set('en de fr es it pt nl pl sv da no nb nn'.split(' '));

type Table = ReadonlyMap<string, number>;

const tables = new Map<string, Table>();

/** 1 to 12 for a month's name or its abbreviation, in the page's language or a usual one; else 0. */
export function monthNumber(name: string | undefined, lang: string): number {
  if (name === undefined) return 0;
  const word = fold(name);
  const language = lang.slice(0, 2).toLowerCase();
  const own = language === '' || LANGUAGES.has(language) || !/^[a-z]{2}$/.test(language) ? '' : language;
  return (own === '' ? 0 : beginningIn(tableOf(own), word)) || beginningIn(tableOf(''), word);
}

/** "juil" and "juin" begin alike: four letters are asked before three; a whole name that is shorter is itself. */
const beginningIn = (table: Table, word: string): number =>
  table.get(word) ?? table.get(word.slice(0, 4)) ?? table.get(word.slice(0, 3)) ?? 0;

function tableOf(language: string): Table {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const table = new Map<string, number>();
  const months = language === '' ? BEGINNINGS.split('|').map((names) => names.split(' ')) : namesFromBrowser(language);
  for (const [index, names] of months.entries())
    for (const name of names) table.set(name, table.get(name) ?? index + 1);
  tables.set(language, table);
  return table;
}

function fold(word: string): string {
  const plain = word.normalize('NFD');
  return (isPlain(plain) ? plain : plain.replace(/[\u0300-\u036f]+/g, '')).toLowerCase();
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) >= 0x300) return false;
  return true;
}

/** Every month in the cases in which it stands in a date, long and short. */
function namesFromBrowser(language: string): string[][] {
  const formats = (['long', 'short'] as const).map((month) => ({
    format: new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' }),
    alone: new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
  }));
  return Array.from({ length: 12 }, (_, index) =>
    formats.flatMap(({ format, alone }) => {
      const date = Date.UTC(2026, index, 11);
      const name = format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '';
      return [name, alone.format(date)]
        .map((spelled) => fold(spelled).replace(/[^\p{L}\p{M}]/gu, ''))
        .filter((spelled) => spelled !== '');
    }),
  );
}

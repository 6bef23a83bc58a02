/** The names of the months in the languages of most pages here; of others from the browser. */

/**
 * Without accents, "|" between spellings (with a day, alone, where they differ). Kept here because the browser
 * needs tens of milliseconds to make them at first. Source: Unicode CLDR by way of `Intl`; "Jänner" and "Feber"
 * are Austrian.
 */
const NAMES: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september october november december',
  de: 'januar|janner februar|feber marz april mai juni juli august september|sept oktober november dezember',
  fr: 'janvier|janv fevrier|fevr mars avril mai juin juillet|juil aout septembre|sept octobre novembre decembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre|sept octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pt: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  nl: 'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  pl: `stycznia|styczen lutego|luty marca|marzec kwietnia|kwiecien maja czerwca|czerwiec lipca|lipiec sierpnia|sierpien
    wrzesnia|wrzesien pazdziernika|pazdziernik listopada|listopad grudnia|grudzien`,
};

type Table = ReadonlyMap<string, number>;

const tables = new Map<string, Table>();

/** 1 to 12 for a month's name or its abbreviation, in the page's language or a usual one; else 0. */
export function monthNumber(name: string | undefined, lang: string): number {
  if (name === undefined) return 0;
  const word = fold(name);
  for (const language of [lang.slice(0, 2).toLowerCase(), ...Object.keys(NAMES)]) {
    if (!/^[a-z]{2}$/.test(language)) continue;
    const table = tables.get(language) ?? newTable(language);
    const month = table.get(word) ?? table.get(word.slice(0, 3));
    if (month !== undefined && (table.has(word) || word.length <= 4)) return month;
  }
  return 0;
}

function newTable(language: string): Table {
  const known = Object.hasOwn(NAMES, language) ? NAMES[language] : undefined;
  const table = new Map<string, number>();
  const months = known === undefined ? namesFromBrowser(language) : known.split(/\s+/).map((month) => month.split('|'));
  for (const [index, spellings] of months.entries()) {
    for (const word of spellings) if (word !== '' && !table.has(word)) table.set(word, index + 1);
  }
  addShortNames(table);
  tables.set(language, table);
  return table;
}

/** The first three letters too, where they mean one month: "Mär", "Sept". */
function addShortNames(table: Map<string, number>): void {
  const short = new Map<string, number>();
  for (const [word, number] of table) {
    const start = word.slice(0, 3);
    short.set(start, (short.get(start) ?? number) === number ? number : 0);
  }
  for (const [start, number] of short) if (number !== 0 && !table.has(start)) table.set(start, number);
}

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Every month in the cases in which it stands in a date. */
function namesFromBrowser(language: string): string[][] {
  const formats = (['long', 'short'] as const).map((month) => ({
    format: new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' }),
    alone: new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
  }));
  return Array.from({ length: 12 }, (_, index) =>
    formats.flatMap(({ format, alone }) => {
      const date = Date.UTC(2026, index, 11);
      const name = format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '';
      return [name, alone.format(date)].map((spelled) => fold(spelled).replace(/[^\p{L}]/gu, ''));
    }),
  );
}

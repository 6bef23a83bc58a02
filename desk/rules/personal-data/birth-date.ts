/** Dates of birth that say what they are, also in the column of a table. */

const MONTHS =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
/** Of somebody who may live: from 1925 on. */
const YEAR = '(?:19(?:2[5-9]|[3-9]\\d)|20\\d{2})';
const DATE = `(?:\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:${YEAR}|\\d{2}(?!\\d))|\\d{1,2}\\.?\\s(?:${MONTHS})\\s${YEAR}|(?:${MONTHS})\\s\\d{1,2},?\\s${YEAR}|\\d{1,2}/\\d{1,2}/${YEAR}|${YEAR}-\\d{2}-\\d{2})`;
const LABEL = String.raw`(?:\b[Gg]eb(?:\.|oren)|\bGeburts(?:datum|tage?)|\bGebDat|\b[Bb]orn\b|\b[Dd]ate of birth|\b[Bb]irth ?(?:date|days?)|\bDOB\b|\bD\.O\.B\.|(?<!\w)\*(?=\s?\d)|\b[Nn]ée?\s(?:le\s)?|[Dd]ate de naissance)`;
/** Beside its label, or below it in a row; several of them under a heading. */
const BESIDE = new RegExp(`${LABEL}[^\\d*]{0,25}${DATE}`);
const BELOW = new RegExp(`(?:^|\\n)[^\\n]{0,40}${LABEL}[^\\n]{0,40}\\n[^]{0,160}?[\\n–,;] ?(?:${DATE})`);

export const hasBirthDate = (text: string): boolean => BESIDE.test(text) || BELOW.test(text);

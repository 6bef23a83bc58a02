/** Dates of birth that say what they are. */

const DATE = String.raw`(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d{2}|\d{1,2}\.?\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December)\s(?:19|20)\d{2}|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2},?\s(?:19|20)\d{2}|\d{1,2}/\d{1,2}/(?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})`;
const LABEL = String.raw`(?:\b[Gg]eb(?:\.|oren)|\b[Gg]eburts(?:datum|tag)|\bGebDat|\b[Bb]orn|\b[Dd]ate of birth|\b[Bb]irth ?(?:date|day)|\bDOB|\bD\.O\.B\.|(?<!\w)\*)`;
const BIRTH = new RegExp(`${LABEL}[^\\d\\n*]{0,20}${DATE}`);

export const hasBirthDate = (text: string): boolean => BIRTH.test(text);

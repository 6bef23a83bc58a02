/** Numbers of employees, with the word that says so before them or above their column. */

const LABEL = String.raw`\b(?:Personal-?\s?(?:[Nn]ummern?|[Nn]r)|Pers\.-?\s?Nr|PersNr|PNR|PNr|P-Nr|Mitarbeiter(?:innen)?-?\s?(?:nummer|nr|ID)|MA-Nr|Stamm-?(?:nummer|nr)|Personalausweis-?nummer|[Ee]mployee (?:ID|id|number|no)|[Ss]taff (?:ID|id|number|no)|[Pp]ersonnel (?:ID|id|number|no)|[Pp]ayroll (?:ID|number|no))\b\.?`;
const NUMBER = String.raw`(?<!\d)(?:[A-Z]{1,4}[ -]?)?\d(?:[ -]?\d){3,10}(?![\d.:/]|\s?€)`;
const LABELLED = new RegExp(`${LABEL}[^]{0,60}?${NUMBER}`);

export const hasPersonnelNumber = (text: string): boolean => LABELLED.test(text);

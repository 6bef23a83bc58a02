/** Numbers of employees, with the word that says so. */

const LABELLED =
  /\b(?:Personal-?(?:nummer|nr)|Pers\.-?\s?Nr|PersNr|PNR|P-Nr|Mitarbeiter(?:innen)?-?(?:nummer|nr|ID)|MA-Nr|Stamm-?nummer|Stamm-?nr|Personalausweis-?nummer|[Ee]mployee (?:ID|id|number|no)|[Ss]taff (?:ID|id|number|no)|[Pp]ersonnel (?:ID|id|number|no)|[Pp]ayroll (?:number|no))\b\.?[ :#=|\t-]{0,6}(?:lautet |ist |is )?[A-Z]{0,4}[ -]?\d{3,10}\b/;

export const hasPersonnelNumber = (text: string): boolean => LABELLED.test(text);

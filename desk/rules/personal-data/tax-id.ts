/** The German tax identification number (§ 139b AO), which everybody keeps for life, and the number of social insurance. */

/** Eleven digits in groups as letters print them, or after a label. */
const GROUPED = /(?<![\d.,/-])([1-9]\d) (\d{3}) (\d{3}) (\d{3})(?![\d.,/-]|\s\d)/g;
const LABELLED =
  /(?:Steuer-?\s?(?:ID|Id|IdNr|Identifikations-?(?:nummer|nr))|steuerliche Identifikations-?nummer|Identifikationsnummer|IdNr|Steuer-?Ident-?(?:Nr|nummer)|[Tt]ax (?:ID|id|identification number)|TIN)\b\.?[^\d]{0,25}(\d[\d ]{9,14}\d)/g;
/** Area, birth date, first letter, serial number, check digit (VKVV § 2). */
const INSURED = /(?<!\w)(\d{2}) ?([0-3]\d)([01]\d)(\d{2}) ?([A-Z]) ?(\d{2})(\d)(?!\w)/g;

/** Ten digits, the fourth a check digit (Austria), and the number of the United Kingdom, both with their label. */
const AUSTRIAN =
  /\b(?:SVNR|SV-Nr|SV-Nummer|Sozialversicherungsnummer|Versicherungsnummer)\b\.?[^\d]{0,30}([1-9]\d{2})(\d) ?(\d{6})(?!\d)/g;
const BRITISH = /(?<!\w)[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/;

export function hasTaxId(text: string): boolean {
  if (BRITISH.test(text) && /National Insurance|\bNI(?:NO| no)/i.test(text)) return true;
  for (const [, serial = '', check = '', birth = ''] of text.matchAll(AUSTRIAN))
    if (isAustrian(serial, check, birth)) return true;
  for (const [, ...groups] of text.matchAll(GROUPED)) if (isTaxId(groups.join(''))) return true;
  for (const [, number = ''] of text.matchAll(LABELLED)) if (isTaxId(number.replaceAll(' ', ''))) return true;
  for (const [, ...parts] of text.matchAll(INSURED)) if (isInsuranceNumber(parts.join(''))) return true;
  return false;
}

/** ISO 7064, mod 11,10; of the first ten digits exactly one stands there twice or three times. */
function isTaxId(number: string): boolean {
  if (!/^[1-9]\d{10}$/.test(number)) return false;
  const counts = new Map<string, number>();
  for (const digit of number.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false;
  let product = 10;
  for (const digit of number.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  const check = 11 - product;
  return (check === 10 ? 0 : check) === Number(number[10]);
}

const WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/** The letter counts as its two-digit place in the alphabet. */
function isInsuranceNumber(number: string): boolean {
  const letter = number.charCodeAt(8) - 64;
  const digits = number.slice(0, 8) + String(letter).padStart(2, '0') + number.slice(9, 11);
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at += 1) {
    const weighted = Number(digits[at]) * (WEIGHTS[at] ?? 0);
    sum += Math.floor(weighted / 10) + (weighted % 10);
  }
  return sum % 10 === Number(number[11]);
}

const AUSTRIAN_WEIGHTS = [3, 7, 9, 5, 8, 4, 2, 1, 6];

const isAustrian = (serial: string, check: string, birth: string): boolean =>
  [...serial, ...birth].reduce((sum, digit, at) => sum + Number(digit) * (AUSTRIAN_WEIGHTS[at] ?? 0), 0) % 11 ===
  Number(check);

/** Which kinds of personal data a text holds. Each finder takes time with the length of the text and no more. */
import { PERSONAL_DATA, type PersonalData } from '../../../protocol/found.ts';
import { hasBirthDate } from './birth-date.ts';
import { hasEmailList } from './email-list.ts';
import { hasHealthOfSomebody } from './health.ts';
import { hasIban } from './iban.ts';
import { hasPersonnelNumber } from './personnel-number.ts';
import { hasPhoneNumber } from './phone.ts';
import { hasPostalAddress } from './postal-address.ts';
import { hasTaxId } from './tax-id.ts';

const FINDERS: Record<PersonalData, (text: string) => boolean> = {
  iban: hasIban,
  tax_id: hasTaxId,
  health: hasHealthOfSomebody,
  birth_date: hasBirthDate,
  personnel_number: hasPersonnelNumber,
  email_list: hasEmailList,
  phone: hasPhoneNumber,
  postal_address: hasPostalAddress,
};

/** Everything else is a number, or has one in it. */
const WITHOUT_DIGITS: readonly PersonalData[] = PERSONAL_DATA.filter(
  (kind) => kind === 'health' || kind === 'email_list',
);

/** Signs that nobody sees divide no number. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

export function personalDataIn(text: string): PersonalData[] {
  const seen = text.replace(UNSEEN, '').replaceAll('\u00a0', ' ');
  const kinds = /\d/.test(seen) ? PERSONAL_DATA : WITHOUT_DIGITS;
  return kinds.filter((kind) => FINDERS[kind](seen));
}

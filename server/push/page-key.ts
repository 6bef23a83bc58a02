import { hash } from 'node:crypto';
import { ADDRESS_KEY_VERSION, type CompanyRules, pageAddress } from '../../desk/address.ts';

/** The key of a page as `addressKey` has it, at once and without a thread for each: the queue computes one for every clip it is sent [AD1]. */
export function pageKey(address: string, canonicalAddress: string | null, rules: CompanyRules): string | null {
  const page = pageAddress(address, canonicalAddress, rules);
  if (page === null) return null;
  return `${ADDRESS_KEY_VERSION}.${hash('sha256', page, 'buffer').toString('base64url', 0, 16)}`;
}

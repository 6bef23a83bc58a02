import { hash } from 'node:crypto';
import { addressKey, type CompanyRules } from '../../desk/address.ts';

/** The key of a page as `addressKey` has it, without a thread for each: the queue computes one for every clip it is sent [AD1]. */
export const pageKey = (
  address: string,
  canonicalAddress: string | null,
  rules: CompanyRules,
): Promise<string | null> => addressKey(address, canonicalAddress, rules, (page) => hash('sha256', page, 'buffer'));

/** What a company's site profiles say of its addresses, as one list [AD1]. */
import type { SiteProfile } from '../protocol/site-profile.ts';
import type { CompanyRules } from './address.ts';

/** In the order of their ids, so that every device and the queue read an address alike. */
export function companyRules(profiles: readonly Pick<SiteProfile, 'id' | 'hosts' | 'address'>[]): CompanyRules {
  return [...profiles]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ hosts, address }) =>
      address.map((rule) => (rule.hosts === undefined && hosts.length > 0 ? { ...rule, hosts } : rule)),
    );
}

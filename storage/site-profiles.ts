/** What the company says of its own systems: how their pages and addresses are read. */
import type { CompanyRules } from '../desk/address.ts';
import { companyRules } from '../desk/company-rules.ts';
import { type SiteProfile, siteProfileSchema } from '../protocol/site-profile.ts';
import type { AccountDatabase } from './database.ts';
import { sound } from './sound.ts';

/** None before the first pull. */
export const siteProfiles = async (db: AccountDatabase): Promise<SiteProfile[]> =>
  sound('siteProfiles', siteProfileSchema, await db.siteProfiles.toArray());

/** [AD1] The rules by which this device and the queue give a page the same key. */
export const addressRules = async (db: AccountDatabase): Promise<CompanyRules> => companyRules(await siteProfiles(db));

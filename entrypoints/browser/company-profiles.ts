import type { SiteProfile } from '../../protocol/site-profile.ts';
import { siteProfiles } from '../../storage/site-profiles.ts';
import { openSession } from './session.ts';

/** The site profiles of the queue that was joined. None where they cannot be read: a page is read without them too. */
export async function companyProfiles(): Promise<SiteProfile[]> {
  try {
    const session = await openSession();
    return session === null ? [] : await siteProfiles(session.db);
  } catch {
    return [];
  }
}

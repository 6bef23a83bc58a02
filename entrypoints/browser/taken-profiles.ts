/** The other end of handed-profiles.ts, in the page. Apart from it: what asks for the browser's API brings that along. */
import type { SiteProfile } from '../../protocol/site-profile.ts';

/** The name under which they are laid down. */
export const PLACE = 'clipdeskSiteProfiles';

/** What was laid down for this one capture. Parsed when it arrived from the queue, so not again here. */
export function takeHandedProfiles(): readonly SiteProfile[] {
  const handed: unknown = Object.getOwnPropertyDescriptor(globalThis, PLACE)?.value;
  Reflect.deleteProperty(globalThis, PLACE);
  // An element of the page may have this name; it is no array.
  return Array.isArray(handed) ? handed : [];
}

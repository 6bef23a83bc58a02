import type { SiteProfile } from '../../protocol/site-profile.ts';

/** A built-in profile; what it leaves out it does not know. */
export const profile = (given: Partial<SiteProfile> & Pick<SiteProfile, 'id' | 'name'>): SiteProfile => ({
  hosts: [],
  signs: [],
  kind: null,
  title: [],
  byline: [],
  siteName: [],
  published: [],
  modified: [],
  text: [],
  remove: [],
  remnants: [],
  address: [],
  ...given,
});

/** Services that only lead on and carry their target with them. */
import type { AddressRule } from '../../protocol/address-rules.ts';

export const REDIRECTS: readonly AddressRule[] = [
  { hosts: ['*.safelinks.protection.outlook.com'], has: ['url={to:path}'], target: '{to}' },
  {
    hosts: ['statics.teams.cdn.office.net', 'statics.teams.microsoft.com'],
    paths: ['/**/atp-safelinks.html'],
    has: ['url={to:path}'],
    target: '{to}',
  },
  { hosts: ['google.*'], paths: ['/url'], has: ['q={to:path}'], target: '{to}' },
  { hosts: ['google.*'], paths: ['/url'], has: ['url={to:path}'], target: '{to}' },
  { hosts: ['google.*'], paths: ['/amp/s/{page:path}'], target: 'https://{page}' },
  { hosts: ['*.cdn.ampproject.org'], paths: ['/{kind}/s/{page:path}'], target: 'https://{page}' },
  { hosts: ['*.cdn.ampproject.org'], paths: ['/{kind}/{page:path}'], target: 'https://{page}' },
  {
    hosts: ['l.facebook.com', 'lm.facebook.com', 'facebook.com', 'l.instagram.com', 'l.messenger.com', 'l.threads.com'],
    paths: ['/', '/l.php'],
    has: ['u={to:path}'],
    target: '{to}',
  },
  {
    hosts: ['linkedin.com'],
    paths: ['/redir/redirect', '/redir/general-malware-page', '/safety/go'],
    has: ['url={to:path}'],
    target: '{to}',
  },
  { hosts: ['youtube.com'], paths: ['/redirect'], has: ['q={to:path}'], target: '{to}' },
  { hosts: ['duckduckgo.com'], paths: ['/l'], has: ['uddg={to:path}'], target: '{to}' },
  { hosts: ['out.reddit.com', 'slack-redir.net'], has: ['url={to:path}'], target: '{to}' },
  { hosts: ['t.umblr.com'], paths: ['/redirect'], has: ['z={to:path}'], target: '{to}' },
  { hosts: ['vk.com'], paths: ['/away.php'], has: ['to={to:path}'], target: '{to}' },
  { hosts: ['view.officeapps.live.com'], paths: ['/op/{how}.aspx'], has: ['src={to:path}'], target: '{to}' },
  { hosts: ['*.service-now.com'], paths: ['/nav_to.do'], has: ['uri={to:path}'], target: '{to}' },
  { hosts: ['*.service-now.com'], paths: ['/now/nav/ui/classic/params/target/{to}'], target: '{to}' },
];

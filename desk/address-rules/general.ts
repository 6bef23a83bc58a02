/** What says nothing about a page on any host: where a reader came from, their session, how the page is shown. */
import type { AddressRule } from '../../protocol/address-rules.ts';
import { WAY } from './way.ts';

const NETWORKS = `twitter facebook linkedin x email whatsapp jetpack-whatsapp telegram reddit pinterest tumblr pocket
  skype xing print mastodon threads bluesky`.split(/\s+/);

/** Sessions: names that nothing else has, and short ones where the value can be nothing else. */
const SESSIONS = `phpsessid jsessionid oscsid zenid cftoken cfid aspsessionid* s={id:hex32} sid={id:hex32}
  session_id={id:hex32} sessionid={id:hex32} sessid={id:hex32} phpsessionid`.split(/\s+/);

/** The same page without decoration, whole, or for small screens. */
const FORMS = `print=1 print=true print=yes print=print printable=1 printable=yes printable=true view=print output=print
  format=print layout=print druck=1 druckansicht=1 amp= amp=1 amp=true amp_js_v amp_gsa outputtype=amp output=amp format=amp view=amp
  seite=all seite=alles page=all page=1 seite=1 paged=1 singlepage=true`.split(/\s+/);

/** Before the rules of systems: hosts for small screens. `m.` alone, `mobile.` is a name too often. */
export const FIRST_RULES: readonly AddressRule[] = [{ hosts: ['m.*'], paths: ['/{first}/**'], host: '*' }];

export const GENERAL_RULES: readonly AddressRule[] = [
  { paths: ['/**'], drop: [...WAY, ...SESSIONS, ...FORMS, ...NETWORKS.map((network) => `share=${network}`)] },
  // What runs on Windows and Domino does not know case.
  { paths: ['/{base:path}/{page}.aspx', '/{base:path}/{page}.asp', '/{base:path}/{page}.ashx'], ignoreCase: true },
  // ARD and others mark their AMP form at the end of the name.
  { paths: ['/{base:path}/{page}~amp.html'], to: '/{base}/{page}.html' },
];

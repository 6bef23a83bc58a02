/** What says nothing about a page on any host: where a reader came from, their session, how the page is shown. */
import type { AddressRule } from '../../protocol/address-rules.ts';

/**
 * Parameters by which senders and advertisers recognise a way. An allow-list of exact names and
 * prefixes, from the documentation of those who set them; names that also name pages somewhere
 * (`ref`, `source`, `campaign`, `t`) are not in it.
 */
const WAY = `utm_* mtm_* pk_* piwik_* matomo_* hsa_* at_medium at_campaign at_custom* at_link* at_format at_ptr* at_bbc*
  at_send* at_recipient* at_emailtype at_variant at_creation at_channel at_general
  fbclid gclid gclsrc dclid wbraid gbraid gad_source gad_campaignid srsltid _ga _gl _gac_* msclkid twclid yclid ttclid
  li_fat_id rdt_cid sccid epik igshid igsh mibextid dicbo tblci obclickid irclickid irgwc zanpid awc tduid
  fb_action_ids fb_action_types fb_source fb_ref ref_src ref_url __twitter_impression xing_share
  mc_cid mc_eid mkt_tok oly_anon_id oly_enc_id vero_id vero_conv bsft_* ck_subscriber_id nr_email_referer dm_i
  _hsenc _hsmi __hssc __hstc __hsfp hsctatracking wickedid rb_clickid s_cid s_kwcid ef_id ml_subscriber ml_subscriber_hash
  elq elqtrack elqtrackid elqaid elqat elqak elqcampaignid sfmc_* spjobid spmailingid spuserid spreportid emci emdi et_rid
  cmpid icid ns_campaign ns_mchannel ns_source ns_linkname ns_fee wt_mc wtmc wt_zmc wt_eid wt_t wt.mc_id wt.mc_ev wt.tsrc
  xtor cm_mmc cm_ven cm_cat cm_pla cm_ite guccounter guce_referrer guce_referrer_sig soc_src soc_trk _openstat
  _branch_match_id pcampaignid vgo_ee ref=rss from=rss source=rss`.split(/\s+/);

const NETWORKS = `twitter facebook linkedin x email whatsapp jetpack-whatsapp telegram reddit pinterest tumblr pocket
  skype xing print mastodon threads bluesky`.split(/\s+/);

/** Sessions: names that nothing else has, and short ones where the value can be nothing else. */
const SESSIONS = `phpsessid jsessionid oscsid zenid cftoken cfid aspsessionid* s={id:hex32} sid={id:hex32}
  session_id={id:hex32} sessionid={id:hex32} sessid={id:hex32} phpsessionid`.split(/\s+/);

/** The same page without decoration, whole, or for small screens. */
const FORMS = `print=1 print=true print=yes print=print printable=1 printable=yes printable=true view=print output=print
  format=print layout=print druck=1 druckansicht=1 amp= amp=1 amp=true amp_js_v amp_gsa outputtype=amp output=amp format=amp view=amp
  seite=all seite=alles page=all page=1 seite=1 paged=1 singlepage=true`.split(/\s+/);

const way = new Set(WAY.filter((name) => !/[*=]/.test(name)));
const wayPrefixes = WAY.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** Whether a parameter tells only the way, wherever it stands. */
export function speaksOfWay(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return (
    way.has(lower) || wayPrefixes.some((prefix) => lower.startsWith(prefix)) || (lower === 'ref' && value === 'rss')
  );
}

/** Before the rules of systems: hosts for small screens. `m.` alone, `mobile.` is a name too often. */
export const FIRST_RULES: readonly AddressRule[] = [{ hosts: ['m.*'], paths: ['/{first}/**'], host: '*' }];

export const GENERAL_RULES: readonly AddressRule[] = [
  { paths: ['/**'], drop: [...WAY, ...SESSIONS, ...FORMS, ...NETWORKS.map((network) => `share=${network}`)] },
  // What runs on Windows and Domino does not know case.
  { paths: ['/{base:path}/{page}.aspx', '/{base:path}/{page}.asp', '/{base:path}/{page}.ashx'], ignoreCase: true },
  // ARD and others mark their AMP form at the end of the name.
  { paths: ['/{base:path}/{page}~amp.html'], to: '/{base}/{page}.html' },
];

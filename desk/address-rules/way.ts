/** What only says which way a reader came. */

/**
 * Parameters by which senders and advertisers recognise a way. An allow-list of exact names and
 * prefixes, from the documentation of those who set them; names that also name pages somewhere
 * (`ref`, `source`, `campaign`, `t`) are not in it.
 */
export const WAY =
  `utm_* mtm_* pk_* piwik_* matomo_* hsa_* at_medium at_campaign at_custom* at_link* at_format at_ptr* at_bbc*
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

const way = new Set(WAY.filter((name) => !/[*=]/.test(name)));
const wayPrefixes = WAY.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** Whether a parameter tells only the way, wherever it stands. */
export function speaksOfWay(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return (
    way.has(lower) || wayPrefixes.some((prefix) => lower.startsWith(prefix)) || (lower === 'ref' && value === 'rss')
  );
}

/** Addresses of several people together: one is a contact, a list is a list of people. */

/** So many make a list. */
const LIST = 3;
const ADDRESS = /(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
const AT = /@|\(at\)|\[at\]/i;
/** Mailboxes of an office. */
const OFFICE =
  /^(?:info|kontakt|contact|presse|press|service|support|hilfe|help|hotline|mail|post|office|redaktion|editor|karriere|jobs|bewerbung|datenschutz|privacy|noreply|no-reply|newsletter|sales|vertrieb|einkauf|it|hr|personal|feedback|team|zentrale|empfang|webmaster|admin|abuse|billing|legal|marketing|kommunikation|anfrage|helpdesk|servicedesk)[._+-]?\w{0,12}(?:@|\s?[([])/i;

export function hasEmailList(text: string): boolean {
  // Of nearly every text this is all that has to be asked.
  if (!AT.test(text)) return false;
  const people = new Set<string>();
  for (const [address] of text.matchAll(ADDRESS)) {
    if (!OFFICE.test(address) && isOfPerson(address)) people.add(address.toLowerCase());
    if (people.size >= LIST) return true;
  }
  return false;
}

/** Two words, an initial or a number: what a single word names is mostly an office. */
const isOfPerson = (address: string): boolean => {
  const local = address.slice(0, address.search(/@|\s?[([]/));
  return /[._\d-]/.test(local) || FREE.test(address);
};
/** Where only people have mailboxes. */
const FREE = /@(?:gmail|gmx|web|t-online|outlook|hotmail|yahoo|icloud|posteo|freenet|mailbox|aol)\b/i;

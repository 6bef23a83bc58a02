/** What people paste: a link from a mail, or a code that somebody read out on the phone. */
import { invitationCodeSchema } from '../protocol/session.ts';

/** Null in a part that the text does not say. */
export type Invitation = { queueUrl: string | null; code: string | null };

/** Four groups of the code's letters, with anything between them that people or their keyboards put there. */
const GROUP = '([2-9A-HJ-NP-Z]{4})';
const CODE = new RegExp(`(?<![0-9A-Z])${[GROUP, GROUP, GROUP, GROUP].join('[\\s\\p{Pd}._]*')}(?![0-9A-Z])`, 'u');

export function parseInvitation(text: string): Invitation {
  const link = /https?:\/\/\S+/i.exec(text)?.[0] ?? null;
  // A mail may have put the code into the next line, behind the `#` or not.
  const place = link === null ? text : link.split('#', 2)[1] || text.replace(link, ' ');
  const groups = CODE.exec(place.toUpperCase())?.slice(1) ?? null;
  const code = groups === null ? null : groups.join('-');
  return {
    queueUrl: link === null ? null : normalizeQueueUrl(link),
    code: code !== null && invitationCodeSchema.safeParse(code).success ? code : null,
  };
}

/** An address without `https://`, as people type it: a host with a dot or a port, and perhaps a path. */
const HOST = /^[\p{L}\d-]+(\.[\p{L}\d-]+)*(\.\p{L}{2,}|:\d{1,5})(\/\S*)?$/u;

const CUT_IN_LINK = /\/join\/?#\S/i;
const CUT_BESIDE = /(?<![\p{L}\d])[2-9A-HJ-NP-Z]{4}\p{Pd}[2-9A-HJ-NP-Z]{1,4}(?![\p{L}\d])/u;

/** Whether a text has only a part of a code: a link that a mail broke, or one that was not copied to its end. */
export function hasCutCode(text: string): boolean {
  if (parseInvitation(text).code !== null) return false;
  if (CUT_IN_LINK.test(text)) return true;
  // A host may be named like two groups: NEWS-DESK.example.
  return !HOST.test(text.trim()) && CUT_BESIDE.test(text.replace(/https?:\/\/\S+/i, ' '));
}

const JOIN_PAGE = /^\S+\/join\/?(\?[^\s#]*)?#?$/i;

/** Whether a text is the link of an invitation without anything of its code, as programs leave it that drop what follows `#`. */
export function lacksCode(text: string): boolean {
  return (
    parseInvitation(text).code === null &&
    !hasCutCode(text) &&
    JOIN_PAGE.test(/https?:\/\/\S+/i.exec(text)?.[0] ?? text.trim())
  );
}

const CUT_JOIN_PAGE = /[^/]\/(j|jo|joi)$/i;

/** Whether a text is a link that ends within the name of the page of invitations; a queue may have such an address, too. */
export function endsInJoin(text: string): boolean {
  const queueUrl = parseQueueAddress(text);
  return queueUrl !== null && CUT_JOIN_PAGE.test(queueUrl);
}

/** The queue that a text names without any code, not even part of one; null if it names none. */
export function parseQueueAddress(text: string): string | null {
  const { queueUrl, code } = parseInvitation(text);
  if (code !== null || hasCutCode(text)) return null;
  return queueUrl ?? (HOST.test(text.trim()) ? normalizeQueueUrl(text) : null);
}

/** The address of a queue without its join page, query, user and final slash. Null if it is no web address. */
export function normalizeQueueUrl(text: string): string | null {
  const given = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`;
  if (!URL.canParse(withScheme)) return null;
  const { protocol, host, pathname } = new URL(withScheme);
  if ((protocol !== 'https:' && protocol !== 'http:') || host === '') return null;
  const path = pathname
    .replace(/\/+$/, '')
    .replace(/\/join$/, '')
    .replace(/\/+$/, '');
  return `${protocol}//${host}${path}`;
}

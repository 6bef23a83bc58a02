/** Pages that say they are other pages, so that a clip of theirs joins another topic or leads people elsewhere. */
import { type HostilePage, page } from '../hostile-page.ts';

/** Nothing of what a page forged is followed: the address is where the person was. */
const isOwn: HostilePage['clip'] = (clip, { address }) => clip.address === address;
const hasNoCanonical: HostilePage['clip'] = (clip, own) =>
  isOwn(clip, own) && (clip.canonicalAddress === null || clip.canonicalAddress.startsWith('http'));

const canonical = (address: string) =>
  `<link rel="canonical" href="${address}"><meta property="og:url" content="${address}">`;

export const FORGED: readonly HostilePage[] = [
  '{evil}/anderswo',
  'https://intranet.example/thema/0',
  'https://user:secret@intranet.example/thema/0',
  `javascript:alert(1)`,
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/inbox.html',
  'blob:https://intranet.example/1',
  'https://xn--ntranet-6za.example/',
  'https://intranet.example\\@{evil}/',
  '//{evil}/protokollfrei',
  'https://[::1]:99999/',
  `https://intranet.example/${'a'.repeat(9_000)}`,
  '\u0000https://intranet.example/',
].map((address, at) => ({
  name: `the canonical address ${address.slice(0, 40)}`,
  html: page(`Gefälscht ${at}`, canonical(address)),
  clip: hasNoCanonical,
}));

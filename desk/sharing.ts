/** What employees see of what was published, and what of it they may pass on (S9). */
import type { ClearanceState } from '../protocol/clearance.ts';
import type { Publication, PublicationInput } from '../protocol/publication.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { NETWORKS, type Network } from '../protocol/sharing.ts';
import { offsetAt } from './zone.ts';

/** How a topic's clearance stands; null: nobody asked for one. */
export type ClearanceStanding = ClearanceState | null;

const LETS_SHARE: readonly ClearanceStanding[] = [null, 'not_needed', 'cleared'];

/** [PB3] Passing on needs a topic that is cleared, or that needs no clearance; what has conditions stays with the desk. */
export const isClearedToShare = (clearance: ClearanceStanding): boolean => LETS_SHARE.includes(clearance);

/** Why a publication may not be opened for passing on, or null when it may. */
export function checkSharing(
  { shareable }: Pick<PublicationInput, 'shareable'>,
  clearance: ClearanceStanding,
): Refusal | null {
  if (shareable !== true || isClearedToShare(clearance)) return null;
  return { kind: 'not_cleared_to_share', path: 'publication.shareable' };
}

/** [PB2] Under embargo at this moment, in milliseconds. */
export const isEmbargoed = ({ embargoUntil }: Pick<Publication, 'embargoUntil'>, now: number): boolean =>
  embargoUntil !== null && embargoUntil > now;

/** [SH2] What stands in everybody's feed: out, and not under embargo. */
export const isInFeed = (publication: Publication, now: number): boolean =>
  publication.state === 'published' && !isEmbargoed(publication, now);

/** The networks over which employees may pass it on; none without an address, for there is nothing to point to. */
export const networksOf = ({ shareable, address, networks }: Publication): Network[] =>
  shareable && address !== null ? NETWORKS.filter((network) => networks.includes(network)) : [];

/** The company's words for a network: its own, else those for everywhere, else the title. */
export const shareTextFor = (
  { shareTexts }: Pick<Publication, 'shareTexts'>,
  network: Network,
  title: string,
): string => shareTexts[network] ?? shareTexts.copy ?? title;

/**
 * Where a network takes something up, with the address filled in; null: nothing is opened, the text is copied only. It
 * is opened by the person's own press and by nothing else. Instagram takes no links: there the text is copied before.
 */
export function shareAddress(network: Network, address: string, text: string, title: string): string | null {
  const at = encodeURIComponent(address);
  switch (network) {
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?url=${at}`;
    case 'mastodon':
      return `https://share.joinmastodon.org/#text=${encodeURIComponent(withAddress(text, address))}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?u=${at}`;
    case 'instagram':
      return 'https://www.instagram.com/';
    case 'xing':
      return `https://www.xing.com/spi/shares/new?url=${at}`;
    case 'email':
      return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(withAddress(text, address))}`;
    case 'copy':
      return null;
  }
}

/** What is copied: the words, and the address unless they name it already. */
export const withAddress = (text: string, address: string): string =>
  text.includes(address) ? text : `${text}\n\n${address}`;

/** [SH1] One count a day: of publication and network, and of nobody. */
export function shareDay(at: number, timeZone: string): string {
  return new Date(at + offsetAt(timeZone, at)).toISOString().slice(0, 10);
}

export const shareId = (publicationId: string, network: Network, day: string): string =>
  `${publicationId}.${network}.${day}`;

/** Why this cannot be passed on now, over this network, or null when it can. */
export function checkShare(publication: Publication, network: Network, now: number): Refusal | null {
  if (!isInFeed(publication, now)) return { kind: 'not_found', path: 'publicationId' };
  return networksOf(publication).includes(network) ? null : { kind: 'not_cleared_to_share', path: 'network' };
}

/** [PB3] As employees see it: a clearance that was taken back since, or never given, closes what was opened for passing on. */
export const publicationForOthers = (publication: Publication, clearance: ClearanceStanding): Publication =>
  publication.shareable && !isClearedToShare(clearance) ? { ...publication, shareable: false } : publication;

/** The page's lead picture, only as an address: nothing is fetched while capturing [CA1]. */
import type { Evidence } from './evidence.ts';
import { canBePicture, pictureName } from './image-file.ts';
import type { MainText } from './main-text.ts';
import { metaValue } from './meta.ts';
import type { Page } from './page.ts';
import { webAddress } from './web-address.ts';

/** Smaller than this in either direction is an icon, an avatar or a tracking pixel. */
const MIN_SIDE = 160;
/** Wider or higher than this is a banner or a border. */
const MAX_RATIO = 4;

export type LeadImage = { address: string; alt: string };

export function readImage(evidence: Evidence, main: MainText): LeadImage | null {
  const { meta, things } = evidence;
  const openGraph = metaValue(meta, 'og:image:secure_url', 'og:image', 'og:image:url');
  const card = metaValue(meta, 'twitter:image', 'twitter:image:src');
  const stated = [
    hasGoodSize(metaValue(meta, 'og:image:width'), metaValue(meta, 'og:image:height'))
      ? { href: openGraph, alt: metaValue(meta, 'og:image:alt') }
      : { href: '', alt: '' },
    { href: card, alt: metaValue(meta, 'twitter:image:alt') },
    { href: things.find(({ image }) => image !== '')?.image ?? '', alt: '' },
    { href: meta.links.find(({ rel }) => rel === 'image_src')?.href ?? '', alt: '' },
    { href: metaValue(meta, 'thumbnail', 'image'), alt: '' },
  ];
  for (const { href, alt } of stated) {
    const address = webAddress(href, evidence);
    if (address !== null && canBePicture(address))
      return { address, alt: alt === '' ? altOf(evidence.page, address) : alt };
  }
  return firstOf(evidence, main);
}

/** The first image in the main part that is large enough and stands there only once. */
function firstOf(evidence: Evidence, main: MainText): LeadImage | null {
  const { page, regions } = evidence;
  const end = page.nodes[main.node]?.end ?? page.nodes.length;
  const seen = new Map<string, number>();
  const found: LeadImage[] = [];
  for (let index = Math.max(main.node, 0); index < end; index += 1) {
    const { tag, attributes = {} } = page.nodes[index] ?? {};
    if (tag !== 'img' || regions.removed(index) || !hasGoodSize(attributes.width, attributes.height)) continue;
    const address = webAddress(attributes['data-src'] ?? attributes.src ?? '', evidence);
    if (address === null || !canBePicture(address)) continue;
    seen.set(address, (seen.get(address) ?? 0) + 1);
    found.push({ address, alt: attributes.alt ?? '' });
  }
  return found.find(({ address }) => seen.get(address) === 1) ?? null;
}

/** What the page itself says of the image that it also shows, in whatever size. */
function altOf(page: Page, address: string): string {
  const name = pictureName(address);
  for (let index = 0; index < page.nodes.length; index += 1) {
    const node = page.nodes[index];
    if (node?.tag !== 'img' || node.attributes.alt === undefined) continue;
    const { src, alt, 'data-src': later } = node.attributes;
    if (shows(src, name) || shows(later, name)) return alt;
  }
  return '';
}

/** Names are made of the few addresses that hold the name. */
const shows = (address: string | undefined, name: string): boolean =>
  address?.toLowerCase().includes(name) === true && pictureName(address) === name;

/** A size that is not said can be any. */
function hasGoodSize(width = '', height = ''): boolean {
  const w = Number.parseInt(width, 10);
  const h = Number.parseInt(height, 10);
  if (w < MIN_SIDE || h < MIN_SIDE) return false;
  return !(Math.max(w / h, h / w) > MAX_RATIO);
}

/** The page's lead picture, only as an address: nothing is fetched while capturing [CA1]. */
import type { Evidence } from './evidence.ts';
import type { MainText } from './main-text.ts';
import { metaValue } from './meta.ts';
import { webAddress } from './web-address.ts';

/** Smaller than this in either direction is an icon, an avatar or a tracking pixel. */
const MIN_SIDE = 160;

export function readImage(evidence: Evidence, main: MainText): string | null {
  const { page, meta, things, regions } = evidence;
  const stated = [
    metaValue(meta, 'og:image:secure_url', 'og:image', 'og:image:url'),
    metaValue(meta, 'twitter:image', 'twitter:image:src'),
    things.find(({ image }) => image !== '')?.image ?? '',
    meta.links.find(({ rel }) => rel === 'image_src')?.href ?? '',
    metaValue(meta, 'thumbnail', 'image'),
  ];
  for (const href of stated) {
    const address = webAddress(href, evidence);
    if (address !== null) return address;
  }
  const end = page.nodes[main.node]?.end ?? page.nodes.length;
  for (let index = Math.max(main.node, 0); index < end; index += 1) {
    const { tag, attributes = {} } = page.nodes[index] ?? {};
    if (tag !== 'img' || regions.removed(index) || isSmall(attributes)) continue;
    const address = webAddress(attributes['data-src'] ?? attributes.src ?? '', evidence);
    if (address !== null) return address;
  }
  return null;
}

const isSmall = ({ width, height }: Readonly<Record<string, string>>): boolean =>
  [width, height].some((side) => side !== undefined && Number.parseInt(side, 10) < MIN_SIDE);

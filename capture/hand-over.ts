/** All that the script in a page hands over to the extension: a reading of it, packed, and what only the live page tells. */
import type { SiteProfile } from '../protocol/site-profile.ts';
import { readyStateOf } from './dom.ts';
import { packPage } from './pack-page.ts';
import type { PackedPage } from './packed-page.ts';
import { type PicturesInView, picturesInView } from './picture-places.ts';
import { type PageReading, readPage } from './read-page.ts';

export type HandedOver = Omit<PageReading, 'page'> & {
  page: PackedPage;
  view: PicturesInView;
  ready: DocumentReadyState;
};

/** For the arguments see `capturePage`. */
export function* handOver(
  document: Document,
  url: string,
  companyProfiles: readonly SiteProfile[],
): Generator<void, HandedOver> {
  const reading = yield* readPage(document, url, companyProfiles);
  const page = yield* packPage(reading.page);
  // Last, with what is seen now: a photograph of the window is cut by it.
  return { ...reading, page, view: yield* picturesInView(document), ready: readyStateOf(document) };
}

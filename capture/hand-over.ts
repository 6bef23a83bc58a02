/** All that the script in a page hands over to the extension: a reading of it, packed, and what only the live page tells. */
import type { SiteProfile } from '../protocol/site-profile.ts';
import { arrivalOf } from './arrival.ts';
import { packPage } from './pack-page.ts';
import type { PackedPage } from './packed-page.ts';
import { type PicturesInView, picturesInView } from './picture-places.ts';
import { type PageReading, readPage } from './read-page.ts';
import type { Arrival } from './unfinished.ts';

export type HandedOver = Omit<PageReading, 'page'> & { page: PackedPage; view: PicturesInView; arrival: Arrival };

/** For the arguments see `capturePage`. */
export function* handOver(
  document: Document,
  url: string,
  companyProfiles: readonly SiteProfile[],
): Generator<void, HandedOver> {
  const reading = yield* readPage(document, url, companyProfiles);
  const page = yield* packPage(reading.page);
  const arrival = yield* arrivalOf(document);
  // Last, with what is seen now: a photograph of the window is cut by it.
  return { ...reading, page, arrival, view: picturesInView(document) };
}

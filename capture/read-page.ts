/** The half of the capture that needs the live document: what it shows, as plain data. */
import type { SiteProfile } from '../protocol/site-profile.ts';
import type { Page } from './page.ts';
import { postInView } from './post-in-view.ts';
import { SITE_PROFILES } from './profiles/index.ts';
import { recognise } from './recognise.ts';
import { readSelection, type Selected } from './selection.ts';
import { systemOf } from './site-profile.ts';
import type { System } from './system.ts';
import { walkDocument } from './walk.ts';

/** All that is kept of a document. What it means is found out by `draftOf`, wherever that runs. */
export type PageReading = {
  page: Page;
  /** The system whose profile knows the page. */
  system: System | null;
  /** The index in `Page.nodes` of what may be the post of a feed that is in view; -1 for none. */
  inView: number;
  selected: Selected | null;
};

/**
 * For `url` and `companyProfiles` see `capturePage`. Each step visits at most `NODES_PER_STEP` nodes. Without `asksLabels`
 * what may mark the page, but is no text of it, is not looked for.
 */
export function* readPage(
  document: Document,
  url: string,
  companyProfiles: readonly SiteProfile[] = [],
  asksLabels = true,
): Generator<void, PageReading> {
  const selected = yield* readSelection(document);
  const recognised = yield* recognise(document, url, [...companyProfiles, ...SITE_PROFILES]);
  yield;
  // Who knows the system knows its feeds too.
  const post = recognised === null ? postInView(document) : null;
  const hints = post === null ? recognised : { indices: new Map([[post, -1]]), removed: new Set<Element>() };
  const page = yield* walkDocument(document, url, hints, asksLabels);
  const inView = post === null ? -1 : (hints?.indices.get(post) ?? -1);
  return { page, system: recognised === null ? null : systemOf(recognised), inView, selected };
}

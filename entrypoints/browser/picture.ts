/**
 * The picture of a clip: the page's own lead picture where it can be read, else what the person saw of
 * it, else the part of the tab where the text begins. Pictures of other sites cannot be read from here,
 * and nothing shows them from there later: that would tell their site who reads.
 */
import { browser } from 'wxt/browser';
import type { PicturePlaces } from '../../capture/lead-place.ts';
import type { Box } from '../../capture/picture-places.ts';
import { isSamePage } from '../../desk/same-page.ts';
import type { TabCapture } from './capture-tab.ts';
import { type Cut, encodePicture, type TakenPicture } from './encode-picture.ts';
import { readOwnImage } from './own-image.ts';

export type { TakenPicture } from './encode-picture.ts';

/** A cut of the tab is as wide as this many high. */
const RATIO = 16 / 10;
/** The column of a text on a wide screen. CSS pixels. */
const COLUMN = { min: 480, max: 960, margin: 24 };
/** A picture that is less to see than this part of it is cut at a bad place. */
const VISIBLE_PART = 0.6;
const MAX_IMAGE_RATIO = 4;
const MIN_IMAGE_SIDE = 160;

export type PicturedTab = { id: number; windowId: number; url?: string | undefined };

/**
 * Photographs the tab, and waits then for what was read there. Null where the browser gives nothing, or the person
 * looks at something else by then: a clip does without (BL1).
 * @param first what must not wait for a photograph, which takes a browser some 50 ms of its processor: the form, or the
 *   keeping of the clip. Nothing of ours may be shown in the page before the answer.
 */
export async function takePicture(
  tab: PicturedTab,
  capturing: Promise<TabCapture>,
  first: Promise<unknown>,
): Promise<TakenPicture | null> {
  await first.catch(() => undefined);
  const shooting = photograph(tab).catch(() => null);
  try {
    const capture = await capturing;
    const places = capture.ok ? capture.places : null;
    return (capture.ok ? await ownPicture(capture) : null) ?? (await fromShot(await shooting, places));
  } catch {
    return null;
  }
}

/** The browser takes whatever is in front of the window: another tab, or another page in it, is none of ours. */
async function photograph({ id, windowId, url }: PicturedTab): Promise<ImageBitmap | null> {
  const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality: 90 });
  const now = await browser.tabs.get(id);
  return now.active && (url === undefined || isSamePage(now.url ?? '', url)) ? createImageBitmap(decode(shot)) : null;
}

/** Our own content security policy forbids fetching a data: address, so it is taken apart here. */
function decode(dataUrl: string): Blob {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  const bytes = new Uint8Array(text.length);
  // A loop: through an iterator a photograph takes fifteen times as long.
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return new Blob([bytes]);
}

async function ownPicture({ draft, places }: Extract<TabCapture, { ok: true }>): Promise<TakenPicture | null> {
  const lead = places?.lead ?? null;
  const stated = { address: draft.imageAddress ?? '', alt: draft.imageAlt };
  for (const candidate of lead === null ? [stated] : [stated, lead]) {
    const source = await readOwnImage(candidate.address, draft.address);
    if (source === null) continue;
    const { width, height } = source;
    const isPicture = Math.min(width, height) >= MIN_IMAGE_SIDE && width / height <= MAX_IMAGE_RATIO;
    const alt = candidate.alt || (lead?.alt ?? '');
    const taken = isPicture ? await encodePicture(source, { x: 0, y: 0, width, height }, alt) : null;
    source.close();
    if (taken !== null) return taken;
  }
  return null;
}

async function fromShot(shot: ImageBitmap | null, places: PicturePlaces | null): Promise<TakenPicture | null> {
  if (shot === null) return null;
  const scale = places === null ? 1 : shot.width / places.window.width;
  const lead = places?.lead ?? null;
  const seen = lead === null ? null : visiblePart(lead, shot, scale);
  const ofLead = lead === null || seen === null ? null : await encodePicture(shot, seen, lead.alt);
  const taken = ofLead ?? (await encodePicture(shot, columnIn(shot, places?.heading ?? null, scale), ''));
  shot.close();
  return taken;
}

/** What of a box is on the photograph, if that is most of it. */
function visiblePart(box: Box, shot: ImageBitmap, scale: number): Cut | null {
  const x = Math.max(0, box.x * scale);
  const y = Math.max(0, box.y * scale);
  const width = Math.min(shot.width, (box.x + box.width) * scale) - x;
  const height = Math.min(shot.height, (box.y + box.height) * scale) - y;
  const isMostly = width > 0 && height > 0 && width * height >= VISIBLE_PART * box.width * box.height * scale * scale;
  return isMostly ? { x, y, width, height } : null;
}

/** Where the text begins: at the heading while it is in sight, else at the top of its column. */
function columnIn(shot: ImageBitmap, heading: Box | null, scale: number): Cut {
  const wanted = heading === null ? shot.width / scale : Math.min(COLUMN.max, Math.max(COLUMN.min, heading.width));
  const width = Math.min(shot.width, (wanted + 2 * COLUMN.margin) * scale, shot.height * RATIO);
  const height = width / RATIO;
  const left = heading === null ? (shot.width - width) / 2 : (heading.x - COLUMN.margin) * scale;
  const isInSight = heading !== null && heading.y >= 0 && heading.y * scale < shot.height * 0.7;
  const top = isInSight ? (heading.y - COLUMN.margin) * scale : 0;
  const within = (at: number, room: number) => Math.min(Math.max(0, at), Math.max(0, room));
  return { x: within(left, shot.width - width), y: within(top, shot.height - height), width, height };
}

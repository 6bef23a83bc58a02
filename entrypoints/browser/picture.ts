/**
 * The picture of a clip: what the person saw, as a small crop of the visible tab. A picture inside
 * the page cannot be read when it comes from another origin, and nothing is fetched while clipping.
 */
import { browser } from 'wxt/browser';
import type { Picture } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** 16:10, sharp at twice the size of the largest place that shows it. */
const WIDTH = 640;
const HEIGHT = 400;
const QUALITIES = [0.8, 0.6, 0.4];

export type TakenPicture = { bytes: Uint8Array<ArrayBuffer>; picture: Picture };

/** A crop of the tab in front, or null where the browser gives none: a clip does without (BL1). */
export async function takePicture(windowId: number): Promise<TakenPicture | null> {
  try {
    const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality: 85 });
    return await scale(await createImageBitmap(decode(shot)));
  } catch {
    return null;
  }
}

/** Our own content security policy forbids fetching a data: address, so it is taken apart here. */
function decode(dataUrl: string): Blob {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return new Blob([Uint8Array.from(text, (char) => char.charCodeAt(0))]);
}

/** The top of what is drawn, as for a tab. */
export const encodeCanvas = async (canvas: OffscreenCanvas): Promise<TakenPicture | null> =>
  scale(await createImageBitmap(canvas));

async function scale(source: ImageBitmap): Promise<TakenPicture | null> {
  const factor = Math.max(WIDTH / source.width, HEIGHT / source.height);
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  // The top of the page: there stand the headline and the lead picture.
  const cut = Math.min(source.height, HEIGHT / factor);
  context.drawImage(source, (source.width - WIDTH / factor) / 2, 0, WIDTH / factor, cut, 0, 0, WIDTH, cut * factor);
  source.close();
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (blob.size <= LIMITS.pictureBytes) return describe(blob);
  }
  return null;
}

async function describe(blob: Blob): Promise<TakenPicture> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // A browser without WebP encoding answers with PNG.
  const type = blob.type === 'image/webp' ? 'image/webp' : 'image/png';
  return { bytes, picture: { hash, type, width: WIDTH, height: HEIGHT, bytes: bytes.length, alt: '' } };
}

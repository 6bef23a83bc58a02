/** Pixels → the picture of a clip: small, in a format that every browser shows, and really of something. */
import type { Picture } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';

export type TakenPicture = { bytes: Uint8Array<ArrayBuffer>; picture: Picture };

/** In pixels of the source. */
export type Cut = { x: number; y: number; width: number; height: number };

/** Sharp at twice the size of the largest place that shows it; then what is still worth looking at. */
const SIDES = [640, 480, 320];
const QUALITIES = [0.8, 0.6, 0.4];
/** Less of anything is no picture. Pixels of the source. */
const MIN_SIDE = 100;

/** The cut as a picture of at most `LIMITS.pictureTarget` bytes; null if it is too small or shows nothing. */
export async function encodePicture(source: ImageBitmap, cut: Cut, alt: string): Promise<TakenPicture | null> {
  if (cut.width < MIN_SIDE || cut.height < MIN_SIDE) return null;
  if (isBlank(source, cut)) return null;
  for (const side of SIDES) {
    const factor = Math.min(1, side / Math.max(cut.width, cut.height));
    const canvas = draw(source, cut, Math.round(cut.width * factor), Math.round(cut.height * factor));
    for (const quality of QUALITIES) {
      const blob = await encode(canvas, quality);
      if (blob.size <= LIMITS.pictureTarget) return describe(blob, canvas, alt);
    }
  }
  return null;
}

/** The top of what is drawn, in the form of a photograph of a tab. */
export async function encodeCanvas(canvas: OffscreenCanvas): Promise<TakenPicture | null> {
  const source = await createImageBitmap(canvas);
  const { width, height } = source;
  return encodePicture(source, { x: 0, y: 0, width, height: Math.min(height, width / 1.6) }, '');
}

function draw(source: ImageBitmap, { x, y, width, height }: Cut, toWidth: number, toHeight: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, toWidth), Math.max(1, toHeight));
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.imageSmoothingQuality = 'high';
    // What is transparent would be black in a JPEG.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** Pixels on each side of the small copy that is looked at. */
const SAMPLE = 24;
/** How far a channel of an ordinary picture is from its mean, on average; of 255. */
const MIN_SPREAD = 1;

/** One colour, or nearly: a page that is not painted yet, a placeholder, a transparent image. */
function isBlank(source: ImageBitmap, cut: Cut): boolean {
  const context = draw(source, cut, SAMPLE, SAMPLE).getContext('2d');
  const data = Array.from(context?.getImageData(0, 0, SAMPLE, SAMPLE).data ?? []);
  return [0, 1, 2].every((channel) => {
    const values = data.filter((_, at) => at % 4 === channel);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return !(values.reduce((sum, value) => sum + Math.abs(value - mean), 0) / values.length > MIN_SPREAD);
  });
}

/** A browser that cannot write WebP answers with PNG, which is far too large for photographs. */
async function encode(canvas: OffscreenCanvas, quality: number): Promise<Blob> {
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  return blob.type === 'image/webp' ? blob : canvas.convertToBlob({ type: 'image/jpeg', quality });
}

async function describe(blob: Blob, { width, height }: OffscreenCanvas, alt: string): Promise<TakenPicture> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const type = blob.type === 'image/webp' ? 'image/webp' : 'image/jpeg';
  return { bytes, picture: { hash, type, width, height, bytes: bytes.length, alt } };
}

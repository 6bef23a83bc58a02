/** Reads an image of the page's own site, which the person's act let us ask for. */
import { imageSize } from './image-size.ts';

/** Bytes. More is a print or an attempt to fill the memory. */
const MAX_BYTES = 8_000_000;
/** One colour packs into nothing: a small file can be a huge picture, which takes four bytes a pixel unpacked. */
const MAX_PIXELS = 50_000_000;
/** Milliseconds: afterwards a photograph of the page has to do. */
const PATIENCE = 2_500;

/**
 * The image, if it is of the same origin as the page; null if it is not, does not come in time, or is
 * none. Firefox lets an extension that was given a tab not ask its site: there it is always null.
 */
export async function readOwnImage(address: string, pageAddress: string): Promise<ImageBitmap | null> {
  if (!URL.canParse(address) || new URL(address).origin !== new URL(pageAddress).origin) return null;
  try {
    // Elsewhere it might lead to is another site, which nobody allowed.
    const response = await fetch(address, {
      credentials: 'include',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const bytes = response.ok ? await readUpTo(response, MAX_BYTES) : null;
    const type = bytes === null ? null : imageType(bytes);
    if (bytes === null || type === null) return null;
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    return null;
  }
}

async function readUpTo(response: Response, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null || Number(response.headers.get('content-length')) > max) return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > max) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * By the first bytes, never by what a server claims; no SVG, which is a document. Null also for more than
 * `MAX_PIXELS`, and where nobody can tell before unpacking: AVIF's size is said in several places.
 */
export function imageType(bytes: Uint8Array): string | null {
  const type = knownType(String.fromCharCode(...bytes.subarray(0, 12)));
  const size = type === null ? null : imageSize(bytes, type);
  return size === null || size.width * size.height > MAX_PIXELS ? null : type;
}

function knownType(head: string): 'image/jpeg' | 'image/webp' | 'image/png' | null {
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  return head.startsWith('\x89PNG') ? 'image/png' : null;
}

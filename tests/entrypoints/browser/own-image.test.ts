import { afterEach, expect, test, vi } from 'vitest';
import { imageType, readOwnImage } from '../../../entrypoints/browser/own-image.ts';

const PAGE = 'https://intranet.example/news/1';
const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const PNG = (width: number, height: number) => {
  const head = new Uint8Array(24);
  head.set(bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'));
  new DataView(head.buffer).setUint32(16, width);
  new DataView(head.buffer).setUint32(20, height);
  return head;
};

/** A segment with a preview of its own size, a table, and then the frame. */
const JPEG = (width: number, height: number, frame = 0xc0) => {
  const sides = [height >> 8, height & 255, width >> 8, width & 255];
  const preview = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1];
  return Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 2 + preview.length, ...preview],
    ...[0xff, 0xc4, 0, 4, 1, 2],
    ...[0xff, 0xff, frame, 0, 11, 8, ...sides, 1, 1, 0x11, 0],
  );
};
const WEBP = (chunk: string, ...content: number[]) =>
  Uint8Array.of(...bytes(`RIFF\0\0\0\0WEBP${chunk}\0\0\0\0`), ...content);
const little = (value: number, count: number) => Array.from({ length: count }, (_, at) => (value >> (8 * at)) & 255);
const LOSSY = (width: number, height: number) =>
  WEBP('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2));
const LOSSLESS = (width: number, height: number) =>
  WEBP('VP8L', 0x2f, ...little((width - 1) | ((height - 1) << 14), 4));
const CANVAS = (width: number, height: number) =>
  WEBP('VP8X', 0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3));

const fetching = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetching);
vi.stubGlobal('createImageBitmap', async (blob: Blob) => ({ type: blob.type }));
afterEach(() => fetching.mockReset());

test('[CA1] only the own site of the page is asked, and nowhere else it leads to', async () => {
  expect(await readOwnImage('https://cdn.example/a.jpg', PAGE)).toBeNull();
  expect(await readOwnImage('', PAGE)).toBeNull();
  expect(fetching).not.toHaveBeenCalled();
  fetching.mockResolvedValue(new Response(PNG(800, 600)));
  expect(await readOwnImage('https://intranet.example/a', PAGE)).toEqual({ type: 'image/png' });
  expect(fetching.mock.lastCall?.[1]).toMatchObject({ redirect: 'error' });
});

test.each([
  ['a page instead of a picture', '<!doctype html><title>Anmelden</title>'],
  ['a drawing, which is a document', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a GIF', 'GIF89a____________________'],
  ['nothing', ''],
])('%s is no picture, whatever the server calls it', async (_what, body) => {
  fetching.mockResolvedValue(new Response(bytes(body), { headers: { 'content-type': 'image/png' } }));
  expect(await readOwnImage('https://intranet.example/a.png', PAGE)).toBeNull();
});

test('what is too large is not read to its end', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  fetching.mockResolvedValue(new Response(endless));
  expect(await readOwnImage('https://intranet.example/a.png', PAGE)).toBeNull();
  expect(sent).toBeLessThan(12_000_000);
});

test.each([
  ['image/png', 'PNG', PNG],
  ['image/jpeg', 'JPEG', JPEG],
  ['image/jpeg', 'progressive JPEG', (width: number, height: number) => JPEG(width, height, 0xc2)],
  ['image/webp', 'lossy WebP', LOSSY],
  ['image/webp', 'lossless WebP', LOSSLESS],
  ['image/webp', 'WebP of several parts', CANVAS],
])('%s: a small file that unpacks into a huge picture is left packed (%s)', (type, _name, make) => {
  expect(imageType(make(12_000, 6_000))).toBeNull();
  expect(imageType(make(6_000, 4_000))).toBe(type);
  expect(imageType(make(6_000, 4_000).subarray(0, -5))).toBeNull();
});

test.each([
  ['a JPEG without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2)],
  ['a JPEG whose segment has no length', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0)],
  ['a JPEG that says its height at its end', JPEG(800, 0)],
  ['a WebP with an unknown beginning', WEBP('ALPH', ...Array<number>(20).fill(1))],
  ['an AVIF', bytes('\0\0\0\x1cftypavif\0\0\0\0')],
])('%s is left packed: nobody knows its size', (_what, head) => {
  expect(imageType(head)).toBeNull();
});

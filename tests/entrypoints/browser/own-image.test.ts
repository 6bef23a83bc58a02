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

test('a small file that unpacks into a huge picture is left packed', () => {
  expect(imageType(PNG(30_000, 30_000))).toBeNull();
  expect(imageType(PNG(6_000, 4_000))).toBe('image/png');
});

test('formats are known by their first bytes', () => {
  expect(imageType(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(imageType(bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp');
  expect(imageType(bytes('\0\0\0\x1cftypavif'))).toBe('image/avif');
});

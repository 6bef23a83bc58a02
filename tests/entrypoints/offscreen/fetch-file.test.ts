import { afterEach, expect, test, vi } from 'vitest';
import { MAX_FILE_BYTES } from '../../../capture/documents/limits.ts';
import { fetchFile } from '../../../entrypoints/offscreen/fetch-file.ts';

const ADDRESS = 'https://intranet.example/bericht.pdf';
const answers = (body: BodyInit | null, init: ResponseInit = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, init)),
  );
afterEach(() => vi.unstubAllGlobals());

/** A body that never ends by itself, and says whether anybody still reads it. */
function endless() {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  return { body, given: () => given };
}

test('the bytes of a file, fetched with the person’s cookies', async () => {
  answers('abc');
  expect(await fetchFile(ADDRESS)).toEqual({ ok: true, bytes: new Uint8Array([97, 98, 99]) });
  expect(vi.mocked(fetch)).toHaveBeenCalledWith(ADDRESS, expect.objectContaining({ credentials: 'include' }));
});

test('a file that says that it is too large is not fetched', async () => {
  answers('abc', { headers: { 'content-length': `${MAX_FILE_BYTES + 1}` } });
  expect(await fetchFile(ADDRESS)).toEqual({ ok: false, problem: 'too_large' });
});

test('one that says nothing is fetched up to the limit and no further', async () => {
  const { body, given } = endless();
  answers(body);
  expect(await fetchFile(ADDRESS)).toEqual({ ok: false, problem: 'too_large' });
  expect(given()).toBeLessThan(MAX_FILE_BYTES + 5_000_000);
});

test.each([
  [401, 'sign_in'],
  [403, 'sign_in'],
  [404, 'unreachable'],
  [500, 'unreachable'],
])('an answer with status %i', async (status, problem) => {
  answers('no', { status });
  expect(await fetchFile(ADDRESS)).toEqual({ ok: false, problem });
});

test('no network, another origin, or a body that breaks off', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      throw new TypeError('Failed to fetch');
    }),
  );
  expect(await fetchFile(ADDRESS)).toEqual({ ok: false, problem: 'unreachable' });
  const broken = new ReadableStream({
    pull: () => {
      throw new TypeError('network error');
    },
  });
  answers(broken);
  expect(await fetchFile(ADDRESS)).toEqual({ ok: false, problem: 'unreachable' });
});

test('a link that leads on to another origin is not read, the tab’s own address is', async () => {
  const elsewhere = (url: string) =>
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Object.defineProperty(new Response('abc'), 'url', { value: url })),
    );
  elsewhere('https://files.example/bericht.pdf');
  expect(await fetchFile(ADDRESS, true)).toEqual({ ok: false, problem: 'unreachable' });
  expect(await fetchFile(ADDRESS)).toMatchObject({ ok: true });
  elsewhere(`${ADDRESS}?version=2`);
  expect(await fetchFile(ADDRESS, true)).toMatchObject({ ok: true });
});

import { beforeEach, expect, test, vi } from 'vitest';

const { fetchFile, readDocument } = vi.hoisted(() => ({ fetchFile: vi.fn(), readDocument: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));
vi.mock('../../../entrypoints/offscreen/fetch-file.ts', () => ({ fetchFile }));
vi.mock('../../../capture/documents/index.ts', () => ({ readDocument }));
vi.mock('../../../entrypoints/browser/language.ts', () => ({ currentLanguage: () => 'en' }));
vi.mock('../../../entrypoints/browser/reading-progress.ts', () => ({ tellProgress: () => {} }));

const { readingOf } = await import('../../../entrypoints/offscreen/readings.ts');

let count = 0;
const known = (isLink: boolean) => ({ address: `https://wiki.example/Datei:${++count}.pdf`, title: 'Foo', isLink });
const answers = (body: string) => fetchFile.mockResolvedValue({ ok: true, bytes: new TextEncoder().encode(body) });
const NOTHING = { draft: null, problem: null, picture: null };
const SIGN_IN = { draft: { access: 'sign_in' }, problem: null };

beforeEach(() => {
  vi.useFakeTimers();
  fetchFile.mockReset();
  readDocument.mockReset();
});

test('a link that only looks like a document leads to a page: nothing is said of it', async () => {
  answers('<!doctype html><input type="search"><p>password');
  expect(await readingOf(known(true))).toEqual(NOTHING);
});

test('a link that leads to a page which asks for a password is behind a sign-in', async () => {
  answers('<!doctype html><form><input name="pw" type="password"></form>');
  expect(await readingOf(known(true))).toMatchObject(SIGN_IN);
});

test('so is one that the server refuses', async () => {
  fetchFile.mockResolvedValue({ ok: false, problem: 'sign_in' });
  expect(await readingOf(known(true))).toMatchObject(SIGN_IN);
});

test('a page in place of the file that the tab shows is a sign-in, whatever was asked of its address as a link', async () => {
  answers('<!doctype html><p>Continue in the app');
  const document = known(true);
  expect(await readingOf(document)).toEqual(NOTHING);
  expect(await readingOf({ ...document, isLink: false })).toMatchObject(SIGN_IN);
});

test('a reading that breaks off says so, and the next one begins anew', async () => {
  answers('%PDF-1.7');
  readDocument.mockRejectedValueOnce(new Error('the worker ended'));
  const document = known(false);
  expect(await readingOf(document)).toEqual({ draft: null, problem: 'unreachable', picture: null });
  readDocument.mockResolvedValue({ ok: false, problem: 'damaged' });
  expect(await readingOf(document)).toMatchObject({ problem: 'damaged' });
});

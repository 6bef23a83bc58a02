import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TabCapture } from '../../../entrypoints/browser/capture-tab.ts';

const { captureVisibleTab, get, encodePicture } = vi.hoisted(() => ({
  captureVisibleTab: vi.fn(),
  get: vi.fn(),
  encodePicture: vi.fn(),
}));
vi.mock('wxt/browser', () => ({ browser: { tabs: { captureVisibleTab, get } } }));
vi.mock('../../../entrypoints/browser/encode-picture.ts', () => ({ encodePicture }));

const { takePicture } = await import('../../../entrypoints/browser/picture.ts');

const PAGE = 'https://intranet.example/hr/werkstatt';
const TAB = { id: 7, windowId: 1, url: PAGE };
const unread = Promise.resolve<TabCapture>({ ok: false, failure: 'unreadable', draft: null });
const DONE = Promise.resolve();

beforeEach(() => {
  vi.resetAllMocks();
  vi.stubGlobal('createImageBitmap', async () => ({ width: 1280, height: 720, close: () => {} }));
  captureVisibleTab.mockResolvedValue(`data:image/jpeg;base64,${btoa('picture')}`);
  get.mockResolvedValue({ active: true, url: PAGE });
  encodePicture.mockResolvedValue('the picture');
});
afterEach(() => vi.unstubAllGlobals());

test('what the person looks at is the picture of a page without one', async () => {
  expect(await takePicture(TAB, unread, DONE)).toBe('the picture');
});

test('whoever went to another tab meanwhile has no picture of that tab on their clip', async () => {
  get.mockResolvedValue({ active: false, url: PAGE });
  expect(await takePicture(TAB, unread, DONE)).toBeNull();
});

test('whoever went to another page meanwhile has no picture of that page on their clip', async () => {
  get.mockResolvedValue({ active: true, url: 'https://intranet.example/hr/gehalt' });
  expect(await takePicture(TAB, unread, DONE)).toBeNull();
});

test('a browser that gives no photograph costs nothing but the picture', async () => {
  captureVisibleTab.mockRejectedValue(new Error('quota'));
  expect(await takePicture(TAB, unread, DONE)).toBeNull();
});

test('no photograph is taken before what must not wait for it', async () => {
  const first = Promise.withResolvers<void>();
  const taking = takePicture(TAB, unread, first.promise);
  await Promise.resolve();
  expect(captureVisibleTab).not.toHaveBeenCalled();
  first.resolve();
  expect(await taking).toBe('the picture');
});

import { beforeEach, expect, test, vi } from 'vitest';

const { tabs, windows } = vi.hoisted(() => ({
  tabs: { query: vi.fn(), update: vi.fn(), create: vi.fn() },
  windows: { update: vi.fn() },
}));
const HOME = 'chrome-extension://clipdesk';
vi.mock('wxt/browser', () => ({
  browser: { tabs, windows, runtime: { getURL: (path: string) => `${HOME}${path}` } },
}));

const { showPage } = await import('../../../entrypoints/browser/show-page.ts');

beforeEach(() => {
  vi.resetAllMocks();
  tabs.query.mockResolvedValue([
    { id: 1, windowId: 10 },
    { id: 2, windowId: 10, url: `${HOME}/options.html#suggestions` },
    { id: 3, windowId: 11, url: `${HOME}/options.html#status` },
    { id: 4, windowId: 11, url: `${HOME}/inbox.html#topic-7` },
  ]);
});

test('a page that is open comes to the front as it is, in whatever window', async () => {
  await showPage('options.html#status');
  expect(tabs.update).toHaveBeenCalledExactlyOnceWith(3, { active: true });
  expect(windows.update).toHaveBeenCalledExactlyOnceWith(11, { focused: true });
  expect(tabs.create).not.toHaveBeenCalled();
});

test('the inbox stays at the topic that it shows', async () => {
  await showPage('inbox.html');
  expect(tabs.update).toHaveBeenCalledExactlyOnceWith(4, { active: true });
});

test('another part of a file that is open is shown in its tab', async () => {
  await showPage('options.html#settings');
  expect(tabs.update).toHaveBeenCalledExactlyOnceWith(2, { active: true, url: `${HOME}/options.html#settings` });
  expect(tabs.create).not.toHaveBeenCalled();
});

test('a page that is not open, or whose tab was closed just now, gets a new tab', async () => {
  tabs.query.mockResolvedValueOnce([{ id: 1, windowId: 10 }]);
  await showPage('inbox.html');
  tabs.update.mockRejectedValueOnce(new Error('No tab with id: 4.'));
  await showPage('inbox.html');
  expect(tabs.create.mock.calls).toEqual([[{ url: `${HOME}/inbox.html` }], [{ url: `${HOME}/inbox.html` }]]);
});

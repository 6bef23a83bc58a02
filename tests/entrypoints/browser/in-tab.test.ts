import { afterEach, expect, it, vi } from 'vitest';

vi.mock('../../../components/toast/toast.ts', () => ({ showToast: () => () => undefined }));
const named = { configurable: true, value: { tagName: 'DIV' } };
afterEach(() => Reflect.deleteProperty(Object.prototype, 'closeClipdeskToast'));

it('an element of the page that is named like our global does not keep the toast away', async () => {
  Object.defineProperty(Object.prototype, 'closeClipdeskToast', { ...named, writable: true });
  vi.stubGlobal('document', {});
  const { default: script } = await import('../../../entrypoints/toast/index.ts');
  await script.main();
  const { clipdesk } = globalThis as { clipdesk?: Record<string, (content: unknown) => unknown> };
  expect(clipdesk?.showToast?.({ clipId: 'a' })).toBe(true);
});

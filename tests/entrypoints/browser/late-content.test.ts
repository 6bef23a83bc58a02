import { beforeEach, expect, test, vi } from 'vitest';
import { withLateContent } from '../../../entrypoints/browser/late-content.ts';
import { draft } from '../../storage/device.ts';

const captureTab = vi.fn();

const reading = (wordCount: number, unfinished: boolean, address = draft().address) => ({
  ok: true as const,
  draft: draft({ wordCount, address }),
  isFile: false,
  unfinished,
  places: null,
});

beforeEach(() => {
  vi.useFakeTimers();
  captureTab.mockReset();
});

async function readWithin(first: ReturnType<typeof reading>, within: number) {
  const answer = withLateContent(captureTab, first, within);
  await vi.runAllTimersAsync();
  return answer;
}

test('a page that is all there is read once', async () => {
  const first = reading(100, false);
  expect(await readWithin(first, 1_000)).toBe(first);
  expect(captureTab).not.toHaveBeenCalled();
});

test('a page that waits for its text is read until it has it', async () => {
  captureTab.mockResolvedValueOnce(reading(0, true)).mockResolvedValueOnce(reading(200, false));
  expect(await readWithin(reading(0, true), 1_000)).toMatchObject({ draft: { wordCount: 200 } });
  expect(captureTab).toHaveBeenCalledTimes(2);
});

test('a page that never gets any text is given up in time', async () => {
  captureTab.mockResolvedValue(reading(0, true));
  expect(await readWithin(reading(0, true), 1_000)).toMatchObject({ ok: true, draft: { wordCount: 0 } });
  expect(captureTab).toHaveBeenCalledTimes(4);
});

test('[CA2] what was read first stays when the tab goes on to another page', async () => {
  captureTab.mockResolvedValue(reading(200, false, 'https://intranet.example/kantine'));
  expect(await readWithin(reading(0, true), 1_000)).toMatchObject({ draft: { address: draft().address } });
});

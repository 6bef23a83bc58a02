// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useShownPage } from '../../../entrypoints/inbox/use-shown-page.ts';
import { EVERYTHING, type TopicFilter } from '../../../protocol/topic-filter.ts';
import type { TopicPage } from '../../../storage/views.ts';

afterEach(cleanup);
const NEW: TopicFilter = { ...EVERYTHING, states: ['new'] };
const ACCEPTED: TopicFilter = { ...EVERYTHING, states: ['accepted'] };
const page = (): TopicPage => ({ topics: [], next: null, total: 0, counts: {} });

test('a list is shown under its own filter and no other: the one before goes, and keys wait while it is in sight', async () => {
  const ofNew = page();
  const ofAccepted = page();
  const { result, rerender } = renderHook(
    ({ filter, found, of }) => useShownPage({ page: found, pageFilter: of }, filter),
    { initialProps: { filter: NEW, found: ofNew, of: NEW } },
  );
  expect(result.current).toMatchObject({ page: ofNew, isChanging: false });
  rerender({ filter: ACCEPTED, found: ofNew, of: NEW });
  expect(result.current).toMatchObject({ page: ofNew, isChanging: true });
  await vi.waitFor(() => expect(result.current).toMatchObject({ page: undefined, isChanging: false }));
  rerender({ filter: ACCEPTED, found: ofAccepted, of: ACCEPTED });
  expect(result.current).toMatchObject({ page: ofAccepted, isChanging: false });
  // An answer that comes back to the list before is no answer to this one.
  rerender({ filter: ACCEPTED, found: ofNew, of: NEW });
  expect(result.current.page).toBeUndefined();
});

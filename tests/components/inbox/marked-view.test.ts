import { expect, test } from 'vitest';
import type { ViewEntry } from '../../../components/inbox/finding/finding-props.ts';
import { markedView } from '../../../components/inbox/finding/marked-view.ts';
import { VIEW_FILTERS } from '../../../desk/built-in-views.ts';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';

const saved = { kind: 'saved', owner: 'Jonas', mine: true, shared: false, count: null } as const;
const VIEWS: ViewEntry[] = [
  { kind: 'builtIn', key: 'incoming', name: 'incoming', filter: VIEW_FILTERS.incoming, count: null },
  { ...saved, key: 'fair', name: 'Fair', filter: { ...VIEW_FILTERS.incoming, text: 'fair' } },
];

test('whoever searches in a view stays in it, unless the search is a view of its own', () => {
  expect(markedView(VIEWS, VIEW_FILTERS.incoming)).toBe('incoming');
  expect(markedView(VIEWS, { ...VIEW_FILTERS.incoming, text: 'wind' })).toBe('incoming');
  expect(markedView(VIEWS, { ...VIEW_FILTERS.incoming, text: 'fair' })).toBe('fair');
  expect(markedView(VIEWS, { ...EVERYTHING, states: ['held'], text: 'fair' })).toBeNull();
});

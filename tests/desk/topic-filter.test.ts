import { expect, test } from 'vitest';
import { VIEW_FILTERS } from '../../desk/built-in-views.ts';
import { leftOf, withState } from '../../desk/topic-filter.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';

const { mine, heldToday, incoming } = VIEW_FILTERS;

test('a state leaves behind what a view brought and keeps what was set by hand', () => {
  expect(withState(mine, 'new', mine)).toEqual(incoming);
  expect(withState({ ...heldToday, text: 'quay', kinds: ['wiki'] }, 'new', heldToday)).toEqual({
    ...incoming,
    ...{ text: 'quay', kinds: ['wiki'] },
  });
  expect(withState({ ...incoming, leadId: 'me' }, null, incoming)).toEqual(mine);
});

test('what was changed since is no longer of the view, and the same view stays the same', () => {
  expect(leftOf(heldToday, { ...heldToday, text: 'quay' })).toBe(heldToday);
  const left = leftOf(heldToday, { ...heldToday, states: ['new'] });
  expect(left).toEqual({ ...EVERYTHING, dueToday: true });
  expect(leftOf(leftOf(left, EVERYTHING), heldToday)).toEqual(EVERYTHING);
});

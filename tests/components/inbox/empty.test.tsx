// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';
import { FINDING } from '../../gallery/samples/finding.ts';
import { open } from '../inbox-page.tsx';

const NEW = { ...EVERYTHING, states: ['new' as const] };
const NOTHING = { rows: [], total: 0, topic: null, selectedId: null };
const NO_VIEW = { ...FINDING, viewKey: null };

it('clears a search that found nothing, and leaves the list as it is', () => {
  const { onFilter } = open({ ...NOTHING, finding: NO_VIEW, filter: { ...NEW, text: 'harbour' } });
  expect(screen.getByText('Nothing found for “harbour”.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
  expect(onFilter).toHaveBeenCalledWith(NEW);
});

it('clears search and filters together where both narrow the list', () => {
  const { onFilter } = open({ ...NOTHING, finding: NO_VIEW, filter: { ...NEW, text: 'harbour', kinds: ['news'] } });
  fireEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(onFilter).toHaveBeenCalledWith(NEW);
});

it('says of a view that is empty what will appear in it, and speaks of no filters', () => {
  open({ ...NOTHING, finding: { ...FINDING, viewKey: 'overdue' }, filter: { ...EVERYTHING, overdue: true } });
  expect(screen.getByText('What belongs to “Overdue” appears here by itself.')).toBeTruthy();
  expect(screen.queryByText('Nothing matches these filters.')).toBeNull();
});

import type { Finding, ViewEntry } from '../../../components/inbox/finding/finding-props.ts';
import { BUILT_IN_VIEWS, VIEW_FILTERS } from '../../../desk/built-in-views.ts';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';
import { uuid } from './clips.ts';

const nothing = () => {};

const COUNTS = { incoming: 8, overdue: 2, questionsDue: 0, heldToday: 1, meeting: 5, mine: 3 };
const BUILT_IN: ViewEntry[] = BUILT_IN_VIEWS.map((name) => ({
  ...{ key: name, kind: 'builtIn', name, filter: VIEW_FILTERS[name], count: COUNTS[name] },
}));
const SAVED: ViewEntry[] = [
  {
    ...{
      key: uuid(900),
      kind: 'saved',
      name: 'Messe Hannover',
      owner: 'Jonas Feld',
      mine: true,
      shared: true,
      count: 4,
    },
    filter: { ...EVERYTHING, text: 'messe' },
  },
];

/** Nothing is searched; the views that every desk has, and one that was saved. */
export const FINDING: Finding = {
  views: [...BUILT_IN, ...SAVED],
  viewKey: null,
  brought: EVERYTHING,
  archive: { kind: 'none' },
  fromArchive: false,
  link: 'https://themen.nordwerk.example/t/0b2f6c1e-4d1a-4b53-9a53-7d0a2a7b9f10',
  onView: nothing,
  onSaveView: nothing,
  onDeleteView: nothing,
  onArchiveMore: nothing,
  onArchiveRetry: nothing,
};

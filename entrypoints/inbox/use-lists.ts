import { useMemo, useRef } from 'preact/hooks';
import type { ViewEntry } from '../../components/inbox/finding/finding-props.ts';
import { useReader } from '../../components/language.tsx';
import { BUILT_IN_VIEWS, VIEW_FILTERS } from '../../desk/built-in-views.ts';
import { lookingNow } from '../../desk/topic-filter.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { TopicFilter } from '../../protocol/topic-filter.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { type SeenTopic, seenAs } from '../../storage/decide-many.ts';
import { everySeenTopic, inboxTopics, isByPlace, isByState } from '../../storage/inbox.ts';
import { overdueTopics } from '../../storage/overdue.ts';
import { savedViews as readSavedViews } from '../../storage/saved-views.ts';
import { type CardShelf, EMPTY_SHELF, ensureCards, isWholeShelf, readCards } from '../../storage/topic-cards.ts';
import { countUnder, searchTopics } from '../../storage/topic-search.ts';
import type { Strategy, TopicPage } from '../../storage/views.ts';
import { useLive } from '../browser/use-live.ts';

/** Those whose cards were looked after by this page. */
const made = new WeakSet<AccountDatabase>();

/** The cards of all topics, kept current; undefined until they were read. */
function useCards(db: AccountDatabase, when: boolean): CardShelf | undefined {
  const before = useRef(EMPTY_SHELF);
  return useLive(
    async () => {
      const shelf = await readCards(db, before.current);
      before.current = shelf;
      // After an update of the program: what is missing comes piece by piece, each piece seen here.
      if (!isWholeShelf(shelf) && !made.has(db)) {
        made.add(db);
        // Not a part of this query: what it reads is no reason to ask anew.
        setTimeout(() => void ensureCards(db).catch(() => undefined));
      }
      return shelf;
    },
    [db],
    { when },
  );
}

const NO_COUNTS: TopicPage['counts'] = {};
const NONE: readonly never[] = [];

type FirstPage = {
  /** The list as it was read before the page stood there. */
  first: { filter: TopicFilter; page: TopicPage } | undefined;
  hasRows: boolean;
};

/** The list under a filter and the views with their counts: from indexes where those answer, else from the cards. */
export function useLists(
  db: AccountDatabase,
  personId: string,
  strategy: Strategy,
  filter: TopicFilter,
  limit: number,
  { first, hasRows }: FirstPage,
) {
  const shelf = useCards(db, hasRows || !isByPlace(filter));
  // The list of a state does not wait for the cards, and is not read again when they change; that of a department does
  // without them as long as they are not there.
  const byPlace = isByState(filter) || (isByPlace(filter) && (shelf === undefined || !isWholeShelf(shelf)));
  const needed = byPlace ? null : shelf;
  const page = useLive(
    async () => {
      if (byPlace) return { filter, page: await inboxTopics(db, filter, { limit, after: null }) };
      if (needed == null) return undefined;
      const looking = lookingNow(personId, Date.now());
      return { filter, page: await searchTopics(db, needed, filter, { limit, looking, strategy }) };
    },
    [db, filter, limit, needed, byPlace ? null : strategy],
    { first },
  );

  const { now } = useReader();
  const overdue = useMemo(() => (shelf === undefined ? NONE : overdueTopics(shelf, now)), [shelf, now]);
  const saved = useLive(() => readSavedViews(db), [db], { when: hasRows || first === undefined });
  const filters = useMemo(
    () => [...BUILT_IN_VIEWS.map((name) => VIEW_FILTERS[name]), ...(saved ?? []).map((view) => view.filter)],
    [saved],
  );
  const counts = useLive(
    async () =>
      shelf === undefined
        ? undefined
        : await countUnder(db, shelf, filters, { looking: lookingNow(personId, Date.now()), strategy }),
    [db, shelf, filters, strategy],
  );
  const views = useMemo(
    (): ViewEntry[] => [
      ...BUILT_IN_VIEWS.map((name, at) => ({
        ...{ kind: 'builtIn' as const, key: name, name, filter: VIEW_FILTERS[name], count: counts?.[at] ?? null },
      })),
      ...(saved ?? []).map(({ id, name, filter: of, owner, shared }, at) => ({
        ...{
          kind: 'saved' as const,
          key: id,
          name,
          filter: of,
          owner: owner.name,
          mine: owner.id === personId,
          shared,
        },
        count: counts?.[BUILT_IN_VIEWS.length + at] ?? null,
      })),
    ],
    [saved, counts, personId],
  );
  /** The best topics under another filter, read once. */
  const find = async (other: TopicFilter, most: number): Promise<Topic[]> => {
    const looking = lookingNow(personId, Date.now());
    const options = { limit: most, looking, strategy };
    return (await searchTopics(db, shelf ?? (await readCards(db)), other, options)).topics.map(({ topic }) => topic);
  };
  /** Every topic of the list as it is seen now, for a decision on all of them. */
  const every = async (): Promise<SeenTopic[]> =>
    byPlace ? everySeenTopic(db, filter) : (await find(filter, Number.MAX_SAFE_INTEGER)).map(seenAs);
  return {
    shelf,
    /** Of the topics whose cards are there. */
    overdue,
    page: page?.page,
    pageFilter: page?.filter,
    views,
    stateCounts: page?.page.counts ?? NO_COUNTS,
    savedViewsKnown: saved !== undefined,
    find,
    every,
  };
}

export type Lists = ReturnType<typeof useLists>;

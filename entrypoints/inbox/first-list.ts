/** What the page shows first, read before there is a page: the list that its address asks for, and the names in it. */
import { VIEW_FILTERS } from '../../desk/built-in-views.ts';
import { readListAddress } from '../../desk/list-address.ts';
import type { TopicFilter } from '../../protocol/topic-filter.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { inboxTopics, isByPlace } from '../../storage/inbox.ts';
import { strategy } from '../../storage/strategy.ts';
import type { Strategy, TopicPage } from '../../storage/views.ts';

/** As many rows as are in sight, and some; the rest of a page follows when they are there. */
export const FIRST_ROWS = 40;

export const INCOMING: TopicFilter = VIEW_FILTERS.incoming;

export type FirstList = {
  strategy: Strategy;
  /** Undefined where the list is not one that an index answers. */
  list: { filter: TopicFilter; page: TopicPage } | undefined;
};

/** The filter that an address asks for; that of a view which somebody saved is not known by its name. */
export const filterOf = (hash: string): TopicFilter => readListAddress(hash).filter ?? INCOMING;

export async function readFirstList(db: AccountDatabase, hash: string): Promise<FirstList> {
  const filter = filterOf(hash);
  const isAnswered = readListAddress(hash).view === null && isByPlace(filter);
  const [names, page] = await Promise.all([
    strategy(db),
    isAnswered ? inboxTopics(db, filter, { limit: FIRST_ROWS, after: null }) : undefined,
  ]);
  return { strategy: names, list: page && { filter, page } };
}

/**
 * Any list of the desk but that of a state: of a department, of dates, what is overdue, and above all a search.
 * Looks through the cards in memory; 10,000 take a few milliseconds.
 */
import type { Looking } from '../desk/topic-filter.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import type { TopicFilter } from '../protocol/topic-filter.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { firstOf } from './first-of.ts';
import { isOldestFirst, type Moved, movedTopics, viewsOf } from './inbox.ts';
import { inOneRead } from './one-read.ts';
import { countedOn, type Ranked, rankedOn, rankUnder } from './ranked-cards.ts';
import { sound } from './sound.ts';
import { type CardShelf, cardAt, cardOf, type TopicCard } from './topic-cards.ts';
import { topicsAt } from './topics.ts';
import type { Strategy, TopicPage } from './views.ts';
import { readWaiting, waitingTables } from './waiting.ts';

type Given = { looking: Looking; strategy: Strategy };

/**
 * The first `limit` topics under a filter: the best first where a text is searched, else in the order of
 * the list; and how many there are in all and in each state.
 */
export function searchTopics(
  db: AccountDatabase,
  shelf: CardShelf,
  filter: TopicFilter,
  { limit, looking, strategy }: Given & { limit: number },
): Promise<TopicPage> {
  // Before a transaction stands open, which nothing should be waited for in.
  const ranked = rankedOn(shelf, filter, looking, strategy);
  return inOneRead(db, waitingTables(db), async () => {
    const waiting = await readWaiting(db);
    const moved = await movedTopics(db, waiting);
    const found = await asSeen(db, shelf, ranked, moved, filter, { looking, strategy });
    const counts: TopicPage['counts'] = {};
    for (const { card } of found) counts[card.state] = (counts[card.state] ?? 0) + 1;
    const fitting = filter.states.length === 0 ? found : found.filter(({ card }) => filter.states.includes(card.state));
    const shown = firstOf(fitting, limit, orderOf(filter));
    const rows = await topicsAt(
      db,
      shown.map(({ card }) => card.id),
    );
    const topics = shown.flatMap(({ card }, index): Topic[] => {
      const seen = moved.get(card.id)?.after ?? rows[index];
      return seen === undefined ? [] : [seen];
    });
    const last = shown.at(-1)?.card;
    return {
      topics: await viewsOf(db, sound('topics', topicSchema, topics), waiting),
      total: fitting.length,
      counts,
      next: fitting.length > limit && last !== undefined ? { stateSince: last.stateSince, id: last.id } : null,
    };
  });
}

/** How many topics there are under each of these filters. */
export async function countUnder(
  db: AccountDatabase,
  shelf: CardShelf,
  filters: readonly TopicFilter[],
  { looking, strategy }: Given,
): Promise<number[]> {
  const counted = countedOn(shelf, filters, looking, strategy);
  const moved = await movedTopics(db, await readWaiting(db));
  if (moved.size === 0) return [...counted.counts];
  const before = [...moved.keys()].map((id) => cardAt(shelf, id)).filter((card) => card !== undefined);
  const after = await movedCards(db, shelf, moved);
  // What is not moved is counted once, however often something moves.
  return filters.map((filter, at) => {
    const rank = rankUnder(filter, counted.looking, strategy);
    const fitting = (cards: readonly TopicCard[]) => cards.filter((card) => rank(card) !== null).length;
    return (counted.counts[at] ?? 0) - fitting(before) + fitting(after);
  });
}

/** The cards that fit a filter as a person sees their topics [ST2]: those few that waiting entries change are made anew. */
async function asSeen(
  db: AccountDatabase,
  shelf: CardShelf,
  ranked: readonly Ranked[],
  moved: Moved,
  filter: TopicFilter,
  { looking, strategy }: Given,
): Promise<readonly Ranked[]> {
  if (moved.size === 0) return ranked;
  const rank = rankUnder({ ...filter, states: [] }, looking, strategy);
  const seen = (await movedCards(db, shelf, moved)).flatMap((card): Ranked[] => {
    const fit = rank(card);
    return fit === null ? [] : [{ card, rank: fit }];
  });
  return [...ranked.filter(({ card }) => !moved.has(card.id)), ...seen];
}

async function movedCards(db: AccountDatabase, shelf: CardShelf, moved: Moved): Promise<TopicCard[]> {
  const clips = await clipsOf(db, [...moved.keys()]);
  return [...moved].flatMap(([id, { after }]) => {
    if (after === null) return [];
    const own = clips.filter(({ topicId }) => topicId === id);
    return [cardOf(after, own, cardAt(shelf, id)?.questionDueAt ?? null)];
  });
}

/** The order in which they are shown. */
function orderOf(filter: TopicFilter): (a: Ranked, b: Ranked) => number {
  const sign = filter.text.trim() === '' && isOldestFirst(filter) ? 1 : -1;
  return (a, b) =>
    b.rank - a.rank ||
    sign * (a.card.stateSince - b.card.stateSince || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0));
}

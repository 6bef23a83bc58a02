/**
 * Any list of the desk that indexes cannot answer: several states, dates, what is overdue, and above all
 * a search. Looks through the cards in memory; 10,000 take a few milliseconds.
 */
import type { Looking } from '../desk/topic-filter.ts';
import { type State, type Topic, topicSchema } from '../protocol/topic.ts';
import type { TopicFilter } from '../protocol/topic-filter.ts';
import type { AccountDatabase } from './database.ts';
import { isOldestFirst, type Moved, movedTopics, viewsOf } from './inbox.ts';
import { type Ranked, rankedOn, rankUnder } from './ranked-cards.ts';
import { sound } from './sound.ts';
import { type CardShelf, cardOf, cardsOn, type TopicCard } from './topic-cards.ts';
import type { Strategy, TopicPage } from './views.ts';
import { readWaiting } from './waiting.ts';

/**
 * The first `limit` topics under a filter: the best first where a text is searched, else in the order of
 * the list; and how many there are in all.
 */
export async function searchTopics(
  db: AccountDatabase,
  shelf: CardShelf,
  filter: TopicFilter,
  { limit, looking, strategy }: { limit: number; looking: Looking; strategy: Strategy },
): Promise<TopicPage> {
  const waiting = await readWaiting(db);
  const moved = await movedTopics(db, waiting);
  const fitting = inOrder(await found(db, shelf, moved, filter, looking, strategy), filter);
  const shown = fitting.slice(0, limit);
  const rows = await db.topics.bulkGet(shown.map(({ card }) => card.id));
  const topics = shown.flatMap(({ card }, index): Topic[] => {
    const seen = moved.get(card.id)?.after ?? rows[index];
    return seen === undefined ? [] : [seen];
  });
  const last = shown.at(-1)?.card;
  return {
    topics: await viewsOf(db, sound('topics', topicSchema, topics), waiting),
    total: fitting.length,
    next: fitting.length > limit && last !== undefined ? { stateSince: last.stateSince, id: last.id } : null,
  };
}

/** How many topics there are under each of these filters. */
export async function countUnder(
  db: AccountDatabase,
  shelf: CardShelf,
  filters: readonly TopicFilter[],
  looking: Looking,
  strategy: Strategy,
): Promise<number[]> {
  const moved = await movedTopics(db, await readWaiting(db));
  const cards = [
    ...[...cardsOn(shelf)].filter(({ id }) => !moved.has(id)),
    ...(moved.size === 0 ? [] : await movedCards(db, shelf, moved)),
  ];
  return filters.map((filter) => {
    const rank = rankUnder(filter, looking, strategy);
    let count = 0;
    for (const card of cards) if (rank(card) !== null) count += 1;
    return count;
  });
}

/** How many topics of a filter, its search included, stand in each state. The filter's own state does not matter. */
export async function countStates(
  db: AccountDatabase,
  shelf: CardShelf,
  filter: TopicFilter,
  looking: Looking,
  strategy: Strategy,
): Promise<Partial<Record<State, number>>> {
  const moved = await movedTopics(db, await readWaiting(db));
  const counts: Partial<Record<State, number>> = {};
  for (const { card } of await found(db, shelf, moved, filter, looking, strategy))
    counts[card.state] = (counts[card.state] ?? 0) + 1;
  return counts;
}

/** The cards that fit a filter as a person sees their topics [ST2]: those few that waiting entries change are made anew. */
async function found(
  db: AccountDatabase,
  shelf: CardShelf,
  moved: Moved,
  filter: TopicFilter,
  looking: Looking,
  strategy: Strategy,
): Promise<readonly Ranked[]> {
  const ranked = rankedOn(shelf, filter, looking, strategy);
  if (moved.size === 0) return ranked;
  const rank = rankUnder({ ...filter, states: [] }, looking, strategy);
  const seen = (await movedCards(db, shelf, moved)).flatMap((card): Ranked[] => {
    const fit = rank(card);
    return fit === null ? [] : [{ card, rank: fit }];
  });
  return [...ranked.filter(({ card }) => !moved.has(card.id)), ...seen];
}

async function movedCards(db: AccountDatabase, shelf: CardShelf, moved: Moved): Promise<TopicCard[]> {
  const dueAt = new Map(
    [...cardsOn(shelf)].flatMap(({ id, questionDueAt }) => (moved.has(id) ? [[id, questionDueAt]] : [])),
  );
  const clips = await db.clips
    .where('topicId')
    .anyOf([...moved.keys()])
    .toArray();
  return [...moved].flatMap(([id, { after }]) => {
    if (after === null) return [];
    const own = clips.filter(({ topicId }) => topicId === id);
    return [cardOf(after, own, dueAt.get(id) ?? null)];
  });
}

/** Pure; in the order in which they are shown. */
function inOrder(ranked: readonly Ranked[], filter: TopicFilter): Ranked[] {
  const inStates = ranked.filter(({ card }) => filter.states.length === 0 || filter.states.includes(card.state));
  const sign = filter.text.trim() === '' && isOldestFirst(filter) ? 1 : -1;
  return inStates.sort(
    (a, b) =>
      b.rank - a.rank ||
      sign * (a.card.stateSince - b.card.stateSince || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0)),
  );
}

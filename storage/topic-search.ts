/**
 * Any list of the desk that indexes cannot answer: several states, dates, what is overdue, and above all
 * a search. Looks through the cards in memory; 10,000 take a few milliseconds.
 */
import { fitsFilter, type Looking, narrowedBy } from '../desk/topic-filter.ts';
import { fitOf, fitsWord, type Query, type QueryWord, readQuery } from '../desk/words/query.ts';
import { wordText } from '../desk/words/words.ts';
import type { Department } from '../protocol/strategy.ts';
import { type State, type Topic, topicSchema } from '../protocol/topic.ts';
import type { TopicFilter } from '../protocol/topic-filter.ts';
import type { AccountDatabase } from './database.ts';
import { isOldestFirst, type Moved, movedTopics, viewsOf } from './inbox.ts';
import { sound } from './sound.ts';
import { type CardShelf, cardOf, cardsOn, type TopicCard } from './topic-cards.ts';
import type { Strategy, TopicPage } from './views.ts';
import { readWaiting } from './waiting.ts';

/** A title that fits counts more than anything else that does. */
const TITLE = 4;

type Found = { card: TopicCard; rank: number };

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
  const cards = await seenCards(db, shelf, moved);
  const found = findCards(cards, filter, looking, strategy);
  const shown = found.slice(0, limit);
  const rows = await db.topics.bulkGet(shown.map(({ card }) => card.id));
  const topics = shown.flatMap(({ card }, index): Topic[] => {
    const seen = moved.get(card.id)?.after ?? rows[index];
    return seen === undefined ? [] : [seen];
  });
  const last = shown.at(-1)?.card;
  return {
    topics: await viewsOf(db, sound('topics', topicSchema, topics), waiting),
    total: found.length,
    next: found.length > limit && last !== undefined ? { stateSince: last.stateSince, id: last.id } : null,
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
  const cards = await seenCards(db, shelf, await movedTopics(db, await readWaiting(db)));
  return filters.map((filter) => {
    const fits = finderOf(filter, looking, strategy);
    let count = 0;
    for (const card of cards) if (fits(card) !== null) count += 1;
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
  const cards = await seenCards(db, shelf, await movedTopics(db, await readWaiting(db)));
  const rankUnder = finderOf({ ...filter, states: [] }, looking, strategy);
  const counts: Partial<Record<State, number>> = {};
  for (const card of cards) if (rankUnder(card) !== null) counts[card.state] = (counts[card.state] ?? 0) + 1;
  return counts;
}

/** The cards as a person sees their topics [ST2]: those few that waiting entries change are made anew. */
async function seenCards(db: AccountDatabase, shelf: CardShelf, moved: Moved): Promise<TopicCard[]> {
  const cards = [...cardsOn(shelf)].filter(({ id }) => !moved.has(id));
  if (moved.size === 0) return cards;
  const dueAt = new Map(
    [...cardsOn(shelf)].flatMap(({ id, questionDueAt }) => (moved.has(id) ? [[id, questionDueAt]] : [])),
  );
  const clips = await db.clips
    .where('topicId')
    .anyOf([...moved.keys()])
    .toArray();
  for (const [id, { after }] of moved) {
    if (after === null) continue;
    const own = clips.filter(({ topicId }) => topicId === id);
    cards.push(cardOf(after, own, dueAt.get(id) ?? null));
  }
  return cards;
}

/** Pure; in the order in which they are shown. */
function findCards(cards: Iterable<TopicCard>, filter: TopicFilter, looking: Looking, strategy: Strategy): Found[] {
  const rankUnder = finderOf(filter, looking, strategy);
  const found: Found[] = [];
  for (const card of cards) {
    const rank = rankUnder(card);
    if (rank !== null) found.push({ card, rank });
  }
  const sign = filter.text.trim() === '' && isOldestFirst(filter) ? 1 : -1;
  return found.sort(
    (a, b) =>
      b.rank - a.rank ||
      sign * (a.card.stateSince - b.card.stateSince || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0)),
  );
}

/** How well a card fits a filter; null if it does not. */
function finderOf(filter: TopicFilter, looking: Looking, strategy: Strategy): (card: TopicCard) => number | null {
  const query = readQuery(filter.text);
  // Nothing but signs: nobody is shown everything for it.
  if (query.length === 0 && filter.text.trim() !== '') return () => null;
  const named = query.map((word) => namedBy(word, strategy));
  const narrows = narrowedBy({ ...filter, text: '' }).length > 0;
  return (card) => (narrows && !fitsFilter(card, filter, looking) ? null : rankOf(card, query, named));
}

/** Departments and goals whose name has the word: names are not in the cards, they may change. */
function namedBy(word: QueryWord, { departments, goals }: Strategy): ReadonlySet<string> {
  const fits = (name: Department['name']) => fitsWord(word, wordText([name.de ?? '', name.en ?? '']));
  return new Set([
    ...departments.filter(({ name }) => fits(name)).map(({ id }) => `department ${id}`),
    ...goals.filter(({ title }) => fits(title)).map(({ id }) => `goal ${id}`),
  ]);
}

/** Null if a word does not fit. */
function rankOf(card: TopicCard, query: Query, named: readonly ReadonlySet<string>[]): number | null {
  let rank = 0;
  for (let at = 0; at < query.length; at += 1) {
    const word = query[at];
    if (word === undefined) continue;
    const inTitle = fitOf(word, card.title);
    const fit = inTitle > 0 ? inTitle + TITLE : fitOf(word, card.words) || fitOfName(card, named[at]);
    if (fit === 0) return null;
    rank += fit;
  }
  return rank;
}

const fitOfName = (card: TopicCard, names: ReadonlySet<string> | undefined): 0 | 1 =>
  names !== undefined &&
  names.size > 0 &&
  (names.has(`department ${card.departmentId}`) || (card.goalId !== null && names.has(`goal ${card.goalId}`)))
    ? 1
    : 0;

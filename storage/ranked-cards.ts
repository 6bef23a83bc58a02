/**
 * Which cards fit a filter, and how well. A keystroke asks twice, for the list and for the counts of states, and mostly
 * narrows what the keystroke before found; so the last answer is kept, and a narrower search looks through that alone.
 */
import { fitsFilter, isSameFilter, type Looking, narrowedBy } from '../desk/topic-filter.ts';
import { fitOf, fitsWord, isNarrower, type Query, type QueryWord, readQuery } from '../desk/words/query.ts';
import { wordText } from '../desk/words/words.ts';
import type { Department } from '../protocol/strategy.ts';
import type { TopicFilter } from '../protocol/topic-filter.ts';
import { type CardShelf, cardsOn, type TopicCard } from './topic-cards.ts';
import type { Strategy } from './views.ts';

/** A title that fits counts more than anything else that does. */
const TITLE = 4;

export type Ranked = { readonly card: TopicCard; readonly rank: number };
type Rank = (card: TopicCard) => number | null;

type Answer = {
  filter: TopicFilter;
  query: Query;
  strategy: Strategy;
  personId: string;
  ranked: readonly Ranked[];
};
const lastAnswer = new WeakMap<CardShelf, Answer>();

/** The cards of a shelf that fit a filter, whatever their state, in no order. */
export function rankedOn(
  shelf: CardShelf,
  filter: TopicFilter,
  looking: Looking,
  strategy: Strategy,
): readonly Ranked[] {
  const anyState = { ...filter, states: [] };
  const query = readQuery(filter.text);
  const last = lastAnswer.get(shelf);
  // What is overdue changes with the clock alone.
  const isComparable =
    last !== undefined &&
    !filter.overdue &&
    !filter.dueToday &&
    last.strategy === strategy &&
    last.personId === looking.personId &&
    isSameFilter({ ...last.filter, text: '' }, { ...anyState, text: '' });
  if (isComparable && last.filter.text === filter.text) return last.ranked;

  const rank = rankUnder(anyState, looking, strategy);
  const ranked: Ranked[] = [];
  const look = (card: TopicCard) => {
    const fit = rank(card);
    if (fit !== null) ranked.push({ card, rank: fit });
  };
  if (isComparable && last.query.length > 0 && isNarrower(query, last.query))
    for (const { card } of last.ranked) look(card);
  else for (const card of cardsOn(shelf)) look(card);
  lastAnswer.set(shelf, { filter: anyState, query, strategy, personId: looking.personId, ranked });
  return ranked;
}

/** What is overdue changes with the clock alone, which counts beside a list follow at this distance. Milliseconds. */
const COUNTS_LAST = 60_000;
type Counted = {
  filters: readonly TopicFilter[];
  strategy: Strategy;
  looking: Looking;
  counts: readonly number[];
};
const lastCounts = new WeakMap<CardShelf, Counted>();

/** How many cards of a shelf fit each of these filters, and as of when; counted anew only where another answer is to be expected. */
export function countedOn(
  shelf: CardShelf,
  filters: readonly TopicFilter[],
  looking: Looking,
  strategy: Strategy,
): Pick<Counted, 'counts' | 'looking'> {
  const last = lastCounts.get(shelf);
  if (
    last !== undefined &&
    last.filters === filters &&
    last.strategy === strategy &&
    last.looking.personId === looking.personId &&
    last.looking.dayEnds === looking.dayEnds &&
    looking.now - last.looking.now < COUNTS_LAST
  )
    return last;
  const counts = filters.map((filter) => {
    const rank = rankUnder(filter, looking, strategy);
    let count = 0;
    for (const card of cardsOn(shelf)) if (rank(card) !== null) count += 1;
    return count;
  });
  lastCounts.set(shelf, { filters, strategy, looking, counts });
  return { counts, looking };
}

/** How well a card fits a filter, from 0 on; null if it does not. */
export function rankUnder(filter: TopicFilter, looking: Looking, strategy: Strategy): Rank {
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

import { type CardShelf, cardsOn } from './topic-cards.ts';

/** More than this many are as many as any. */
const COUNTED = 100;

/** Ids of the topics that are overdue by the queue's rows, the longest first: at most a hundred. */
export function overdueTopics(shelf: CardShelf, now: number): string[] {
  const overdue: { id: string; dueAt: number }[] = [];
  for (const { id, state, dueAt } of cardsOn(shelf))
    if (state === 'new' && dueAt !== null && dueAt <= now) overdue.push({ id, dueAt });
  return overdue
    .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
    .slice(0, COUNTED)
    .map(({ id }) => id);
}

import { viewOf } from '../../desk/roles.ts';
import type { Cursor } from '../../protocol/cursor.ts';
import type { Person } from '../../protocol/person.ts';
import { type ClearingScope, scopeName } from './clearing-scope.ts';

/** Where a reader stands, read from their cursor. */
export type Position = {
  /** Changes up to here arrived. */
  seq: number;
  /**
   * The newest change when this reader began. A key has one position, so whatever stands up to here
   * was never sent to them, and nothing of it needs to be taken back.
   */
  begunAt: number;
  /** The reader has to forget every pulled row first (PL2). */
  reset: boolean;
};

/** What `cursor.view` says: which part of the queue, for whom, begun at which change. */
const viewName = (person: Person, scope: ClearingScope | null, begunAt: number): string =>
  `${viewOf(person.roles)}${scope === null ? '' : `+${scopeName(scope)}`}:${person.id}:${begunAt}`;

/** [PL2] Another history, another account, role or scope, or a position that does not exist yet: from the beginning. */
export function readCursor(
  cursor: Cursor | null,
  person: Person,
  scope: ClearingScope | null,
  queue: { epoch: string; seq: number },
): Position {
  const begunAt = Number(cursor?.view.split(':').at(-1));
  const fits =
    cursor !== null &&
    cursor.epoch === queue.epoch &&
    cursor.seq <= queue.seq &&
    Number.isSafeInteger(begunAt) &&
    cursor.view === viewName(person, scope, begunAt);
  return fits ? { seq: cursor.seq, begunAt, reset: false } : { seq: 0, begunAt: queue.seq, reset: true };
}

export const writeCursor = (
  person: Person,
  scope: ClearingScope | null,
  epoch: string,
  { seq, begunAt }: Omit<Position, 'reset'>,
): Cursor => ({
  epoch,
  seq,
  view: viewName(person, scope, begunAt),
});

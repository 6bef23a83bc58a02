/** A queue that is wrong, as somebody might make it wrong: the harness has to notice. */
import type { DatabaseSync } from 'node:sqlite';
import { switches } from './switches.ts';

export type Value = string | number | bigint | null | Uint8Array;

let logged = 0;

/** Whether a defective queue leaves this statement out. */
export function isForgotten(text: string): boolean {
  switch (switches.defect) {
    case 'forgets outcomes':
      return /^INSERT INTO outcome/.test(text);
    case 'leaves a change out of the log':
      if (/^INSERT INTO change_log/.test(text)) logged += 1;
      return /^INSERT INTO change_log/.test(text) && logged % 7 === 0;
    default:
      return false;
  }
}

/** The values with which a defective queue runs this statement once more. */
export function again(text: string, [id, ...rest]: readonly Value[]): Value[] | null {
  if (switches.defect !== 'keeps a clip twice' || !/^INSERT INTO clip /.test(text) || id === undefined) return null;
  return [crypto.randomUUID(), ...rest];
}

/** Longer than an answer takes to leave, shorter than anybody waits. Milliseconds. */
const HELD_MS = 50;
const held = new WeakMap<DatabaseSync, () => void>();

/**
 * Whether a defective queue puts this statement off: it commits a little later than it says so, as one would that
 * leaves the disk to a thread of its own. Whoever kills it in between finds out.
 */
export function holdCommit(database: DatabaseSync, text: string, run: () => unknown): boolean {
  if (switches.defect !== 'answers before commit' || text !== 'COMMIT') return false;
  held.set(database, run);
  setTimeout(() => flushCommit(database), HELD_MS);
  return true;
}

/** Makes up for what was put off, before the connection does anything else. */
export function flushCommit(database: DatabaseSync): void {
  const run = held.get(database);
  held.delete(database);
  run?.();
}

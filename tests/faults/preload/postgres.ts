/** Stands between the queue and `pg`. */
import pg from 'pg';
import { isForgotten } from './defects.ts';
import { afterStatement, beforeStatement, isFull } from './switches.ts';

/** What the engine itself says when its disk is full (SQLSTATE 53100), said by the engine itself. */
const NO_ROOM = "DO $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$";

export function watchPostgres(): void {
  const { prototype } = pg.Client;
  const query: unknown = prototype.query;
  const watched = function (this: pg.Client, asked: string | { text?: string }, ...more: unknown[]): unknown {
    const run = (what: unknown): unknown => Reflect.apply(query as () => unknown, this, [what, ...more]);
    const text = typeof asked === 'string' ? asked : (asked.text ?? '');
    beforeStatement(text);
    if (isForgotten(text)) return Promise.resolve({ command: 'INSERT', rows: [] });
    const result = run(isFull(text) ? NO_ROOM : asked);
    return result instanceof Promise && text === 'COMMIT' ? result.finally(() => afterStatement(text)) : result;
  };
  Object.assign(prototype, { query: watched });
}

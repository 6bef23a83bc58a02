/** Stands between the queue and Node's SQLite. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { again, flushCommit, holdCommit, isForgotten } from './defects.ts';
import { afterStatement, beforeStatement, switches } from './switches.ts';

const UNLIMITED = 1_073_741_823;

/** Every statement that is prepared tells when it begins and when it is over. */
export function watchSqlite(prototype: DatabaseSync): void {
  const { prepare, close } = prototype;
  prototype.close = function (this: DatabaseSync): void {
    flushCommit(this);
    Reflect.apply(close, this, []);
  };
  prototype.prepare = function (this: DatabaseSync, text: string, ...more): StatementSync {
    const statement: StatementSync = Reflect.apply(prepare, this, [text, ...more]);
    const { run, all } = statement;
    const none = { changes: 0, lastInsertRowid: 0 };
    statement.run = (...given: unknown[]) => {
      const values = given as SQLInputValue[];
      return around(this, text, none, () => {
        const result = Reflect.apply(run, statement, values);
        const more = again(text, values as never[]);
        if (more !== null) Reflect.apply(run, statement, more);
        return result;
      });
    };
    statement.all = (...values: unknown[]) => around(this, text, [], () => Reflect.apply(all, statement, values));
    return statement;
  };
}

function around<T>(database: DatabaseSync, text: string, nothing: T, run: () => T): T {
  beforeStatement(text);
  if (text.startsWith('BEGIN IMMEDIATE')) {
    flushCommit(database);
    limitDisk(database);
  }
  const result = isForgotten(text) || holdCommit(database, text, run) ? nothing : run();
  afterStatement(text);
  return result;
}

const limited = new WeakSet<DatabaseSync>();

/** The engine's own limit gives its own error: SQLITE_FULL, as from a disk without room. */
function limitDisk(database: DatabaseSync): void {
  if (switches.fullFor > 0) {
    switches.fullFor -= 1;
    limited.add(database);
    // Never less than it has: everything that needs one page more fails.
    database.exec('PRAGMA max_page_count = 1');
  } else if (limited.delete(database)) database.exec(`PRAGMA max_page_count = ${UNLIMITED}`);
}

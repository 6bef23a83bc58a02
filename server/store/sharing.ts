/**
 * One statement for what several jobs ask or write at the same time: for an engine on another machine each is a message,
 * a plan and an answer, and fifty submits say the same fifty times. Questions become the arms of a UNION ALL, each with
 * the plan that it has alone, rows of one table those of one INSERT, and DELETEs parts of one. What is none of these is sent as it is, after all
 * before it.
 */
import { createRecentlyUsed } from './recently-used.ts';
import type { Sql, Value } from './store.ts';

/** How many are put into one statement, most first: as few texts to prepare as there are sizes. */
const SIZES = [20, 5, 1];

export type Sharing = {
  /** What one job works with. What it says is done in its order; others may be in between. */
  forJob(): Sql;
  /** Sends what waits for more of its kind. */
  send(): void;
  /** Forgets what waits: sent after the transaction was undone, it would be in none. */
  drop(): void;
};

type Question = { values: Value[]; resolve(rows: unknown[]): void; reject(error: unknown): void };
type Writes = { at: number; values: Value[][] };

export function createSharing(sql: Sql): Sharing {
  let questions = new Map<string, Question[]>();
  let writes = new Map<string, Writes>();
  let times = 0;
  let isPlanned = false;

  function send(): void {
    const [asked, written] = [questions, writes];
    questions = new Map();
    writes = new Map();
    times += 1;
    for (const [text, { values }] of written)
      for (const part of inSizes(values)) void sql.run(textOf(text, part.length), ...part.flat());
    for (const [text, all] of asked) for (const part of inSizes(all)) ask(text, part);
  }

  function drop(): void {
    questions = new Map();
    writes = new Map();
  }

  function ask(text: string, part: readonly Question[]): void {
    askTogether(
      sql,
      text,
      part.map(({ values }) => values),
    ).then(
      (answers) => {
        for (const [at, { resolve }] of part.entries()) resolve(answers[at] ?? []);
      },
      (error: unknown) => {
        for (const { reject } of part) reject(error);
      },
    );
  }

  /** Once everybody who was just answered said what they want next. */
  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() =>
      process.nextTick(() => {
        isPlanned = false;
        send();
      }),
    );
  }

  function forJob(): Sql {
    /** Where among the writes that wait is the last one of this job, and at which time that was. */
    let last = { times: -1, at: -1 };
    return {
      all<R>(text: string, ...values: Value[]) {
        if (shapeOf(text) !== 'question') {
          send();
          return sql.all<R>(text, ...values);
        }
        return new Promise<R[]>((resolve, reject) => {
          // The query says what it selects.
          const question = { values, resolve: (found: unknown[]) => resolve(found as R[]), reject };
          const same = questions.get(text);
          if (same === undefined) questions.set(text, [question]);
          else same.push(question);
          plan();
        });
      },
      async run(text, ...values) {
        if (shapeOf(text) !== 'write') {
          send();
          return sql.run(text, ...values);
        }
        // A question that was put before must not see it.
        if (questions.size > 0) send();
        // Of one job nothing overtakes another, and no two writes of the same key are in one statement.
        const same = writes.get(text);
        if (same !== undefined && last.times === times && same.at <= last.at) send();
        const batch = writes.get(text) ?? { at: writes.size, values: [] };
        writes.set(text, batch);
        batch.values.push(values);
        last = { times, at: batch.at };
      },
    };
  }

  return { forJob, send, drop };
}

/** As many as one of the sizes says. */
async function askTogether<R>(sql: Sql, text: string, keys: readonly Value[][]): Promise<R[][]> {
  const found = await sql.all<R & { asked: number }>(textOf(text, keys.length), ...keys.flat());
  if (keys.length === 1) return [found];
  const answers: R[][] = keys.map(() => []);
  // Without the column that was put in front they are the rows that the query says.
  for (const { asked, ...row } of found) answers[asked]?.push(row as R);
  return answers;
}

/**
 * The same question for each of many keys, in few statements that are sent together.
 * @param text one that `createSharing` would take for a question
 */
export async function askEach<R>(sql: Sql, text: string, keys: readonly Value[][]): Promise<R[][]> {
  if (sql.askEach !== undefined) return sql.askEach<R>(text, keys);
  return (await Promise.all([...inSizes(keys)].map((part) => askTogether<R>(sql, text, part)))).flat();
}

function* inSizes<T>(all: readonly T[]): Generator<T[]> {
  let start = 0;
  for (const size of SIZES) for (; start + size <= all.length; start += size) yield all.slice(start, start + size);
}

const QUESTION = /^\s*SELECT\b(?!\s+DISTINCT\b)/;
/** Where an answer has an order or an end of its own it is not one among others. */
const OF_ITS_OWN = /\b(ORDER BY|GROUP BY|LIMIT|UNION|FOR UPDATE)\b/;
const ROW = /^(\s*INSERT INTO\s+\w+\s*\([^()]*\)\s*VALUES\s*)(\([^()]*\))((?!\s*,)[^$]*)$/;
const DELETION = /^\s*DELETE FROM\s(?!.*\bRETURNING\b)/s;

const shapeOf = createRecentlyUsed(400, (text): 'question' | 'write' | 'other' =>
  QUESTION.test(text) && !OF_ITS_OWN.test(text)
    ? 'question'
    : ROW.test(text) || DELETION.test(text)
      ? 'write'
      : 'other',
);

/** The texts for every size. */
const textsOf = createRecentlyUsed(400, (text) => {
  const values = [...text.matchAll(/\$(\d+)/g)].map(([, value]) => Number(value));
  const width = Math.max(0, ...values);
  const shifted = (part: string, by: number) =>
    part.replace(/\$(\d+)/g, (_, value) => `$${by * width + Number(value)}`);
  const [, head = '', place = '', tail = ''] = ROW.exec(text) ?? [];
  return new Map(
    SIZES.filter((size) => size > 1).map((size) => {
      const numbers = Array.from({ length: size }, (_, at) => at);
      if (place !== '') return [size, `${head}${numbers.map((at) => shifted(place, at)).join(', ')}${tail}`];
      if (DELETION.test(text)) {
        const [last = '', ...others] = numbers.map((at) => shifted(text, at)).toReversed();
        return [size, `WITH ${others.map((other, at) => `part_${at} AS (${other})`).join(', ')} ${last}`];
      }
      const arms = numbers.map((at) => shifted(text.replace(/SELECT\b/, `SELECT ${at} AS asked,`), at));
      return [size, arms.join(' UNION ALL ')];
    }),
  );
});

const textOf = (text: string, size: number): string => textsOf(text).get(size) ?? text;

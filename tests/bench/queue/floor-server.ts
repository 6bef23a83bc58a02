/**
 * The least that a queue can be, as a process of its own: `node:http`, JSON, and the same rows as ours in the same
 * tables. Whom it lets in, what it is sent, and what it has already, it does not ask.
 *
 *   node tests/bench/queue/floor-server.ts http|grouped|each [DATABASE] [PERSON]
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import pg from 'pg';
import type { Clip } from '../../../protocol/clip.ts';
import type { PushRequest } from '../../../protocol/push.ts';
import { rowsOfLog, rowsOfSubmit, type Statement } from './submit-rows.ts';

const [mode = 'http', database = '', personId = ''] = process.argv.slice(2);

/** Writes everything in one transaction; resolves once it is durable. */
type Write = (statements: readonly Statement[]) => Promise<void> | void;

function openSqlite(file: string): Write {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536');
  const prepared = new Map<string, StatementSync>();
  const run = ({ text, values }: Statement) => {
    const known = prepared.get(text) ?? db.prepare(text.replace(/\$(\d+)/g, '?$1'));
    prepared.set(text, known);
    known.run(...values);
  };
  return (statements) => {
    run({ text: 'BEGIN IMMEDIATE', values: [] });
    for (const statement of statements) run(statement);
    run({ text: 'COMMIT', values: [] });
  };
}

async function openPostgres(url: string): Promise<Write> {
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  const names = new Map<string, string>();
  const run = ({ text, values }: Statement) => {
    const name = names.get(text) ?? `floor_${names.size}`;
    names.set(text, name);
    return client.query({ name, text, values });
  };
  return async (statements) => {
    const ends = [client.query('BEGIN'), ...statements.map(run), client.query('COMMIT')];
    await Promise.all(ends);
  };
}

const write = database.startsWith('postgres')
  ? await openPostgres(database)
  : database === ''
    ? null
    : openSqlite(database);
let seq = 1_000;

type Waiting = { push: PushRequest; done(seq: number): void };
let waiting: Waiting[] = [];
let isWriting = false;

async function writeGroup(): Promise<void> {
  const group = waiting;
  waiting = [];
  const rows = group.flatMap(({ push }) => rowsOfSubmit(push, { personId, now: Date.now() }));
  // The load sends one clip at a time.
  const clipIds = group.flatMap(({ push }) => push.mutations.map(({ action }) => (action as { clip: Clip }).clip.id));
  await write?.([...rows, ...rowsOfLog(clipIds, seq + 1)]);
  seq += clipIds.length * 3;
  for (const { done } of group) done(seq);
}

async function drain(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) {
    await new Promise(setImmediate);
    await writeGroup();
  }
  isWriting = false;
}

function take(push: PushRequest, done: (seq: number) => void): void {
  if (mode === 'http') {
    done(0);
    return;
  }
  waiting.push({ push, done });
  if (mode === 'each') void writeGroup();
  else if (!isWriting) void drain();
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const push: PushRequest = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    take(push, (at) => {
      const body = JSON.stringify({ lastNumber: push.mutations[0]?.number ?? 0, seq: at, refused: [] });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
});
server.listen(0, '127.0.0.1', () => console.log(`"url":"http://127.0.0.1:${(server.address() as AddressInfo).port}"`));

/**
 * The other end of the floor: `node:http` and a table in SQLite, durable as ours. It also hands out the page.
 *
 *   node tests/bench/sync/thin-server.ts SCRIPT DATABASE [FILL]
 *
 * FILL: so many clips are there from the beginning.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import type { Clip } from '../../../protocol/clip.ts';
import { benchClip } from '../clips.ts';

const [script = '', database = '', fill = '0'] = process.argv.slice(2);
const db = new DatabaseSync(database);
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE clip (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, department TEXT NOT NULL,
    kind TEXT NOT NULL, captured INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX clip_by_place ON clip (department, kind, captured)`);
const put = db.prepare('INSERT OR REPLACE INTO clip (id, department, kind, captured, body) VALUES (?, ?, ?, ?, ?)');
const since = db.prepare('SELECT seq, body FROM clip WHERE seq > ? ORDER BY seq LIMIT ?');

function takeClip(line: string): void {
  const { id, departmentId, kind, capturedAt }: Clip = JSON.parse(line);
  put.run(id, departmentId, kind, capturedAt, line);
}

db.exec('BEGIN');
for (let number = 0; number < Number(fill); number += 1) takeClip(JSON.stringify(benchClip(number)));
db.exec('COMMIT');

const page = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/bench.js"></script>';
const source = readFileSync(script);

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://floor');
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    switch (url.pathname) {
      case '/push':
        db.exec('BEGIN IMMEDIATE');
        for (const line of Buffer.concat(chunks).toString('utf8').split('\n')) takeClip(line);
        db.exec('COMMIT');
        return response.end('ok');
      case '/pull': {
        const [from, limit] = [Number(url.searchParams.get('since')), Number(url.searchParams.get('limit'))];
        const rows = since.all(from, limit) as { seq: number; body: string }[];
        response.setHeader('x-cursor', String(rows.at(-1)?.seq ?? from));
        return response.end(rows.map(({ body }) => body).join('\n'));
      }
      case '/bench.js':
        return response.setHeader('content-type', 'text/javascript').end(source);
      default:
        return response.setHeader('content-type', 'text/html').end(page);
    }
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`"url":"http://127.0.0.1:${(server.address() as AddressInfo).port}"`));

/**
 * node rxdb-server.js SCRIPT FOLDER: the end of RxDB's HTTP replication as its documentation asks for it, with its check
 * for conflicts, on SQLite, durable as ours; it also hands out the page.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

const [script, folder] = process.argv.slice(2);
const source = readFileSync(script);
const db = new DatabaseSync(`${folder}/rxdb.sqlite`);
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE clip (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT`);
const put = db.prepare('INSERT OR REPLACE INTO clip (id, body) VALUES (?, ?)');
const held = db.prepare('SELECT body FROM clip WHERE id = ?');
const since = db.prepare('SELECT seq, body FROM clip WHERE seq > ? ORDER BY seq LIMIT ?');
const page = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/bench.js"></script>';

function push(rows) {
  const conflicts = [];
  db.exec('BEGIN IMMEDIATE');
  for (const { newDocumentState, assumedMasterState } of rows) {
    const master = held.get(newDocumentState.id);
    const isAssumed = master === undefined || JSON.parse(master.body).note === assumedMasterState?.note;
    if (isAssumed) put.run(newDocumentState.id, JSON.stringify(newDocumentState));
    else conflicts.push(JSON.parse(master.body));
  }
  db.exec('COMMIT');
  return JSON.stringify(conflicts);
}

function pull(from, limit) {
  const rows = since.all(from, limit);
  return `{"documents":[${rows.map(({ body }) => body).join()}],"checkpoint":{"seq":${rows.at(-1)?.seq ?? from}}}`;
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://peer');
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (url.pathname === '/push') response.end(push(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
    else if (url.pathname === '/pull')
      response.end(pull(Number(url.searchParams.get('since')), Number(url.searchParams.get('limit'))));
    else if (url.pathname === '/bench.js') response.setHeader('content-type', 'text/javascript').end(source);
    else response.setHeader('content-type', 'text/html').end(page);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`"url":"http://127.0.0.1:${server.address().port}"`));

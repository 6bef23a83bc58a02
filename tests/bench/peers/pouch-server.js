/** node pouch-server.js SCRIPT FOLDER: express-pouchdb on LevelDB, its default; it also hands out the page. */
import { readFileSync } from 'node:fs';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const [script, folder] = process.argv.slice(2);
const source = readFileSync(script);
process.chdir(folder);
const app = express();
app.get('/', (_request, response) =>
  response
    .type('html')
    .send('<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/bench.js"></script>'),
);
app.get('/bench.js', (_request, response) => response.type('text/javascript').send(source));
const Databases = PouchDB.defaults({ prefix: `${folder}/` });
app.use('/db', expressPouchdb(Databases, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }));
const server = app.listen(0, '127.0.0.1', () => console.log(`"url":"http://127.0.0.1:${server.address().port}"`));

/**
 * A queue with as many topics as wanted: a few hundred by the program itself, and then copies of them, row by row in
 * SQL, of which each has other ids. A million by the program itself would take hours.
 */
import { DatabaseSync } from 'node:sqlite';
import { createNewClips } from '../../../server/push/new-clips.ts';
import { saveClip } from '../../../server/push/save-clip.ts';
import { openStore } from '../../../server/store/open.ts';
import { benchClip } from '../clips.ts';

/** Made by the program. */
const ORIGINALS = 500;

/** Ids begin with eight digits that follow from a number (`idOf`); a copy has those of another number there. */
const FIRST_DIGITS = `printf('%08x', (($shift + rowid_) * 2654435761) & 4294967295)`;
const copied = (column: string) => `${FIRST_DIGITS} || substr(${column}, 9)`;

/** @param personId who suggested all of them */
export async function fillTopics(database: string, count: number, personId: string): Promise<void> {
  const store = await openStore(database, Date.now());
  const person = { id: personId, name: '', roles: ['submitter' as const], departmentId: null };
  for (let at = 0; at < Math.min(ORIGINALS, count); at += 1)
    await store.write(async (tx) => {
      const clip = benchClip(at);
      const act = { person, mutationId: crypto.randomUUID(), madeAt: Date.now(), now: Date.now() };
      const clips = createNewClips(tx);
      await saveClip(tx, act, clip, `2.${clip.id.replaceAll('-', '').slice(0, 22)}`, clips);
      await clips.settle();
    });
  await store.close();
  copyTopics(database, count);
}

/** @see fillTopics */
function copyTopics(file: string, count: number): void {
  const db = new DatabaseSync(file);
  // All in one transaction, without a log: ids are random, and between two commits the same pages would be written again.
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
  db.exec('PRAGMA cache_size = -1500000; PRAGMA temp_store = MEMORY');
  const columnsOf = (table: string): string[] =>
    (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]).map(({ name }) => name);
  // Numbered, so that every table gives the same row the same new id.
  db.exec(`CREATE TEMP TABLE original AS SELECT row_number() OVER (ORDER BY id) - 1 AS rowid_, id FROM topic`);
  db.exec('CREATE UNIQUE INDEX temp.original_by_id ON original (id)');
  const size = (db.prepare('SELECT count(*) AS size FROM original').get() as { size: number }).size;
  const logged = db.prepare(
    `SELECT (SELECT seq FROM queue) AS last, min(seq) AS first FROM change_log WHERE kind IN ('topic', 'clip', 'address')`,
  );
  const { last, first } = logged.get() as { last: number; first: number };
  const copies: string[] = [];
  // Copied from what was there at first: the tables themselves grow, and would be read as a whole each time.
  const growing = ['topic', 'clip', 'address', 'topic_words', 'similar_topic', 'change_log'];
  for (const table of growing) db.exec(`CREATE TEMP TABLE first_${table} AS SELECT * FROM ${table}`);
  const copy = (table: string, idColumn: string, changed: Record<string, string>) => {
    const columns = columnsOf(table);
    const values = columns.map((column) => changed[column] ?? `${table}.${column}`);
    copies.push(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM first_${table} AS ${table}
       JOIN original ON original.id = ${idColumn}`,
    );
  };
  const key = (column: string) => `substr(${column}, 1, 2) || ${FIRST_DIGITS} || substr(${column}, 11)`;
  copy('topic', 'topic.id', { id: copied('topic.id'), cover_clip_id: copied('topic.id') });
  copy('clip', 'clip.id', {
    ...{ id: copied('clip.id'), topic_id: copied('clip.id'), home_topic_id: copied('clip.id') },
    ...{ address_key: key('address_key'), body: `replace(body, clip.id, ${copied('clip.id')})` },
  });
  copy('address', 'address.topic_id', { key: key('key'), topic_id: copied('topic_id') });
  for (const table of ['topic_words', 'similar_topic'])
    copy(table, `${table}.topic_id`, { topic_id: copied('topic_id') });
  const seq = `seq + $shift / ${size} * ${last - first + 1}`;
  for (const kind of ['topic', 'clip'])
    copies.push(
      `INSERT INTO change_log (kind, id, seq) SELECT kind, ${copied('change_log.id')}, ${seq} FROM first_change_log AS change_log
       JOIN original ON original.id = change_log.id WHERE kind = '${kind}'`,
    );
  copies.push(
    `INSERT INTO change_log (kind, id, seq) SELECT kind, ${key('change_log.id')}, ${seq} FROM first_change_log AS change_log
     JOIN first_address AS address ON address.key = change_log.id JOIN original ON original.id = address.topic_id WHERE kind = 'address'`,
  );
  const statements = copies.map((text) => db.prepare(text.replaceAll('$shift', '?1')));
  // Made once of everything they are made in a fraction of the time.
  const indexes = db
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN
      ('topic', 'clip', 'address', 'topic_words', 'similar_topic', 'similar_trait', 'change_log')`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  let times = 1;
  db.exec('BEGIN');
  for (let shift = size; shift < count; shift += size) {
    for (const statement of statements) statement.run(shift);
    times += 1;
  }
  // In the order of their key: the inverted list is large, and one topic's places in it are everywhere.
  db.exec(`INSERT INTO similar_trait (trait, topic_id)
    WITH RECURSIVE time (shift) AS (SELECT ${size} UNION ALL SELECT shift + ${size} FROM time WHERE shift + ${size} < ${count})
    SELECT trait, ${FIRST_DIGITS.replace('$shift', 'shift')} || substr(topic_id, 9) AS topic FROM similar_trait
    JOIN original ON original.id = topic_id, time WHERE ${count} > ${size} ORDER BY trait, topic`);
  for (const { sql } of indexes) db.exec(sql);
  db.exec(`UPDATE similar_count SET topics = topics * ${times}`);
  // Their words and traits are there: nothing is left to follow.
  db.exec(`UPDATE queue SET seq = (SELECT max(seq) FROM change_log), followed = (SELECT max(seq) FROM change_log)`);
  db.exec('COMMIT');
  db.close();
}

import type { Sql } from './store.ts';
import type { Table } from './tables.ts';

export async function sqliteTables(sql: Sql): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { name } of await sql.all<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name`,
  )) {
    const columns = await sql.all<{ name: string; pk: number }>(
      'SELECT name, pk FROM pragma_table_info($1) ORDER BY cid',
      name,
    );
    const references = await sql.all<{ name: string }>('SELECT "table" AS name FROM pragma_foreign_key_list($1)', name);
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    tables.push({
      name,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
      refersTo: references.map((reference) => reference.name),
    });
  }
  return tables;
}

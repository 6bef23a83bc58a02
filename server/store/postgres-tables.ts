import type { Sql } from './store.ts';
import type { Table } from './tables.ts';

type Found = { table_name: string; name: string };

export async function postgresTables(sql: Sql): Promise<Table[]> {
  const columns = await sql.all<Found>(
    `SELECT columns.table_name, columns.column_name AS name
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
     ORDER BY columns.table_name, columns.ordinal_position`,
  );
  const keys = await sql.all<Found>(
    `SELECT usage.table_name, usage.column_name AS name
     FROM information_schema.table_constraints AS held
     JOIN information_schema.key_column_usage AS usage USING (constraint_schema, constraint_name)
     WHERE held.constraint_schema = current_schema() AND held.constraint_type = 'PRIMARY KEY'
     ORDER BY usage.table_name, usage.ordinal_position`,
  );
  const references = await sql.all<Found>(
    `SELECT DISTINCT held.table_name, usage.table_name AS name
     FROM information_schema.table_constraints AS held
     JOIN information_schema.constraint_table_usage AS usage USING (constraint_schema, constraint_name)
     WHERE held.constraint_schema = current_schema() AND held.constraint_type = 'FOREIGN KEY'`,
  );
  const of = (found: readonly Found[], table: string) =>
    found.filter(({ table_name }) => table_name === table).map(({ name }) => name);
  return [...new Set(columns.map(({ table_name }) => table_name))].map((name) => ({
    name,
    columns: of(columns, name),
    key: of(keys, name),
    refersTo: of(references, name),
  }));
}

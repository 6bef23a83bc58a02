/** What tables a database has, as its engine tells it: for those who go through all of them. */

export type Table = {
  name: string;
  columns: string[];
  /** The columns of its primary key, in order. */
  key: string[];
  /** Tables that its rows refer to. */
  refersTo: string[];
};

/** Those first that others refer to, else by name. */
export function inOrderOfReference(tables: readonly Table[]): Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<Table>();
  const add = (table: Table): void => {
    if (ordered.has(table)) return;
    for (const name of table.refersTo) {
      const other = byName.get(name);
      if (other !== undefined && other !== table) add(other);
    }
    ordered.add(table);
  };
  for (const table of [...tables].sort((a, b) => (a.name < b.name ? -1 : 1))) add(table);
  return [...ordered];
}

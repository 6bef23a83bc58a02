import pg from 'pg';

/** Runs statements as the administrator. */
export async function order(url: string, ...texts: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** Makes a database, empty or a copy of another one. Returns its address. */
export async function createDatabase(admin: string, template?: string): Promise<string> {
  const name = `clipdesk_${crypto.randomUUID().replaceAll('-', '')}`;
  await order(admin, `CREATE DATABASE ${name} TEMPLATE ${template === undefined ? 'template0' : nameOf(template)}`);
  const url = new URL(admin);
  url.pathname = name;
  return url.href;
}

export const dropDatabase = (admin: string, url: string): Promise<void> =>
  order(admin, `DROP DATABASE IF EXISTS ${nameOf(url)} WITH (FORCE)`);

/** Makes a database what its template is. @throws if it has another shape. */
export async function emptyDatabase(url: string, template: string): Promise<void> {
  const before = kept.get(template);
  const seeds = before ?? (await rowsOf(template));
  kept.set(template, seeds);
  if ([...(await rowsOf(url)).keys()].join() !== [...seeds.keys()].join()) throw new Error('other tables');
  const client = new pg.Client(url);
  await client.connect();
  try {
    // Tables that refer to each other are emptied in any order.
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica;
      ${[...seeds.keys()].map((table) => `DELETE FROM ${table}`).join('; ')}`);
    for (const [table, rows] of seeds)
      if (rows !== null)
        await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [rows]);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** Of each template, all rows of all tables as JSON. */
const kept = new Map<string, Map<string, string | null>>();

async function rowsOf(url: string): Promise<Map<string, string | null>> {
  const rows = new Map<string, string | null>();
  const client = new pg.Client(url);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    for (const { name } of tables.rows) {
      const found = await client.query<{ rows: string | null }>(`SELECT json_agg(t)::text AS rows FROM ${name} t`);
      rows.set(name, found.rows[0]?.rows ?? null);
    }
  } finally {
    await client.end();
  }
  return rows;
}

/** Departments, audiences, goals and site profiles: JSON that the queue keeps and hands on. */
import type { CompanyRules } from '../../desk/address.ts';
import { companyRules } from '../../desk/company-rules.ts';
import { DEFAULT_DESK_RULES, type DeskRules, deskRulesSchema } from '../../protocol/desk-rules.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import type { Audience, Channel, Department, Goal } from '../../protocol/strategy.ts';
import { remembered } from '../store/remembered.ts';
import type { Sql, Tx } from '../store/store.ts';

export type StrategyRows = {
  department: Department;
  audience: Audience;
  goal: Goal;
  channel: Channel;
  deskRules: DeskRules;
  siteProfile: SiteProfile;
  rule: Rule;
};
export type StrategyKind = keyof StrategyRows;

export async function hasEntry(sql: Sql, kind: StrategyKind, id: string): Promise<boolean> {
  if (sql.memo !== undefined) return (await findEntry(sql, kind, id)) !== null;
  const rows = await sql.all('SELECT 1 FROM strategy WHERE kind = $1 AND id = $2', kind, id);
  return rows.length > 0;
}

export const findEntry = <K extends StrategyKind>(sql: Sql, kind: K, id: string): Promise<StrategyRows[K] | null> =>
  remembered(sql, `${kind} ${id}`, async () => {
    const [row] = await sql.all<{ body: string }>('SELECT body FROM strategy WHERE kind = $1 AND id = $2', kind, id);
    return row === undefined ? null : JSON.parse(row.body);
  });

export const listEntries = <K extends StrategyKind>(sql: Sql, kind: K): Promise<StrategyRows[K][]> =>
  remembered(sql, `every ${kind}`, async () => {
    const rows = await sql.all<{ body: string }>('SELECT body FROM strategy WHERE kind = $1 ORDER BY id', kind);
    const bodies = rows.map(({ body }) => body);
    if (sql.memo === undefined) return bodies.map((body) => JSON.parse(body));
    const known = lastEntries.get(kind);
    if (known !== undefined && isSame(known.bodies, bodies)) return known.entries as StrategyRows[K][];
    const entries: StrategyRows[K][] = bodies.map((body) => JSON.parse(body));
    lastEntries.set(kind, { bodies, entries });
    return entries;
  });
/** As they were read last, for whoever changes nothing of what comes back: every commit with a clip in it asks. */
const lastEntries = new Map<StrategyKind, { bodies: readonly string[]; entries: unknown[] }>();

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((body, at) => body === other[at]);

export async function saveEntry<K extends StrategyKind>(tx: Tx, kind: K, entry: StrategyRows[K]): Promise<void> {
  await tx.run(
    `INSERT INTO strategy (kind, id, body) VALUES ($1, $2, $3)
     ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
    kind,
    entry.id,
    JSON.stringify(entry),
  );
  tx.changed(kind, entry.id);
}

export async function deleteEntry(tx: Tx, kind: StrategyKind, id: string): Promise<void> {
  await tx.run('DELETE FROM strategy WHERE kind = $1 AND id = $2', kind, id);
  tx.changed(kind, id);
}

/** [AD1] What the company says of its addresses, for whoever computes the key of a page. */
export const addressRules = (sql: Sql): Promise<CompanyRules> =>
  remembered(sql, 'rules of addresses', () => readAddressRules(sql));

async function readAddressRules(sql: Sql): Promise<CompanyRules> {
  const rows = await sql.all<{ body: string }>(`SELECT body FROM strategy WHERE kind = 'siteProfile' ORDER BY id`);
  const bodies = rows.map(({ body }) => body);
  // Asked for twice at every push.
  if (!isSame(bodies, lastRules.bodies))
    lastRules = { bodies, rules: companyRules(bodies.map((body): SiteProfile => JSON.parse(body))) };
  return lastRules.rules;
}
/** As they were read last; whoever computes keys by them has to look in the transaction whether they are still so. */
export const lastAddressRules = (): CompanyRules => lastRules.rules;
let lastRules: { bodies: string[]; rules: CompanyRules } = { bodies: [], rules: [] };

/** As they were read last: they are asked for at every change of a topic, and what is known of their days is kept with them. */
let lastRead = { body: '', rules: DEFAULT_DESK_RULES };

/** How the desk works here; the usual hours where the company said nothing. */
export const deskRules = (sql: Sql): Promise<DeskRules> =>
  remembered(sql, 'rules of the desk', () => readDeskRules(sql));

async function readDeskRules(sql: Sql): Promise<DeskRules> {
  const [row] = await sql.all<{ body: string }>(`SELECT body FROM strategy WHERE kind = 'deskRules' LIMIT 1`);
  if (row === undefined) return DEFAULT_DESK_RULES;
  // Read by its schema, which fills in what came later than the row.
  if (row.body !== lastRead.body) lastRead = { body: row.body, rules: deskRulesSchema.parse(JSON.parse(row.body)) };
  return lastRead.rules;
}

/** The strategy that the queue holds, put together again in the form of its file. */
import { readPolicy } from '../retention/policy.ts';
import { listPeople } from '../rows/people.ts';
import { queueRow } from '../rows/queue.ts';
import { listEntries } from '../rows/strategy.ts';
import { EVERYBODY, type SignInRules, signInRules } from '../sign-in/rules.ts';
import type { Sql } from '../store/store.ts';
import type { StrategyFile } from './file.ts';

/** People who came by an open invitation or by their company account alone are in no file. */
export async function heldStrategy(sql: Sql): Promise<StrategyFile> {
  const rules = await signInRules(sql);
  const [desk] = await listEntries(sql, 'deskRules');
  return {
    queue: { name: (await queueRow(sql)).name },
    desk: desk === undefined ? null : withoutId(desk),
    retention: (await readPolicy(sql)).policy,
    people: await people(sql, rules),
    signIn: signIn(rules),
    departments: byId(await listEntries(sql, 'department')),
    audiences: byId(await listEntries(sql, 'audience')),
    channels: byId(await listEntries(sql, 'channel')),
    goals: byId(await listEntries(sql, 'goal')),
    siteProfiles: byId(await listEntries(sql, 'siteProfile')),
    rules: byId(await listEntries(sql, 'rule')),
  };
}

function withoutId<T extends { id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> {
  return rest;
}

const byId = <T extends { id: string }>(entries: readonly T[]): Record<string, Omit<T, 'id'>> =>
  Object.fromEntries(entries.map((entry) => [entry.id, withoutId(entry)]));

async function people(sql: Sql, { accounts }: SignInRules): Promise<StrategyFile['people']> {
  const accountOf = new Map(Object.entries(accounts).map(([account, id]) => [id, account]));
  const listed = (await listPeople(sql)).filter(({ source, active }) => source === 'strategy' && active);
  return Object.fromEntries(
    listed.map(({ id, name, roles, departmentId }) => [
      id,
      { name, roles, departmentId, account: accountOf.get(id) ?? null },
    ]),
  );
}

/** Null where the company said nothing: accounts alone stand with their people. */
function signIn({ accounts: _, ...rules }: SignInRules): StrategyFile['signIn'] {
  const { accounts: __, ...unsaid } = EVERYBODY;
  return JSON.stringify(rules) === JSON.stringify({ ...rules, ...unsaid }) ? null : rules;
}

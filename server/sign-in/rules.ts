/** Who the company's provider lets in, and as what: the section `signIn` of the strategy, as the queue keeps it. */
import type { Role } from '../../protocol/person.ts';
import type { Sql } from '../store/store.ts';
import type { StrategyFile } from '../strategy/file.ts';

export type SignInRules = {
  /** The claim with the groups of a person: a list of texts, or one. */
  groupsClaim: string;
  groups: Record<string, { roles: Role[]; departmentId: string | null }>;
  /** What becomes of those whom no group maps. */
  unmapped: 'submitter' | 'refused';
  /** The claim by which people of the strategy are linked at their first sign-in; null: none is. */
  accountClaim: string | null;
  /** Ids of people by what that claim says of them, in lower case. */
  accounts: Record<string, string>;
};

export const EVERYBODY: SignInRules = {
  groupsClaim: 'groups',
  groups: {},
  unmapped: 'submitter',
  accountClaim: null,
  accounts: {},
};

export const rulesOf = ({ signIn, people }: StrategyFile): SignInRules => ({
  ...EVERYBODY,
  ...signIn,
  accounts: Object.fromEntries(
    Object.entries(people).flatMap(([id, { account }]) => (account === null ? [] : [[account.toLowerCase(), id]])),
  ),
});

export async function signInRules(sql: Sql): Promise<SignInRules> {
  const [row] = await sql.all<{ body: string }>(`SELECT body FROM sign_in_rules WHERE id = 'rules'`);
  return row === undefined ? EVERYBODY : JSON.parse(row.body);
}

export const saveSignInRules = (sql: Sql, rules: SignInRules): Promise<void> =>
  sql.run(
    `INSERT INTO sign_in_rules (id, body) VALUES ('rules', $1) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
    JSON.stringify(rules),
  );

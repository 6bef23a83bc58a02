import { createHash } from 'node:crypto';
import { mayDecide } from '../../desk/roles.ts';
import type { Person } from '../../protocol/person.ts';
import type { Department } from '../../protocol/strategy.ts';
import type { Sql } from '../store/store.ts';

/** Whose clearances somebody who is not of the desk may see [CR6]. */
export type ClearingScope = {
  /** The departments that name them as clearer or deputy. */
  departmentIds: string[];
  /** Also those that wait for whoever has the role. */
  hasRole: boolean;
};

/** Null: none, and for the desk, which sees all of them. */
export async function clearingScope(sql: Sql, { id, roles }: Person): Promise<ClearingScope | null> {
  if (mayDecide(roles)) return null;
  // Nearly everybody is named nowhere, and this is asked at every pull: only what may name them is read.
  const bodies = await sql.all<{ body: string }>(
    `SELECT body FROM strategy WHERE kind = 'department' AND body LIKE $1 ORDER BY id`,
    // "_" in an id fits any sign here: what is found is looked at.
    `%${JSON.stringify(id)}%`,
  );
  const departmentIds = bodies
    .map(({ body }) => JSON.parse(body) as Department)
    .filter(({ clearerId, deputyId }) => clearerId === id || (deputyId === id && clearerId !== null))
    .map((department) => department.id);
  const hasRole = roles.includes('clearer');
  return departmentIds.length > 0 || hasRole ? { departmentIds, hasRole } : null;
}

/** How a cursor tells one scope from another: whoever clears for other departments than before begins anew [PL2]. */
export const scopeName = ({ departmentIds, hasRole }: ClearingScope): string =>
  createHash('sha256')
    .update([hasRole ? 'role' : '', ...departmentIds].join('|'))
    .digest('hex')
    .slice(0, 12);

/** The departments as one text that SQL can look for one of them in. */
export const scopeText = ({ departmentIds }: ClearingScope): string => `|${departmentIds.join('|')}|`;

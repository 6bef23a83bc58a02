/** Who may change what of the strategy [SG1]. */
import { fieldDifferences } from '../../desk/strategy-difference.ts';
import type { Person } from '../../protocol/person.ts';
import type { StrategyFile } from './file.ts';
import { checkStrategy } from './read.ts';
import type { StrategyFault } from './references.ts';

/** People, their roles, the company's sign-in and how long things are kept: whoever changes these could become anybody. */
const ADMINS_SECTIONS = ['queue', 'retention', 'people', 'signIn'] as const;

export const needsAdmin = (held: StrategyFile, wanted: StrategyFile): boolean =>
  ADMINS_SECTIONS.some((section) => fieldDifferences(held[section], wanted[section]).length > 0);

/**
 * Nobody is left in front of a closed door: an admin of the strategy does not take their own role.
 * @throws StrategyError
 */
export function keepOwnRole(held: StrategyFile, wanted: StrategyFile, person: Person): void {
  const was = held.people[person.id]?.roles.includes('admin') ?? false;
  if (!was || wanted.people[person.id]?.roles.includes('admin')) return;
  const fault: StrategyFault = {
    path: ['people', person.id, 'roles'],
    kind: 'own_admin',
    message: 'you would no longer be an admin; another admin can change that',
  };
  checkStrategy(wanted, [fault]);
}

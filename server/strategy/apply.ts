import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../../protocol/rule.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import type { Audience, Channel, Department, Goal } from '../../protocol/strategy.ts';
import { recomputeAddressKeys } from '../address-keys.ts';
import { savePolicy } from '../retention/policy.ts';
import { findPerson, type KnownPerson, listPeople, savePerson } from '../rows/people.ts';
import { queueRow, renameQueue } from '../rows/queue.ts';
import {
  addressRules,
  deleteEntry,
  listEntries,
  type StrategyKind,
  type StrategyRows,
  saveEntry,
} from '../rows/strategy.ts';
import { rulesOf, saveSignInRules } from '../sign-in/rules.ts';
import type { Store, Tx } from '../store/store.ts';
import { rewindClocks } from '../topic-clocks.ts';
import type { StrategyFile } from './file.ts';

/** What an application changed, by kind: ids that devices will hear of. */
export type Applied = Record<StrategyKind | 'person', string[]>;

/**
 * Makes the queue's strategy that of the file, in one transaction. Applying the same file again changes
 * nothing. What the file no longer has is closed rather than deleted, since clips may refer to it.
 * @param alongside is done in the same transaction
 */
export async function applyStrategy(
  store: Store,
  file: StrategyFile,
  alongside: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<Applied> {
  const rulesBefore = await store.read(addressRules);
  const { result } = await store.write(async (tx) => {
    await alongside(tx);
    if ((await queueRow(tx)).name !== file.queue.name) await renameQueue(tx, file.queue.name);
    await saveSignInRules(tx, rulesOf(file));
    await savePolicy(tx, file.retention);
    return {
      person: await applyPeople(tx, file.people),
      department: await applyEntries(tx, 'department', entries<Department>(file.departments), closeDepartment),
      goal: await applyEntries(tx, 'goal', entries<Goal>(file.goals), closeGoal),
      channel: await applyEntries(tx, 'channel', entries<Channel>(file.channels), closeChannel),
      deskRules: await applyEntries(tx, 'deskRules', file.desk === null ? [] : [{ id: 'desk', ...file.desk }], drop),
      // After the goals: an audience that none of them has any more can go.
      audience: await applyEntries(tx, 'audience', entries<Audience>(file.audiences), keepWhileUsed),
      siteProfile: await applyEntries(tx, 'siteProfile', entries<SiteProfile>(file.siteProfiles), drop),
      rule: await applyEntries(tx, 'rule', entries<Rule>(file.rules), drop),
    };
  });
  const rules = await store.read(addressRules);
  // Whenever there are any, so that a run that was interrupted is made good by the next.
  if (rulesBefore.length > 0 || rules.length > 0) await recomputeAddressKeys(store, rules);
  // Likewise at every application.
  await rewindClocks(store);
  return result;
}

const entries = <T extends { id: string }>(byId: Record<string, Omit<T, 'id'>>): T[] =>
  // An entry and its id make the row; the compiler cannot put a generic back together.
  Object.entries(byId).map(([id, entry]) => ({ id, ...entry }) as T);

/** What becomes of an entry that the file no longer has; null: it goes. */
type Close<T> = (tx: Tx, entry: T) => Promise<T | null>;

const closeDepartment: Close<Department> = async (_tx, department) => ({ ...department, active: false });
const closeGoal: Close<Goal> = async (_tx, goal) => ({ ...goal, state: 'closed' });
const closeChannel: Close<Channel> = async (_tx, channel) => ({ ...channel, active: false });
/** Nothing refers to a site profile, a rule that is gone binds nobody, and without rules of its own a desk has the usual ones. */
const drop = async () => null;
const keepWhileUsed: Close<Audience> = async (tx, audience) => {
  const goals = await listEntries(tx, 'goal');
  return goals.some(({ audienceIds }) => audienceIds.includes(audience.id)) ? audience : null;
};

async function applyEntries<K extends StrategyKind>(
  tx: Tx,
  kind: K,
  wanted: StrategyRows[K][],
  close: Close<StrategyRows[K]>,
): Promise<string[]> {
  const changed: string[] = [];
  const held = new Map((await listEntries(tx, kind)).map((entry) => [entry.id, entry]));
  for (const entry of wanted) {
    if (isDeepStrictEqual(held.get(entry.id), entry)) continue;
    await saveEntry(tx, kind, entry);
    changed.push(entry.id);
  }
  const kept = new Set(wanted.map(({ id }) => id));
  for (const entry of held.values()) {
    if (kept.has(entry.id)) continue;
    const closed = await close(tx, entry);
    if (isDeepStrictEqual(closed, entry)) continue;
    if (closed === null) await deleteEntry(tx, kind, entry.id);
    else await saveEntry(tx, kind, closed);
    changed.push(entry.id);
  }
  return changed;
}

/** People whom the file no longer has cannot sign in any more; their names stay with what they did. */
async function applyPeople(tx: Tx, people: StrategyFile['people']): Promise<string[]> {
  const wanted: KnownPerson[] = Object.entries(people).map(([id, { name, roles, departmentId }]) => ({
    id,
    name,
    roles,
    departmentId,
    source: 'strategy',
    active: true,
  }));
  const left = (await listPeople(tx))
    .filter(({ id, source }) => source === 'strategy' && !Object.hasOwn(people, id))
    .map((person): KnownPerson => ({ ...person, active: false }));
  const changed: string[] = [];
  for (const person of [...wanted, ...left]) {
    if (isDeepStrictEqual(await findPerson(tx, person.id), person)) continue;
    await savePerson(tx, person);
    changed.push(person.id);
  }
  return changed;
}

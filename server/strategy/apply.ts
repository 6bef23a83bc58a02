import { isDeepStrictEqual } from 'node:util';
import type { CompanyRules } from '../../desk/address.ts';
import { onlyLacksWord } from '../../desk/goal-confirmation.ts';
import { strategyDifference } from '../../desk/strategy-difference.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import type { Audience, Channel, Department, Goal } from '../../protocol/strategy.ts';
import type { StrategySaved, StrategyVersion } from '../../protocol/strategy-history.ts';
import { recomputeAddressKeys } from '../address-keys.ts';
import { savePolicy } from '../retention/policy.ts';
import { namedIn } from '../rows/named-in-strategy.ts';
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
import { type Author, addVersion, currentVersion, versionsSince } from '../rows/strategy-versions.ts';
import { rulesOf, saveSignInRules } from '../sign-in/rules.ts';
import type { Store, Tx } from '../store/store.ts';
import { rewindClocks } from '../topic-clocks.ts';
import { SINGLE_SECTIONS, type StrategyFile } from './file.ts';
import { heldStrategy } from './held.ts';
import { settleGoals } from './settle-goals.ts';

/** What an application changed, by kind: ids that devices will hear of. */
export type Applied = Record<StrategyKind | 'person', string[]>;

/** Somebody else changed meanwhile what was to be changed: nothing was done. */
export class StrategyChanged extends Error {
  override name = 'StrategyChanged';
  readonly since: StrategyVersion[];

  constructor(since: StrategyVersion[]) {
    super('the strategy was changed meanwhile');
    this.since = since;
  }
}

type Options = {
  /** The version that the author saw, and the one entry of it that matters; null: every entry does. */
  basedOn?: { version: number; entry: { section: string; id: string | null } | null };
  /** Everything is tried and taken back. */
  dryRun?: boolean;
  /** Is done in the same transaction. */
  alongside?: (tx: Tx) => Promise<void>;
};

const NOBODY: Omit<Author, 'at'> = { personId: null, account: null, way: 'command' };

/**
 * Makes the queue's strategy that of the file, in one transaction. Applying the same file again changes
 * nothing. What the file no longer has is closed rather than deleted, since clips may refer to it.
 */
export async function applyStrategy(
  store: Store,
  file: StrategyFile,
  alongside: (tx: Tx) => Promise<void> = async () => undefined,
  author: Author = { ...NOBODY, at: Date.now() },
): Promise<Applied> {
  return (await changeStrategy(store, () => file, author, { alongside })).applied;
}

/**
 * Changes the strategy to what `make` makes of the one that is held; the change is one version of its history (SG2).
 * @throws StrategyChanged, and whatever `make` throws; then nothing was changed
 */
export async function changeStrategy(
  store: Store,
  make: (held: StrategyFile) => StrategyFile,
  author: Author,
  { basedOn, dryRun = false, alongside = async () => undefined }: Options = {},
): Promise<StrategySaved & { applied: Applied }> {
  const rulesBefore = await store.read(addressRules);
  const outcome = await orTakenBack(
    store.write(async (tx) => {
      await alongside(tx);
      if (basedOn !== undefined) {
        const since = await versionsSince(tx, basedOn.version, basedOn.entry);
        if (since.length > 0) throw new StrategyChanged(since);
      }
      const held = await heldStrategy(tx);
      const wanted = make(held);
      const goals = await settleGoals(tx, held.goals, wanted.goals, author);
      const applied = await writeStrategy(tx, { ...wanted, goals });
      const after = await heldStrategy(tx);
      const changes = strategyDifference(held, after, SINGLE_SECTIONS);
      // Whoever is named is a colleague to everybody, and no longer when they are not.
      for (const id of namedBy(held).symmetricDifference(namedBy(after))) tx.changed('colleague', id);
      const version = changes.length === 0 ? await currentVersion(tx) : await addVersion(tx, author, changes);
      const done = { version, changes, waiting: waitingGoals(after), applied };
      if (dryRun) throw new TakenBack(done);
      return done;
    }),
  );
  if (!dryRun) await followUp(store, rulesBefore);
  return outcome;
}

type Outcome = StrategySaved & { applied: Applied };

/** Ends a transaction whose effects are wanted only to be looked at. */
class TakenBack extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('taken back');
    this.outcome = outcome;
  }
}

const orTakenBack = (writing: Promise<{ result: Outcome }>): Promise<Outcome> =>
  writing.then(
    ({ result }) => result,
    (error: unknown) => {
      if (error instanceof TakenBack) return error.outcome;
      throw error;
    },
  );

const namedBy = ({ departments, goals, channels }: StrategyFile): Set<string> =>
  namedIn([...Object.values(departments), ...Object.values(goals), ...Object.values(channels)]);

const waitingGoals = ({ goals }: StrategyFile) =>
  Object.entries(goals).flatMap(([goalId, goal]) =>
    onlyLacksWord(goal) ? [{ goalId, sponsorId: goal.sponsorId }] : [],
  );

async function writeStrategy(tx: Tx, file: StrategyFile): Promise<Applied> {
  if ((await queueRow(tx)).name !== file.queue.name) await renameQueue(tx, file.queue.name);
  await saveSignInRules(tx, rulesOf(file));
  await savePolicy(tx, file.retention);
  return {
    person: await applyPeople(tx, file.people),
    department: await applyEntries(tx, 'department', entries<Department>(file.departments), closeDepartment(file)),
    goal: await applyEntries(tx, 'goal', entries<Goal>(file.goals), closeGoal(file)),
    channel: await applyEntries(tx, 'channel', entries<Channel>(file.channels), closeChannel(file)),
    deskRules: await applyEntries(tx, 'deskRules', file.desk === null ? [] : [{ id: 'desk', ...file.desk }], drop),
    // After the goals and channels: an audience that none of them has any more can go.
    audience: await applyEntries(tx, 'audience', entries<Audience>(file.audiences), keepWhileUsed),
    siteProfile: await applyEntries(tx, 'siteProfile', entries<SiteProfile>(file.siteProfiles), drop),
    rule: await applyEntries(tx, 'rule', entries<Rule>(file.rules), drop),
  };
}

/** What follows from it for what is there already; outside of the transaction, for it may take long. */
async function followUp(store: Store, rulesBefore: CompanyRules): Promise<void> {
  const rules = await store.read(addressRules);
  // Whenever there are any, so that a run that was interrupted is made good by the next.
  if (rulesBefore.length > 0 || rules.length > 0) await recomputeAddressKeys(store, rules);
  // Likewise at every application.
  await rewindClocks(store);
}

const entries = <T extends { id: string }>(byId: Record<string, Omit<T, 'id'>>): T[] =>
  // An entry and its id make the row; the compiler cannot put a generic back together.
  Object.entries(byId).map(([id, entry]) => ({ id, ...entry }) as T);

/** What becomes of an entry that the file no longer has; null: it goes. */
type Close<T> = (tx: Tx, entry: T) => Promise<T | null>;

/** Of somebody whom the file no longer has a closed entry says nothing: else the file that it makes could not be read. */
const known = ({ people }: StrategyFile, id: string | null): string | null =>
  id !== null && Object.hasOwn(people, id) ? id : null;

const closeDepartment =
  (file: StrategyFile): Close<Department> =>
  async (_tx, department) => ({
    ...department,
    contactId: known(file, department.contactId),
    deputyId: known(file, department.deputyId),
    clearerId: known(file, department.clearerId),
    active: false,
  });
const closeGoal =
  (file: StrategyFile): Close<Goal> =>
  async (_tx, goal) => {
    const sponsorId = known(file, goal.sponsorId);
    // [SG4] The word of somebody who left goes with them: else it would stand for the goal when it is opened again.
    const sponsorConfirmedAt = sponsorId === goal.sponsorId ? goal.sponsorConfirmedAt : null;
    return { ...goal, sponsorId, sponsorConfirmedAt, state: 'closed' };
  };
const closeChannel =
  (file: StrategyFile): Close<Channel> =>
  async (_tx, channel) => ({ ...channel, ownerId: known(file, channel.ownerId), active: false });
/** Nothing refers to a site profile, and without rules of its own a desk has the usual ones. */
const drop = async () => null;
const keepWhileUsed: Close<Audience> = async (tx, audience) => {
  const users = [...(await listEntries(tx, 'goal')), ...(await listEntries(tx, 'channel'))];
  return users.some(({ audienceIds }) => audienceIds.includes(audience.id)) ? audience : null;
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

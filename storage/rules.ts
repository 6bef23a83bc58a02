/** The rules for company information as this device holds them, and what its person accepted of them. */
import type { Table } from 'dexie';
import { type Effects, notAccepted, type RuleBook } from '../desk/rules/effects.ts';
import { type AcceptedRule, acknowledgementSchema, ruleSchema } from '../protocol/rule.ts';
import type { AccountDatabase } from './database.ts';
import { append, outboxEntries } from './outbox.ts';
import { StorageError } from './problems.ts';
import { outboxEntrySchema } from './rows.ts';
import { siteProfiles } from './site-profiles.ts';
import { sound } from './sound.ts';

/** What `ruleBook` and `acceptedRules` read; a transaction that calls them has to cover it. */
export const ruleTables = (db: AccountDatabase): Table[] => [
  db.rules,
  db.acknowledgements,
  db.siteProfiles,
  db.outbox,
  db.meta,
];

/** Before the first pull those that hold in every company, and no others. */
export async function ruleBook(db: AccountDatabase): Promise<RuleBook> {
  const [own, profiles] = await Promise.all([db.rules.toArray(), siteProfiles(db)]);
  return { own: sound('rules', ruleSchema, own), profiles };
}

/** What the queue knows as accepted, and what waits to be told to it [ST2]. */
export async function acceptedRules(db: AccountDatabase): Promise<AcceptedRule[]> {
  const [rows, entries] = await Promise.all([db.acknowledgements.toArray(), outboxEntries(db)]);
  const waiting = sound('outbox', outboxEntrySchema, entries).flatMap(({ action }) =>
    action.name === 'acknowledgeRule' ? [{ ruleId: action.ruleId, version: action.version }] : [],
  );
  return [...sound('acknowledgements', acknowledgementSchema, rows), ...waiting];
}

/**
 * Says what a person accepts with an act, before it, so that the queue hears of that first [IN4].
 * @throws StorageError `rule_not_accepted`: they were not shown all that is to be accepted
 */
export async function acceptFor(
  db: AccountDatabase,
  effects: Effects,
  accepts: readonly AcceptedRule[],
  now: number,
): Promise<void> {
  // Most clips meet no rule that wants a word, and then nothing is read.
  if (notAccepted(effects, []).length === 0) return;
  const before = await acceptedRules(db);
  if (notAccepted(effects, [...before, ...accepts]).length > 0) throw new StorageError('rule_not_accepted');
  for (const { id, version } of notAccepted(effects, before))
    await append(db, crypto.randomUUID(), { name: 'acknowledgeRule', ruleId: id, version }, now);
}

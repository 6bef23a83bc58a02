/** Recomputes what follows from decisions and clips, and says where the database differs. */
import { recomputeAddressKeys } from '../address-keys.ts';
import { addressRules } from '../rows/strategy.ts';
import { refreshWords } from '../search/topic-words.ts';
import type { Store } from '../store/store.ts';
import { verifyAddresses } from './addresses.ts';
import { repairChangeLog, verifyChangeLog } from './change-log.ts';
import { repairClearances, verifyClearances } from './clearances.ts';
import type { Difference } from './difference.ts';
import { repairTraits, verifyTraits, verifyWords } from './texts.ts';
import { repairTopics, verifyTopics } from './topics.ts';

const CHECKS = [verifyTopics, verifyClearances, verifyWords, verifyTraits, verifyAddresses, verifyChangeLog] as const;

/** Only reads, in small snapshots: a queue may serve meanwhile, and no row is looked at while half of it is written. */
export async function verify(store: Store): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const check of CHECKS) await check(store, (difference) => found.push(difference));
  return found;
}

/** Puts right what is derived, by the same functions that made it, and lets devices hear of it. */
export async function repair(store: Store, found: readonly Difference[]): Promise<void> {
  const of = (check: Difference['check']) => found.filter((each) => each.check === check && each.isDerived);
  const ids = (check: Difference['check']) => [...new Set(of(check).map(({ id }) => id))];
  await repairTopics(store, ids('topic'));
  await repairClearances(store, ids('clearance'));
  for (const id of ids('words')) await store.write((tx) => refreshWords(tx, [id]));
  if (of('traits').length > 0) await repairTraits(store);
  if (of('address').length > 0) await recomputeAddressKeys(store, await store.read(addressRules));
  await repairChangeLog(store, of('change log'));
}

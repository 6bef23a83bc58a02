/** From one version of an account's database to the next. Rows that are broken stay as they are. */
import { Dexie, type Transaction } from 'dexie';
import { addressKey } from '../desk/address.ts';
import { clipSchema } from '../protocol/clip.ts';
import type { StoredClip } from './rows.ts';

/**
 * Version 2: clips have the fields that came later, as the schema fills them, and the keys of today's
 * rules. Only own clips are looked up by their key; those of others come from the queue with theirs.
 */
export async function upgradeClips(transaction: Transaction): Promise<void> {
  const clips = transaction.table<StoredClip, string>('clips');
  const meta = await transaction.table<{ key: string; value: unknown }, string>('meta').get('person');
  const rows = (await clips.toArray()).flatMap((row) => {
    const parsed = clipSchema.safeParse(row.clip);
    return parsed.success ? [{ ...row, clip: parsed.data }] : [];
  });
  const isOwn = ({ submitter }: StoredClip): boolean => submitter.id === idOf(meta?.value);
  // A digest is no promise of IndexedDB: `waitFor` keeps the transaction while it is computed.
  const upgraded = await Dexie.waitFor(Promise.all(rows.map((row) => (isOwn(row) ? withKey(row) : row))));
  await clips.bulkPut(upgraded);
}

const idOf = (person: unknown): unknown =>
  typeof person === 'object' && person !== null && 'id' in person ? person.id : null;

async function withKey(row: StoredClip): Promise<StoredClip> {
  const key = await addressKey(row.clip.address, row.clip.canonicalAddress);
  return { ...row, addressKey: key ?? row.addressKey };
}

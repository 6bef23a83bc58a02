/**
 * Keeps the keys of own clips those of today's rules [AD1]. Only own clips are looked up by their key;
 * those of others come from the queue with theirs. Run by the background alone: it has the rules.
 */
import { Dexie } from 'dexie';
import { ADDRESS_KEY_VERSION, addressKey, type CompanyRules } from '../desk/address.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { guarded } from './problems.ts';
import { storedClipSchema } from './rows.ts';
import { sound } from './sound.ts';

/** Own clips without a key, or with one of other rules than this program has: an older program or queue wrote them. */
export async function updateAddressKeys(db: AccountDatabase, companyRules: CompanyRules = []): Promise<void> {
  const { id } = await readMeta(db, 'person');
  const own = db.clips.where('[submitter.id+addressKey]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  const mine = `${ADDRESS_KEY_VERSION}.`;
  await recompute(db, await own.filter(({ addressKey: key }) => !key.startsWith(mine)).toArray(), companyRules);
}

/** All own clips: the company's rules changed. */
export async function recomputeAddressKeys(db: AccountDatabase, companyRules: CompanyRules): Promise<void> {
  const { id } = await readMeta(db, 'person');
  const own = db.clips.where('[submitter.id+addressKey]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  await recompute(db, await own.toArray(), companyRules);
}

async function recompute(db: AccountDatabase, rows: unknown[], companyRules: CompanyRules): Promise<void> {
  // Outside of a transaction, which would not wait for digests.
  const keyed = await Promise.all(
    sound('clips', storedClipSchema, rows).map(async ({ clip }) => ({
      id: clip.id,
      key: await addressKey(clip.address, clip.canonicalAddress, companyRules),
    })),
  );
  if (keyed.length === 0) return;
  await guarded(() =>
    db.transaction('rw', db.clips, async () => {
      for (const { id, key } of keyed) if (key !== null) await db.clips.update(id, { addressKey: key });
    }),
  );
}

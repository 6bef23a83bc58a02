/**
 * Keeps the keys of own clips and unfinished forms those of today's rules [AD1]. Only own clips are looked up by
 * their key; those of others come from the queue with theirs. Run by the background alone: it has the rules.
 */
import { Dexie } from 'dexie';
import { ADDRESS_KEY_VERSION, addressKey, type CompanyRules } from '../desk/address.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { guarded } from './problems.ts';
import { type StoredClip, storedClipSchema } from './rows.ts';
import { sound } from './sound.ts';

type Keyed = { row: StoredClip; key: string | null };

/**
 * Own clips whose key is of other rules than this program has (an older program or queue wrote them), or all of
 * them if a pull brought other rules of the company since.
 */
export async function updateAddressKeys(db: AccountDatabase, companyRules: CompanyRules = []): Promise<void> {
  const { id } = await readMeta(db, 'person');
  const keyedBy = JSON.stringify(companyRules);
  const all = (await readMeta(db, 'keyedBy')) !== keyedBy;
  const mine = `${ADDRESS_KEY_VERSION}.`;
  const isOld = (key: string) => all || !key.startsWith(mine);
  const own = db.clips.where('[submitter.id+addressKey]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  const clips = await keyed(await own.filter((row) => isOld(row.addressKey)).toArray(), companyRules);
  await guarded(() =>
    db.transaction('rw', db.clips, db.meta, async () => {
      await writeKeys(db, clips);
      if (all) await writeMeta(db, 'keyedBy', keyedBy);
    }),
  );
}

/** Own clips that were kept while nobody could say their key. Usually none, which an index answers. */
export async function addMissingKeys(db: AccountDatabase, companyRules: CompanyRules = []): Promise<void> {
  const { id } = await readMeta(db, 'person');
  const keyless = await db.clips.where('[submitter.id+addressKey]').equals([id, '']).toArray();
  if (keyless.length === 0) return;
  const clips = await keyed(keyless, companyRules);
  await guarded(() => db.transaction('rw', db.clips, () => writeKeys(db, clips)));
}

/** Outside of a transaction, which would not wait for digests. */
const keyed = (rows: unknown[], companyRules: CompanyRules): Promise<Keyed[]> =>
  Promise.all(
    sound('clips', storedClipSchema, rows).map(async (row) => ({
      row,
      key: await addressKey(row.clip.address, row.clip.canonicalAddress, companyRules),
    })),
  );

async function writeKeys(db: AccountDatabase, clips: readonly Keyed[]): Promise<void> {
  for (const { row, key } of clips)
    if (key !== null && key !== row.addressKey) await db.clips.update(row.clip.id, { addressKey: key });
}

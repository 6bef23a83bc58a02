/**
 * Keeps the keys of own clips and unfinished forms those of today's rules [AD1]. Only own clips are looked up by
 * their key; those of others come from the queue with theirs. Run by the background alone: it has the rules.
 */
import { Dexie } from 'dexie';
import { ADDRESS_KEY_VERSION, addressKey, type CompanyRules } from '../desk/address.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { guarded } from './problems.ts';
import { type FormDraft, formDraftSchema, OWN, type StoredClip, storedClipSchema } from './rows.ts';
import { sound } from './sound.ts';

type Keyed = { row: StoredClip; key: string | null };

/**
 * Own clips and unfinished forms whose key is of other rules than this program has (an older program or queue
 * wrote them), or all of them if a pull brought other rules of the company since.
 */
export async function updateAddressKeys(db: AccountDatabase, companyRules: CompanyRules = []): Promise<void> {
  const keyedBy = JSON.stringify(companyRules);
  const all = (await readMeta(db, 'keyedBy')) !== keyedBy;
  const mine = `${ADDRESS_KEY_VERSION}.`;
  const isOld = (key: string) => all || !key.startsWith(mine);
  const own = db.clips.where('[own+addressKey]').between([OWN, Dexie.minKey], [OWN, Dexie.maxKey]);
  const clips = await keyed(await own.filter((row) => isOld(row.addressKey)).toArray(), companyRules);
  const forms = await keyedForms(await db.drafts.filter(({ key }) => isOld(key)).toArray(), companyRules);
  await guarded(() =>
    db.transaction('rw', db.clips, db.drafts, db.meta, async () => {
      await writeKeys(db, clips);
      for (const { form, key } of forms) if (key !== form.key) await moveForm(db, form, key);
      if (all) await writeMeta(db, 'keyedBy', keyedBy);
    }),
  );
}

/** Own clips that were kept while nobody could say their key. Usually none, which an index answers. */
export async function addMissingKeys(db: AccountDatabase, companyRules: CompanyRules = []): Promise<void> {
  const keyless = await db.clips.where('[own+addressKey]').equals([OWN, '']).toArray();
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

/** The form of a page that could not be read is known by its tab: it stays where it is. */
async function keyedForms(rows: unknown[], companyRules: CompanyRules): Promise<{ form: FormDraft; key: string }[]> {
  const keyedOnes = sound('drafts', formDraftSchema, rows).map(async (form) => {
    const { key, draft } = form;
    if (draft === null || key.startsWith('tab:')) return { form, key };
    return { form, key: (await addressKey(draft.address, draft.canonicalAddress, companyRules)) ?? key };
  });
  return Promise.all(keyedOnes);
}

/** Of two forms of one page the newer one is what the person wants to say. */
async function moveForm(db: AccountDatabase, form: FormDraft, key: string): Promise<void> {
  const there = await db.drafts.get(key);
  if (there === undefined || there.keptAt < form.keptAt) await db.drafts.put({ ...form, key });
  await db.drafts.delete(form.key);
}

async function writeKeys(db: AccountDatabase, clips: readonly Keyed[]): Promise<void> {
  for (const { row, key } of clips)
    if (key !== null && key !== row.addressKey) await db.clips.update(row.clip.id, { addressKey: key });
}

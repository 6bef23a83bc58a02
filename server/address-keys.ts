/** Keeps the keys of pages those of today's rules [AD1]. */
import { ADDRESS_KEY_VERSION, addressKey, type CompanyRules } from '../desk/address.ts';
import { isOpen } from '../desk/states.ts';
import type { Clip } from '../protocol/clip.ts';
import type { State } from '../protocol/topic.ts';
import { setAddress } from './rows/addresses.ts';
import type { Store, Tx } from './store/store.ts';

/** Read and written at once; what an interrupted run left undone, the next one does. */
const CHUNK = 500;

type KeyedClip = { id: string; body: string; address_key: string | null };

/** Before the queue serves anybody: computes all keys anew if some are of other rules than this program has. */
export async function updateAddressKeys(store: Store, companyRules: CompanyRules = []): Promise<void> {
  const mine = `${ADDRESS_KEY_VERSION}.`;
  // The sign behind the dot in ASCII ends the range of keys that begin with it: an index answers this.
  const [other] = await store.read((sql) =>
    sql.all(
      `SELECT 1 FROM clip WHERE address_key < $1 OR address_key >= $2
       UNION ALL SELECT 1 FROM address WHERE key < $1 OR key >= $2 LIMIT 1`,
      mine,
      `${ADDRESS_KEY_VERSION}/`,
    ),
  );
  if (other !== undefined) await recomputeAddressKeys(store, companyRules);
}

/**
 * Computes the keys of all clips and which topic stands for each, and tells devices of those that
 * changed. Clips keep their topics: two topics that turn out to be of one page stay two.
 */
export async function recomputeAddressKeys(store: Store, companyRules: CompanyRules = []): Promise<void> {
  for (let last = ''; ; ) {
    const clips = await store.read((sql) =>
      sql.all<KeyedClip>(
        `SELECT id, body, address_key FROM clip WHERE body IS NOT NULL AND id > $1 ORDER BY id LIMIT ${CHUNK}`,
        last,
      ),
    );
    const moved = (await Promise.all(clips.map((clip) => withKey(clip, companyRules)))).filter(
      ({ key, address_key }) => key !== address_key,
    );
    if (moved.length > 0)
      await store.write(async (tx) => {
        for (const { id, key } of moved) {
          // A clip that was withdrawn meanwhile has no key any more.
          await tx.run('UPDATE clip SET address_key = $2 WHERE id = $1 AND body IS NOT NULL', id, key);
          tx.changed('clip', id);
        }
      });
    const end = clips.at(-1);
    if (end === undefined) break;
    last = end.id;
  }
  await store.write(settleAddresses);
}

async function withKey(clip: KeyedClip, companyRules: CompanyRules): Promise<KeyedClip & { key: string | null }> {
  const { address, canonicalAddress } = JSON.parse(clip.body) as Clip;
  return { ...clip, key: await addressKey(address, canonicalAddress, companyRules) };
}

type Candidate = { key: string; topic_id: string; state: State };

/** Which topic a page leads to: the oldest of the open ones, since that is the one further clips join; else the newest. */
async function settleAddresses(tx: Tx): Promise<void> {
  const candidates = await tx.all<Candidate>(
    `SELECT DISTINCT clip.address_key AS key, topic.id AS topic_id, topic.state, topic.created_at
     FROM clip JOIN topic ON topic.id = clip.topic_id WHERE clip.address_key IS NOT NULL
     ORDER BY topic.created_at, topic.id`,
  );
  const wanted = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const before = wanted.get(candidate.key);
    if (before === undefined || !isOpen(before.state)) wanted.set(candidate.key, candidate);
  }
  for (const { key, topic_id } of await tx.all<{ key: string; topic_id: string }>(
    'SELECT key, topic_id FROM address',
  )) {
    if (wanted.get(key)?.topic_id === topic_id) wanted.delete(key);
    else if (!wanted.has(key)) {
      await tx.run('DELETE FROM address WHERE key = $1', key);
      tx.changed('address', key);
    }
  }
  for (const { key, topic_id } of wanted.values()) await setAddress(tx, key, topic_id);
}

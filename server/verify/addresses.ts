/** The keys of pages [AD1], and which topic stands for each. */
import { addressKey } from '../../desk/address.ts';
import type { Clip } from '../../protocol/clip.ts';
import { addressRules } from '../rows/strategy.ts';
import type { Store } from '../store/store.ts';
import type { Difference } from './difference.ts';
import { eachChunk } from './each-chunk.ts';

type Keyed = { id: string; body: string; address_key: string | null };

export async function verifyAddresses(store: Store, report: (difference: Difference) => void): Promise<void> {
  const wrong = (id: string, field: string, is: string, shouldBe: string) =>
    report({ check: 'address', id, field, is, shouldBe, isDerived: true });
  const rules = await store.read(addressRules);
  await eachChunk<Keyed>(store, 'SELECT id, body, address_key FROM clip WHERE body IS NOT NULL', async (sql, rows) => {
    for (const { id, body, address_key } of rows) {
      const { address, canonicalAddress } = JSON.parse(body) as Clip;
      const key = await addressKey(address, canonicalAddress, rules);
      if (key !== address_key) wrong(id, 'address key', String(address_key), String(key));
      else if (key !== null) {
        const found = await sql.all('SELECT 1 FROM address WHERE key = $1', key);
        if (found.length === 0) wrong(id, 'page', 'without a topic', 'with one');
      }
    }
  });
  // A topic all of whose clips were taken back still says what became of its page.
  await eachChunk<{ id: string; topic_id: string }>(
    store,
    `SELECT id, topic_id FROM (SELECT key AS id, topic_id FROM address) AS page
     WHERE NOT EXISTS (SELECT 1 FROM clip WHERE clip.address_key = page.id AND clip.topic_id = page.topic_id)
       AND EXISTS (SELECT 1 FROM clip WHERE clip.topic_id = page.topic_id AND clip.body IS NOT NULL)`,
    async (_sql, rows) => {
      for (const { id, topic_id } of rows) wrong(id, 'topic of the page', topic_id, 'one that has a clip of it');
    },
  );
}

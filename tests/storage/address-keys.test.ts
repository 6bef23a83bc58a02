import { expect, test } from 'vitest';
import { addressKey } from '../../desk/address.ts';
import { addMissingKeys, updateAddressKeys } from '../../storage/address-keys.ts';
import { readDraft } from '../../storage/drafts.ts';
import type { FormDraft } from '../../storage/rows.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { NOW } from '../desk/samples.ts';
import { draft, newClip, newDatabase } from './device.ts';

test('[AD1] a clip that was kept while nobody could say its key gets it later', async () => {
  const db = newDatabase();
  const { clip } = await saveClip(db, newClip({ pageKey: Promise.resolve(null) }), NOW);
  expect((await db.clips.get(clip.id))?.addressKey).toBe('');
  await addMissingKeys(db);
  expect((await db.clips.get(clip.id))?.addressKey).toBe(await addressKey(draft().address, null));
});

test('[AD1] two clips without a key are not taken for one page', async () => {
  const db = newDatabase();
  const keyless = { pageKey: Promise.resolve(null) };
  await saveClip(db, newClip({ ...keyless, draft: draft({ address: 'https://a.example/1' }) }), NOW);
  expect(
    (await saveClip(db, newClip({ ...keyless, draft: draft({ address: 'https://a.example/2' }) }), NOW)).isNew,
  ).toBe(true);
});

test('[AD1] new rules of the company change the keys of all own clips', async () => {
  const db = newDatabase();
  const address = 'https://intranet.example/anzeige?doc=1&x=2';
  const { clip } = await saveClip(db, newClip({ draft: draft({ address }) }), NOW);
  const rules = [{ hosts: ['intranet.example'], keep: ['doc'] }];
  await addMissingKeys(db, rules);
  expect((await db.clips.get(clip.id))?.addressKey).toBe(await addressKey(address, null));
  await updateAddressKeys(db, rules);
  expect((await db.clips.get(clip.id))?.addressKey).toBe(
    await addressKey('https://intranet.example/anzeige?doc=1', null),
  );
});

test('[AD1] rules that the company gave up change the keys back', async () => {
  const db = newDatabase();
  const address = 'https://intranet.example/anzeige?doc=1&x=2';
  const { clip } = await saveClip(db, newClip({ draft: draft({ address }) }), NOW);
  await updateAddressKeys(db, [{ hosts: ['intranet.example'], keep: ['doc'] }]);
  await updateAddressKeys(db, []);
  expect((await db.clips.get(clip.id))?.addressKey).toBe(await addressKey(address, null));
});

test('[AD1] a form that was typed under older rules is found by the key of today, the newer one of two', async () => {
  const db = newDatabase();
  const today = (await addressKey(draft().address, null)) ?? '';
  const byHand = { ...form('tab:about:blank', 'von Hand', NOW), draft: null };
  await db.drafts.bulkAdd([form('0.older', 'alt', NOW - 2), form('1.old', 'halber Satz', NOW - 1), byHand]);
  await updateAddressKeys(db);
  expect(await readDraft(db, today)).toEqual(form(today, 'halber Satz', NOW - 1));
  expect(await db.drafts.toCollection().primaryKeys()).toEqual([today, byHand.key]);
});

test('[AD1] a form that has the key of today already is not replaced by an older one', async () => {
  const db = newDatabase();
  const today = (await addressKey(draft().address, null)) ?? '';
  await db.drafts.bulkAdd([form('1.old', 'alt', NOW - 1), form(today, 'neu', NOW)]);
  await updateAddressKeys(db);
  expect(await db.drafts.toArray()).toEqual([form(today, 'neu', NOW)]);
});

const form = (key: string, note: string, keptAt: number): FormDraft => ({
  key,
  draft: draft(),
  address: draft().address,
  title: '',
  departmentId: 'hr',
  goalId: null,
  note,
  keptAt,
});

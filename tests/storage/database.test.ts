import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { addAccount, currentAccount, openRegistry } from '../../storage/accounts.ts';
import { dropDraft, keepDraft, readDraft } from '../../storage/drafts.ts';
import { readHabits } from '../../storage/habits.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../../storage/settings.ts';
import { DAY, NOW, submitter } from '../desk/samples.ts';
import { saveOne } from './acts.ts';
import { draft, newDatabase, newIndexedDb, QUEUE, tokens } from './device.ts';

test('a newer version elsewhere may upgrade: the older connection makes way and says nothing lost', async () => {
  const indexedDb = newIndexedDb();
  const db = newDatabase(submitter, indexedDb);
  await saveOne(db);
  const newer = new Dexie(db.name, indexedDb);
  newer.version(db.verno + 1).stores({ outbox: 'number' });
  await newer.open();
  expect(await newer.table('outbox').count()).toBe(1);
  newer.close();
});

test('an account that is broken on the disk counts as none', async () => {
  const registry = openRegistry(newIndexedDb());
  expect(await currentAccount(registry)).toBeNull();
  const queue = { ...QUEUE, protocol: { newest: 1, oldest: 1 }, signIn: false };
  const { key } = await addAccount(
    registry,
    'https://queue.example',
    { tokens: tokens(), queue, person: submitter },
    NOW,
  );
  expect(await currentAccount(registry)).toMatchObject({ key, tokens: { access: tokens().access } });
  await registry.accounts.update(key, { tokens: { access: 'short', accessUntil: 0, refresh: 'short' } });
  expect(await currentAccount(registry)).toBeNull();
});

test('settings begin with their defaults, change one by one and survive nonsense', async () => {
  const registry = openRegistry(newIndexedDb());
  expect(await readSettings(registry)).toEqual(DEFAULT_SETTINGS);
  expect(await changeSettings(registry, { language: 'de' })).toEqual({ ...DEFAULT_SETTINGS, language: 'de' });
  expect(await changeSettings(registry, { letterKeys: false })).toEqual({ language: 'de', letterKeys: false });
  await registry.device.put({ key: 'settings', value: { language: 'klingon' } });
  expect(await readSettings(registry)).toEqual(DEFAULT_SETTINGS);
});

test('a form is kept word for word until it is dropped or forgotten', async () => {
  const db = newDatabase();
  const form = (key: string, keptAt: number) => ({
    key,
    draft: draft(),
    address: draft().address,
    title: '',
    departmentId: 'hr',
    goalId: null,
    note: 'halber Satz',
    keptAt,
  });
  await keepDraft(db, form('old', NOW - 15 * DAY));
  await keepDraft(db, form('tab', NOW));
  expect(await readDraft(db, 'tab')).toEqual(form('tab', NOW));
  expect(await readDraft(db, 'old')).toBeNull();
  await dropDraft(db, 'tab');
  expect(await readDraft(db, 'tab')).toBeNull();
});

test('habits of a part of a site and of each department are learned from what was saved', async () => {
  const db = newDatabase();
  await saveOne(db, 'a', { departmentId: 'hr', goalId: 'attract-apprentices' });
  await saveOne(db, 'b', { departmentId: 'it', goalId: null });
  expect(await readHabits(db, 'https://intranet.example/c')).toEqual({
    lastInSection: { departmentId: 'it', goalId: null },
    lastGoalIn: { hr: 'attract-apprentices' },
  });
  expect((await readHabits(db, 'https://news.example/')).lastInSection).toBeNull();
  expect((await readHabits(db, null)).lastInSection).toBeNull();
});

test('nothing waits before the first act', async () => {
  expect(await unsentCount(newDatabase())).toBe(0);
});

import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { addressKey } from '../../desk/address.ts';
import { updateAddressKeys } from '../../storage/address-keys.ts';
import { openDatabase } from '../../storage/database.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { OWN } from '../../storage/rows.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { NOW, clip as sampleClip, submitter } from '../desk/samples.ts';
import { accountOf, draft, newClip, newIndexedDb } from './device.ts';

/** The stores that version 1 had, as far as they matter here. */
const VERSION_1 = {
  clips: 'clip.id, topicId, [submitter.id+clip.capturedAt], [submitter.id+addressKey]',
  topics: 'id, [state+stateSince], [departmentId+state+stateSince], [goalId+state+stateSince], [kind+state+stateSince]',
  addresses: 'key',
  departments: 'id',
  audiences: 'id',
  goals: 'id',
  topicCounts: 'key',
  outbox: 'number',
  parked: 'id',
  pageTexts: 'clipId',
  pictures: 'clipId, fetchedAt',
  uploads: 'clipId',
  drafts: 'key, keptAt',
  habits: 'key',
  meta: 'key',
};

/** A database as version 1 left it, with one row of a clip for each `submitter`. */
async function versionOne(rows: unknown[], person: unknown = submitter) {
  const account = accountOf(submitter);
  const indexedDb = newIndexedDb();
  const old = new Dexie(`clipdesk:${account.key}`, indexedDb);
  old.version(1).stores(VERSION_1);
  await old.table('meta').bulkAdd([
    { key: 'client', value: { clientId: crypto.randomUUID(), nextNumber: 1 } },
    { key: 'person', value: person },
    { key: 'epoch', value: account.queue.epoch },
  ]);
  await old.table('clips').bulkAdd(rows);
  old.close();
  return openDatabase(account, indexedDb);
}

/** A clip as it was written before it said where its quote stands and how much could be seen. */
function oldClip(id: string, address: string) {
  const { quotePlace, access, context, clippedImage, ...clip } = sampleClip({ id, address });
  const picture = { hash: 'ab'.repeat(32), type: 'image/webp', width: 640, height: 400, bytes: 3 };
  return { ...clip, picture };
}

const oldRow = (id: string, by: string, address = draft().address) => ({
  clip: oldClip(id, address),
  topicId: id,
  submitter: { id: by, name: by },
  addressKey: '1.old',
  receivedAt: NOW,
});
const [MINE, THEIRS, BROKEN] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

test('clips of the first version get the fields that came later', async () => {
  const db = await versionOne([oldRow(MINE, submitter.id), oldRow(THEIRS, 'bo')]);
  for (const id of [MINE, THEIRS])
    expect(await db.clips.get(id)).toMatchObject({
      clip: { quotePlace: null, access: 'full', context: null, clippedImage: null, picture: { alt: '' } },
      receivedAt: NOW,
    });
});

test('[AD1] own clips of the first version are found once their keys are those of today', async () => {
  const db = await versionOne([oldRow(MINE, submitter.id), oldRow(THEIRS, 'bo')]);
  await updateAddressKeys(db);
  expect((await db.clips.get(MINE))?.addressKey).toBe(await addressKey(draft().address, null));
  expect((await db.clips.get(THEIRS))?.addressKey).toBe('1.old');
  expect(await saveClip(db, newClip(), NOW)).toMatchObject({ clip: { id: MINE }, isNew: false });
});

test('of the clips of an older version own ones are among the suggestions, and those of others in no index of theirs', async () => {
  const db = await versionOne([oldRow(MINE, submitter.id), oldRow(THEIRS, 'bo')]);
  expect((await mySuggestions(db)).map(({ clip }) => clip.id)).toEqual([MINE]);
  expect(await db.clips.orderBy('[own+addressKey]').primaryKeys()).toEqual([MINE]);
  expect(await db.clips.count()).toBe(2);
});

test('own clips are found whatever else is wrong with the person', async () => {
  const db = await versionOne([oldRow(MINE, submitter.id), oldRow(THEIRS, 'bo')], { id: submitter.id });
  expect(await db.clips.orderBy('[own+addressKey]').primaryKeys()).toEqual([MINE]);
});

test('a broken row stays as it is and keeps nothing from being opened', async () => {
  const broken = { ...oldRow(BROKEN, submitter.id), clip: { id: BROKEN, capturedAt: 1 } };
  const db = await versionOne([broken, oldRow(MINE, submitter.id)]);
  expect(await db.clips.get(BROKEN)).toEqual({ ...broken, own: OWN });
  expect((await db.clips.get(MINE))?.clip.access).toBe('full');
});

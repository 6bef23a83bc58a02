import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { addAccount, chooseAccount, currentAccount, listAccounts, openRegistry } from '../../storage/accounts.ts';
import { openDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { uploadDone } from '../../storage/pictures.ts';
import { signOut } from '../../storage/sign-out.ts';
import { editor, NOW, submitter, topic } from '../desk/samples.ts';
import { answerAll, pullTopics, saveOne } from './acts.ts';
import { newIndexedDb, picture, QUEUE, tokens } from './device.ts';

const joined = (person = submitter, letter = 'a') => ({
  tokens: tokens(letter),
  person,
  queue: { ...QUEUE, protocol: { newest: 1, oldest: 1 }, signIn: false },
});

async function signedIn(person = submitter) {
  const indexedDb = newIndexedDb();
  const registry = openRegistry(indexedDb);
  const account = await addAccount(registry, 'https://queue.example', joined(person), NOW);
  return { indexedDb, registry, account, db: openDatabase(account, indexedDb) };
}

const names = async ({ indexedDB }: ReturnType<typeof newIndexedDb>) =>
  (await (indexedDB as IDBFactory).databases()).map(({ name }) => name);

test('[VI3] each account has a database of its own, named after queue and person', async () => {
  const { indexedDb, registry, account, db } = await signedIn();
  await saveOne(db);
  const other = await addAccount(registry, 'https://queue.example', joined(editor), NOW);
  const otherDb = openDatabase(other, indexedDb);
  expect(await mySuggestions(otherDb)).toEqual([]);
  expect(await unsentCount(otherDb)).toBe(0);
  expect(await names(indexedDb)).toContain(`clipdesk:${QUEUE.id}:${submitter.id}`);
  expect((await currentAccount(registry))?.key).toBe(other.key);
  await chooseAccount(registry, account.key);
  expect((await currentAccount(registry))?.key).toBe(account.key);
});

test('[VI3] with nothing left to send the database goes, and the next account is in use', async () => {
  const { indexedDb, registry, account: first } = await signedIn(editor);
  const account = await addAccount(registry, 'https://queue.example', joined(), NOW);
  const db = openDatabase(account, indexedDb);
  await saveOne(db);
  await answerAll(db);
  await pullTopics(db, [topic()]);
  expect(await signOut(registry, db, account)).toBe(false);
  expect(await names(indexedDb)).not.toContain(db.name);
  expect((await currentAccount(registry))?.key).toBe(first.key);
  // A page that still has it open does not bring it back.
  await expect(mySuggestions(db)).rejects.toThrow(Dexie.DatabaseClosedError);
  expect(await names(indexedDb)).not.toContain(db.name);
});

test('[VI3] what was not sent stays for that account, what was pulled does not', async () => {
  const { indexedDb, registry, account, db } = await signedIn();
  const sent = await saveOne(db, 'sent');
  await answerAll(db);
  await pullTopics(db, [topic()]);
  const unsent = await saveOne(db, 'unsent');
  const refused = await saveOne(db, 'refused');
  await answerAll(db, [refused.id]);
  const waiting = await saveOne(db, 'waiting', { picture: picture() });
  expect(await signOut(registry, db, account)).toBe(true);

  expect((await currentAccount(registry))?.tokens).toBeNull();
  expect(await db.topics.count()).toBe(0);
  expect(await db.habits.count()).toBe(0);
  expect((await db.pageTexts.toArray()).map(({ clipId }) => clipId)).not.toContain(sent.id);
  const kept = (await db.clips.toArray()).map((row) => row.clip.id);
  expect(kept.toSorted()).toEqual([unsent.id, refused.id, waiting.id].toSorted());

  const again = await addAccount(registry, 'https://queue.example', joined(submitter, 'b'), NOW);
  const reopened = openDatabase(again, indexedDb);
  expect(await unsentCount(reopened)).toBe(1);
  expect(await reopened.parked.count()).toBe(1);
  expect(await reopened.pictures.count()).toBe(1);
  expect(await readMeta(reopened, 'cursor')).toBeNull();
  expect(await listAccounts(registry)).toHaveLength(1);
});

test('[VI3] a picture on its way keeps the database too', async () => {
  const { registry, account, db } = await signedIn();
  const saved = await saveOne(db, 'a', { picture: picture() });
  await answerAll(db);
  await pullTopics(db, []);
  expect(await signOut(registry, db, account)).toBe(true);
  expect(await db.pictures.count()).toBe(1);
  await uploadDone(db, saved.id);
  expect(await signOut(registry, db, account)).toBe(false);
});

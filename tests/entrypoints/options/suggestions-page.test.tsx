// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { openRegistry } from '../../../storage/accounts.ts';
import { type AccountDatabase, openDatabase } from '../../../storage/database.ts';
import { withdrawClip } from '../../../storage/edit-clip.ts';
import { NOW, submitter, topic } from '../../desk/samples.ts';
import { saveOne } from '../../storage/acts.ts';
import { accountOf } from '../../storage/device.ts';

vi.mock('../../../entrypoints/browser/background-calls.ts', () => ({ requestSync: vi.fn() }));
const { SuggestionsPage } = await import('../../../entrypoints/options/suggestions-page.tsx');

let db: AccountDatabase;
let clipId: string;

beforeEach(async () => {
  const account = accountOf(submitter);
  db = openDatabase(account);
  clipId = (await saveOne(db, 'hafen', { title: 'Hafen' })).id;
  render(
    <LanguageProvider language="en" now={NOW}>
      <SuggestionsPage session={{ account, db, registry: openRegistry() }} shelf={{ url: () => null }} shortcut="" />
    </LanguageProvider>,
  );
  await screen.findByRole('heading', { name: 'Hafen' });
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const click = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const titles = async () => (await db.clips.toArray()).map(({ clip }) => clip.title);

/** Until the function it gives is called, nothing more can be written. */
function fillDisk(): () => void {
  const full = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  db.outbox.hook('creating').subscribe(full);
  return () => db.outbox.hook('creating').unsubscribe(full);
}

async function editNote(note: string): Promise<void> {
  await click('Edit');
  fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: note } });
  await click('Save changes');
}

test('[ST1] an edit that found no room is said to be none, and is made with every word once there is', async () => {
  const makeRoom = fillDisk();
  await editNote('With a picture of the cranes');
  expect((await screen.findByRole('alert')).textContent).toMatch(/The storage is full.*Hafen/);
  makeRoom();
  await click('Try again');
  await screen.findByText('With a picture of the cranes');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a withdrawn clip stays at hand until it is kept again', async () => {
  await click('Withdraw');
  await screen.findByRole('button', { name: 'Undo' });
  const makeRoom = fillDisk();
  await click('Undo');
  expect((await screen.findByRole('alert')).textContent).toMatch(/The storage is full/);
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
  expect(await titles()).toEqual([]);
  makeRoom();
  await click('Undo');
  await screen.findByRole('heading', { name: 'Hafen' });
  expect(await titles()).toEqual(['Hafen']);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('[SM4] what supported a topic supports it again once its withdrawal is undone', async () => {
  const other = topic();
  await db.topics.put(other);
  await db.clips.update(clipId, { topicId: other.id });
  await click('Withdraw');
  await click('Undo');
  await screen.findByRole('heading', { name: 'Hafen' });
  const entries = await db.outbox.toArray();
  expect(entries.at(-1)?.action).toMatchObject({ name: 'saveClip', joins: other.id });
  expect(await db.clips.toArray()).toMatchObject([{ topicId: other.id }]);
});

test.each(['the button', 'its key'])('what comes back by %s has the focus', async (by) => {
  await saveOne(db, 'werft', { title: 'Werft' });
  await screen.findByRole('heading', { name: 'Werft' });
  const card = screen.getByRole('listitem', { name: 'Hafen' });
  card.focus();
  fireEvent.click(within(card).getByRole('button', { name: 'Withdraw' }));
  const undo = await screen.findByRole('button', { name: 'Undo' });
  await waitFor(() => expect(screen.queryByRole('listitem', { name: 'Hafen' })).toBeNull());
  undo.focus();
  if (by === 'its key') fireEvent.keyDown(document.body, { key: 'z' });
  else fireEvent.click(undo);
  const back = await screen.findByRole('listitem', { name: 'Hafen' });
  await waitFor(() => expect(document.activeElement).toBe(back));
});

test('a refused change says why, and trying again is not offered', async () => {
  await click('Edit');
  fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Too late' } });
  const save = screen.getByRole('button', { name: 'Save changes' });
  // In another window, and not seen by this page yet.
  const meanwhile = withdrawClip(db, clipId, NOW);
  fireEvent.click(save);
  await meanwhile;
  expect((await screen.findByRole('alert')).textContent).toMatch(/Hafen.*no longer there/);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

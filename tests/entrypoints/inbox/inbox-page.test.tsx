import { heldTopicSchema } from '../../../protocol/search.ts';
// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { openTopic } from '../../../desk/clips.ts';
import { applyDecision, recordDecision } from '../../../desk/decisions.ts';
import { openRegistry } from '../../../storage/accounts.ts';
import { type AccountDatabase, openDatabase } from '../../../storage/database.ts';
import { decide } from '../../../storage/decide.ts';
import { readMeta } from '../../../storage/meta.ts';
import { receivePage } from '../../../storage/receive-page.ts';
import { clearance, clearanceStep, clearer, clip, decision, editor, NOW } from '../../desk/samples.ts';
import { pullTopics } from '../../storage/acts.ts';
import { accountOf, page } from '../../storage/device.ts';

vi.mock('../../../entrypoints/browser/background-calls.ts', () => ({ requestSync: vi.fn() }));
vi.mock('../../../entrypoints/inbox/start-similar-worker.ts', () => ({
  startSimilarWorker: () => ({ postMessage: vi.fn(), terminate: vi.fn() }),
}));
/** What only the queue holds. */
const archive = vi.hoisted(() => ({ topic: vi.fn(), search: vi.fn() }));
vi.mock('../../../sync/archive.ts', () => ({ createArchive: () => archive }));
const OFFLINE = new Error('no network');
archive.topic.mockRejectedValue(OFFLINE);
archive.search.mockRejectedValue(OFFLINE);
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
const { readFirstList } = await import('../../../entrypoints/inbox/first-list.ts');
const { InboxPage } = await import('../../../entrypoints/inbox/inbox-page.tsx');

// A page of its own takes its time on a busy machine; nothing here is about how long.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const eventually = <T,>(check: () => T): Promise<T> => vi.waitFor(check, 10_000);

const HARBOUR = openTopic(clip({ title: 'Hafen' }), NOW);
const WIND = openTopic(clip({ title: 'Wind' }), NOW + 1);

let db: AccountDatabase;

beforeEach(async () => {
  // The page begins with the topic that its address names.
  history.replaceState(null, '', location.pathname);
  const account = accountOf(editor);
  db = openDatabase(account);
  await pullTopics(db, [HARBOUR, WIND]);
  const first = await readFirstList(db, location.hash);
  render(
    <LanguageProvider language="en" now={NOW}>
      <InboxPage session={{ account, db, registry: openRegistry() }} shelf={{ url: () => null }} first={first} />
    </LanguageProvider>,
  );
  await screen.findByRole('heading', { name: 'Hafen' });
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true });
};
const decisions = async () =>
  (await db.outbox.toArray()).flatMap(({ action }) => (action.name === 'decide' ? [action.decision] : []));

/** Until the function it gives is called, nothing more can be written. */
function fillDisk(): () => void {
  const full = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  db.outbox.hook('creating').subscribe(full);
  return () => db.outbox.hook('creating').unsubscribe(full);
}

test('[ST1] a decision that found no room is said to be none, and is made with every word once there is', async () => {
  const makeRoom = fillDisk();
  press('3', '2');
  fireEvent.input(screen.getByRole('textbox', { name: /One sentence/ }), { target: { value: 'That was in March.' } });
  press('Enter');
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toMatch(/The storage is full.*Hafen/);
  expect(screen.queryByText(/decided on/)).toBeNull();
  expect(await decisions()).toEqual([]);
  makeRoom();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await eventually(async () =>
    expect(await decisions()).toMatchObject([
      { topicId: HARBOUR.id, to: 'declined', reason: 'covered', sentence: 'That was in March.' },
    ]),
  );
  await eventually(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('each topic that found no room is offered again, and none of them is lost to the next', async () => {
  const makeRoom = fillDisk();
  press('1');
  await screen.findByRole('alert');
  await screen.findByRole('heading', { name: 'Wind' });
  press('1');
  await eventually(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
  makeRoom();
  for (const again of screen.getAllByRole('button', { name: 'Try again' })) fireEvent.click(again);
  await eventually(async () => expect(await decisions()).toHaveLength(2));
});

test('a colleague who was faster is named with what they decided, whatever is selected by now', async () => {
  const wish = { topicId: HARBOUR.id, to: 'accepted' as const, reason: null, sentence: null, holdUntil: null };
  // Not seen by this page yet when the key is pressed.
  const meanwhile = decide(db, wish, NOW);
  press('1');
  await meanwhile;
  const notice = await screen.findByRole('alert');
  await eventually(() => expect(notice.textContent).toMatch(/Two decisions on “Hafen”.*Erik Sommer.*Accepted/));
});

test('what was changed and noted is taken back by z, one after the other', async () => {
  press('i');
  await eventually(() => expect(screen.getByText('Lead changed: “Hafen”')).toBeTruthy());
  press('n');
  fireEvent.input(screen.getByRole('textbox', { name: 'New note' }), { target: { value: 'Ask the harbour' } });
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'New note' }), { key: 'Enter', ctrlKey: true, bubbles: true });
  await screen.findByText('Ask the harbour');
  await screen.findByText('Note added: “Hafen”');
  press('z');
  await eventually(() => expect(screen.queryByText('Ask the harbour')).toBeNull());
  await screen.findByText('Taken back: Note added: “Hafen”');
  await screen.findByText('Press again to take back: Lead changed: “Hafen”');
  press('z');
  await eventually(async () => {
    const changes = (await db.outbox.toArray()).flatMap(({ action }) =>
      action.name === 'editTopic' ? [action.changes] : [],
    );
    expect(changes).toEqual([{ leadId: editor.id }, { leadId: null }]);
  });
  await screen.findByText('Taken back: Lead changed: “Hafen”');
  expect(document.querySelector('.undo-toast button')).toBeNull();
});

test('ten decisions are taken back by ten quick z, none is lost, and what was taken back is said', async () => {
  const more = Array.from({ length: 8 }, (_, at) => openTopic(clip({ title: `Thema ${at}` }), NOW + 10 + at));
  await pullTopics(db, more, 2);
  await eventually(() => expect(document.querySelectorAll('tr[data-topic]')).toHaveLength(10));
  for (let at = 0; at < 10; at += 1) press('1');
  await eventually(async () => expect(await decisions()).toHaveLength(10));
  for (let at = 0; at < 10; at += 1) press('z');
  await eventually(async () => {
    const made = await decisions();
    expect(made).toHaveLength(20);
    expect(new Set(made.filter(({ undoes }) => undoes !== null).map(({ topicId }) => topicId)).size).toBe(10);
  });
  await screen.findByText('Taken back: Accepted: “Hafen”');
});

test('keys right behind z mean the topic that comes back', async () => {
  press('1');
  press('z', '1');
  await eventually(async () =>
    expect(await decisions()).toMatchObject([
      { topicId: HARBOUR.id, to: 'accepted' },
      { topicId: HARBOUR.id, to: 'new' },
      { topicId: HARBOUR.id, to: 'accepted' },
    ]),
  );
});

test('[DK3] a second z takes back the decision before it on the same topic', async () => {
  press('1');
  await screen.findByText('Accepted: “Hafen”');
  location.hash = HARBOUR.id;
  dispatchEvent(new PopStateEvent('popstate'));
  await screen.findByRole('heading', { name: 'Hafen' });
  press('3', '2');
  fireEvent.input(screen.getByRole('textbox', { name: /One sentence/ }), { target: { value: 'That was in March.' } });
  press('Enter');
  await screen.findByText('Declined: “Hafen”');
  press('z', 'z');
  await eventually(async () =>
    expect((await decisions()).map(({ to }) => to)).toEqual(['accepted', 'declined', 'accepted', 'new']),
  );
  expect(screen.queryByText(/left as/)).toBeNull();
});

test('the last topic that was decided on is not at hand again while its row still stands there', async () => {
  press('1', '1');
  await eventually(async () => expect(await decisions()).toHaveLength(2));
  press('1');
  await eventually(() => expect(document.querySelector('tr[data-topic]')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
});

const headingNow = () => document.querySelector('.inbox-topic')?.getAttribute('aria-label');
const selectedRow = () => document.querySelector('tr[aria-current="true"]')?.getAttribute('data-topic');
/** Hafen, Wind, then these, in this order. */
const withMore = async (...titles: string[]) => {
  const more = titles.map((title, at) => openTopic(clip({ title }), NOW + 10 + at));
  await pullTopics(db, more, 2);
  await eventually(() => expect(document.querySelectorAll('tr[data-topic]')).toHaveLength(2 + titles.length));
  return more;
};

test.each([
  ['accepted', ['1']],
  ['declined', ['3', '1', 'Enter']],
])('k right behind a decision goes to the row above what was %s, and stays there', async (to, keys) => {
  await withMore('Werft');
  press('j', ...keys, 'k');
  expect(headingNow()).toBe('Hafen');
  await eventually(() => expect(row(WIND)).toBeNull());
  await eventually(async () => expect(await decisions()).toMatchObject([{ topicId: WIND.id, to }]));
  expect(selectedRow()).toBe(HARBOUR.id);
  press('1');
  await eventually(async () => expect(await decisions()).toMatchObject([{}, { topicId: HARBOUR.id, to: 'accepted' }]));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('arrow keys with Shift pick none that was just decided on', async () => {
  const [dock] = await withMore('Werft');
  press('j', '1');
  fireEvent.keyDown(document.body, { key: 'ArrowUp', shiftKey: true });
  await eventually(() => expect(row(WIND)).toBeNull());
  await screen.findByText('2 selected');
  expect(selectedRow()).toBe(HARBOUR.id);
  expect(row(dock ?? WIND)).not.toBeNull();
});

test('a topic whose decision was not kept is reached by j and k again', async () => {
  const makeRoom = fillDisk();
  press('1');
  await screen.findByRole('alert');
  expect(headingNow()).toBe('Wind');
  press('k');
  await screen.findByRole('heading', { name: 'Hafen', level: 2 });
  makeRoom();
});

test('when somebody else takes the topic at hand out of the list, the list stays where it was', async () => {
  await withMore('Werft');
  press('j');
  await screen.findByRole('heading', { name: 'Wind', level: 2 });
  await colleagueDecides(WIND, 'accepted', 3);
  await eventually(() => expect(row(WIND)).toBeNull());
  await screen.findByRole('heading', { name: 'Werft', level: 2 });
});

test('the counts beside the states follow the search', async () => {
  const count = () => screen.getByRole('button', { name: /^New suggestion/ }).textContent;
  await eventually(() => expect(count()).toContain('2'));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search topics' }), { target: { value: 'hafen' } });
  await eventually(() => expect(count()).toContain('1'));
});

test('[ST2] a topic of the archive that is decided on without a network is in its list at once, and z takes it back', async () => {
  const old = openTopic(clip({ title: 'Altes Werk' }), NOW - 1);
  const declined = applyDecision(
    old,
    recordDecision(old, decision(old, { to: 'declined', reason: 'thin', sentence: 'Danke!' }), editor, NOW - 1),
  );
  const held = heldTopicSchema.parse({ topic: declined, clips: [] });
  archive.topic.mockResolvedValueOnce(held);
  location.hash = old.id;
  dispatchEvent(new PopStateEvent('popstate'));
  await screen.findByRole('heading', { name: 'Altes Werk' });
  fireEvent.click(screen.getByRole('button', { name: /^Open again/ }));
  const row = () => document.querySelector(`tr[data-topic="${old.id}"]`);
  await eventually(() => expect(row()).not.toBeNull());
  await screen.findByText('New suggestion: “Altes Werk”');
  press('z');
  await eventually(() => expect(row()).toBeNull());
  expect(await decisions()).toHaveLength(2);
  expect(screen.queryByRole('alert')).toBeNull();
});

const LEYLA = { ...editor, id: '00000000-0000-4000-8000-00000000abcd', name: 'Leyla Aydın' };
/** A pull brings what a colleague decided. */
const colleagueDecides = (topic: typeof HARBOUR, to: 'accepted' | 'declined', seq = 2) => {
  const wish = decision(topic, to === 'accepted' ? { to } : { to, reason: 'thin', sentence: 'Leider zu dünn.' });
  return pullTopics(db, [applyDecision(topic, recordDecision(topic, wish, LEYLA, NOW))], seq);
};
const sentenceField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /One sentence/ });
const write = (text: string) => fireEvent.input(sentenceField(), { target: { value: text } });
const row = (topic: { id: string }) => document.querySelector(`tr[data-topic="${topic.id}"]`);

test('an open panel stays with its topic and its text when a colleague decides on it, and says so', async () => {
  press('3', '2');
  const field = sentenceField();
  write('We had this');
  await colleagueDecides(HARBOUR, 'accepted');
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toMatch(/Leyla Aydın.*Accepted/);
  await eventually(() => expect(row(HARBOUR)).toBeNull());
  expect(screen.getByRole('heading', { level: 2, name: 'Hafen' })).toBeTruthy();
  expect(sentenceField()).toBe(field);
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('We had this');
  // Enter sends nothing over an unseen decision, and no key means another topic.
  press('1', '2', 'Enter');
  expect(sentenceField().value).toBe('We had this');
  expect(await decisions()).toEqual([]);

  fireEvent.click(screen.getByRole('button', { name: 'Go on with “Declined”' }));
  await eventually(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(document.activeElement).toBe(field);
  press('Enter');
  await eventually(async () =>
    expect(await decisions()).toMatchObject([{ topicId: HARBOUR.id, to: 'declined', sentence: 'We had this' }]),
  );
  await screen.findByRole('heading', { name: 'Wind', level: 2 });
});

test('whoever leaves it at a colleague’s decision keeps the text, and the list goes on only then', async () => {
  press('3', '2');
  write('We had this');
  await colleagueDecides(HARBOUR, 'declined');
  const keep = await screen.findByRole('button', { name: 'Close' });
  expect(screen.queryByRole('button', { name: /Go on/ })).toBeNull();
  fireEvent.click(keep);
  await screen.findByRole('heading', { name: 'Wind', level: 2 });
  expect(await decisions()).toEqual([]);
  location.hash = HARBOUR.id;
  dispatchEvent(new PopStateEvent('popstate'));
  await screen.findByRole('heading', { name: 'Hafen', level: 2 });
});

test('a panel about several topics stays when colleagues decided on all of them', async () => {
  press('x', 'j', 'x', '3', '2');
  write('We had both');
  await colleagueDecides(HARBOUR, 'accepted');
  await colleagueDecides(WIND, 'accepted', 3);
  await eventually(() => expect(row(WIND)).toBeNull());
  expect(sentenceField().value).toBe('We had both');
  press('Enter');
  await screen.findByText(/2 topics stay as they are/);
  expect(await decisions()).toEqual([]);
});

test('another list shows its own first topic, and keys mean that one, whatever was opened by a link before', async () => {
  press('1');
  await screen.findByText('Accepted: “Hafen”');
  press('z');
  await screen.findByRole('heading', { name: 'Hafen', level: 2 });
  await eventually(() => expect(row(HARBOUR)).not.toBeNull());
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search topics' }), { target: { value: 'wind' } });
  await eventually(() => expect(row(HARBOUR)).toBeNull());
  await screen.findByRole('heading', { name: 'Wind', level: 2 });
  expect(row(WIND)?.getAttribute('aria-current')).toBe('true');
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search topics' }), { target: { value: 'nothing has this' } });
  await eventually(() => expect(row(WIND)).toBeNull());
  await eventually(() => expect(screen.queryByRole('heading', { level: 2, name: /Wind|Hafen/ })).toBeNull());
  const before = await decisions();
  press('1');
  await new Promise((done) => setTimeout(done, 50));
  expect(await decisions()).toEqual(before);
});

test('a topic that a link led to says that the list does not hold it', async () => {
  await colleagueDecides(HARBOUR, 'accepted');
  await screen.findByRole('heading', { name: 'Wind', level: 2 });
  location.hash = HARBOUR.id;
  dispatchEvent(new PopStateEvent('popstate'));
  await screen.findByRole('heading', { name: 'Hafen', level: 2 });
  await screen.findByText('Not in the list that is shown.');
});

test('a state takes along what was set by hand, and nothing that the view before it brought', async () => {
  press('g', '3');
  await eventually(() => expect(row(HARBOUR)).toBeNull());
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search topics' }), { target: { value: 'hafen' } });
  fireEvent.click(screen.getByRole('button', { name: /^New suggestion/ }));
  await eventually(() => expect(row(HARBOUR)).not.toBeNull());
  expect(row(WIND)).toBeNull();
  expect(screen.queryByRole('button', { name: /Remove.*Due today/ })).toBeNull();
  // Set by hand in between, it is one's own.
  fireEvent.click(screen.getByRole('checkbox', { name: 'Due today' }));
  fireEvent.click(screen.getByRole('button', { name: /^Accepted/ }));
  expect(screen.getByRole('checkbox', { name: 'Due today' })).toHaveProperty('checked', true);
});

test('a state that the palette leads to brings nothing of the view before it', async () => {
  press('g', '6');
  await eventually(() => expect(row(HARBOUR)).toBeNull());
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true, bubbles: true });
  const field = screen.getByRole('combobox', { name: /^Command, view/ });
  fireEvent.input(field, { target: { value: 'go to: new suggestion' } });
  fireEvent.keyDown(field, { key: 'Enter', bubbles: true });
  await eventually(() => expect(row(HARBOUR)).not.toBeNull());
});

/** What a browser does on its way back or forward to an address that this page wrote. */
function goBackTo({ state, hash }: { state: unknown; hash: string }) {
  history.replaceState(state, '', hash);
  dispatchEvent(new PopStateEvent('popstate', { state }));
}

test('an address on the way back brings no topic under the keys that its list does not hold', async () => {
  const pushed = vi.spyOn(history, 'pushState');
  press('g', '6', 'g', '2');
  await eventually(() => expect(pushed).toHaveBeenCalledTimes(2));
  const [state, , address] = pushed.mock.calls[0] ?? [];
  expect(address).toContain('#view/mine');
  expect(address).not.toContain('topic=');
  pushed.mockRestore();
  await eventually(() => expect(row(HARBOUR)).toBeNull());
  goBackTo({ state, hash: `#view/mine?topic=${HARBOUR.id}` });
  await eventually(() => expect(location.hash).toBe('#view/mine'));
  expect(screen.queryByRole('heading', { level: 2, name: 'Hafen' })).toBeNull();
  press('1');
  await new Promise((done) => setTimeout(done, 50));
  expect(await decisions()).toEqual([]);
});

test('an address on the way back selects the topic that its list holds', async () => {
  const pushed = vi.spyOn(history, 'pushState');
  press('g', '6');
  await eventually(() => expect(row(HARBOUR)).toBeNull());
  const [state] = pushed.mock.calls[0] ?? [];
  pushed.mockRestore();
  goBackTo({ state, hash: `#${WIND.id}` });
  await screen.findByRole('heading', { level: 2, name: 'Wind' });
  await eventually(() => expect(row(WIND)?.getAttribute('aria-current')).toBe('true'));
});

test('a topic that is parted from another one is named, and so it is when that is taken back', async () => {
  const merge = { to: 'merged' as const, into: HARBOUR.id, reason: null, sentence: null, holdUntil: null };
  await decide(db, { topicId: WIND.id, ...merge }, NOW);
  fireEvent.click(await screen.findByRole('button', { name: /^Separate again ?: Wind/ }));
  await screen.findByText('New suggestion: “Wind”');
  press('z');
  await screen.findByText('Taken back: New suggestion: “Wind”');
});

test('between a topic and the one that z brings back nothing else is shown', async () => {
  await withMore('Werft');
  press('1', '1');
  await eventually(async () => expect(await decisions()).toHaveLength(2));
  await eventually(() => expect(row(WIND)).toBeNull());
  // The page looks ahead once somebody stays with a topic.
  await new Promise((done) => setTimeout(done, 300));
  const seen = new Set<string | null | undefined>();
  const watching = new MutationObserver(() => seen.add(headingNow()));
  watching.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  press('z');
  await screen.findByRole('heading', { name: 'Wind', level: 2 });
  await new Promise((done) => setTimeout(done, 300));
  press('z');
  await screen.findByRole('heading', { name: 'Hafen', level: 2 });
  watching.disconnect();
  expect([...seen].filter((name) => !['Werft', 'Wind', 'Hafen'].includes(name ?? ''))).toEqual([]);
});

test('z says plainly of a decision that somebody overruled that nothing was taken back', async () => {
  press('1');
  await screen.findByText('Accepted: “Hafen”');
  const wish = { to: 'declined' as const, reason: 'thin' as const, sentence: 'Leider zu dünn.', holdUntil: null };
  await decide(db, { topicId: HARBOUR.id, ...wish }, NOW);
  press('z');
  await screen.findByText('Nothing was taken back: “Hafen” was decided otherwise meanwhile.');
  expect(await decisions()).toHaveLength(2);
});

test('z behind a clearance that was decided on meanwhile says so, and speaks of no second decision', async () => {
  press('f');
  fireEvent.submit(screen.getByRole('form'));
  await screen.findByText('Asked for clearance: “Hafen”');
  // The queue has it, and the clearer has decided on it.
  const [entry] = await db.outbox.toArray();
  const ask = clearanceStep({ by: { id: editor.id, name: editor.name } });
  if (entry?.action.name === 'askClearance') ask.id = entry.action.ask.id;
  await db.outbox.clear();
  const cleared = clearanceStep({ kind: 'cleared', by: { id: clearer.id, name: clearer.name } });
  const change = { kind: 'clearance' as const, id: HARBOUR.id, row: clearance(HARBOUR, [ask, cleared]) };
  await receivePage(db, await readMeta(db, 'cursor'), page([change], { seq: 2 }), NOW);
  press('z');
  await screen.findByText('Nothing was taken back: the clearance of “Hafen” was decided already.');
  expect(screen.queryByText(/Two decisions/)).toBeNull();
});

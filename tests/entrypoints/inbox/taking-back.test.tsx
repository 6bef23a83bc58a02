// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openTopic } from '../../../desk/clips.ts';
import { decide } from '../../../storage/decide.ts';
import { readMeta } from '../../../storage/meta.ts';
import { receivePage } from '../../../storage/receive-page.ts';
import { clearance, clearanceStep, clearer, clip, editor, NOW } from '../../desk/samples.ts';
import { pullTopics } from '../../storage/acts.ts';
import { page } from '../../storage/device.ts';
import { db, decisions, eventually, HARBOUR, headingNow, press, row, WIND, withMore } from './inbox-under-test.tsx';

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
  await screen.findByText('Note undone: “Hafen”');
  await screen.findByText('Press again to undo: Change of lead, “Hafen”');
  press('z');
  await eventually(async () => {
    const changes = (await db.outbox.toArray()).flatMap(({ action }) =>
      action.name === 'editTopic' ? [action.changes] : [],
    );
    expect(changes).toEqual([{ leadId: editor.id }, { leadId: null }]);
  });
  await screen.findByText('Change of lead undone: “Hafen”');
  expect(document.querySelector('.undo-toast [aria-keyshortcuts]')).toBeNull();
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
  await screen.findByText('Acceptance undone: “Hafen”');
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

test('a topic that is parted from another one is named, and so it is when that is taken back', async () => {
  const merge = { to: 'merged' as const, into: HARBOUR.id, reason: null, sentence: null, holdUntil: null };
  await decide(db, { topicId: WIND.id, ...merge }, NOW);
  fireEvent.click(await screen.findByRole('button', { name: /^Separate again ?: Wind/ }));
  await screen.findByText('New suggestion: “Wind”');
  press('z');
  await screen.findByText('Return to the inbox undone: “Wind”');
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

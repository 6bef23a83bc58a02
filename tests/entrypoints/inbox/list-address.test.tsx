// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { openTopic } from '../../../desk/clips.ts';
import { clip, NOW } from '../../desk/samples.ts';
import { pullTopics } from '../../storage/acts.ts';
import {
  colleagueDecides,
  db,
  decisions,
  eventually,
  HARBOUR,
  press,
  row,
  selectedRow,
  WIND,
} from './inbox-under-test.tsx';

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

/** To another list; answers what this page wrote beside its address. */
async function goElsewhere(): Promise<unknown> {
  const pushed = vi.spyOn(history, 'pushState');
  press('g', '6');
  await eventually(() => expect(row(HARBOUR)).toBeNull());
  const [state] = pushed.mock.calls[0] ?? [];
  pushed.mockRestore();
  return state;
}

test('an address on the way back selects the topic that its list holds', async () => {
  const state = await goElsewhere();
  goBackTo({ state, hash: `#${WIND.id}` });
  await screen.findByRole('heading', { level: 2, name: 'Wind' });
  await eventually(() => expect(row(WIND)?.getAttribute('aria-current')).toBe('true'));
});

test('an address on the way back selects a topic far down its list, once the rows to it are there', async () => {
  await pullTopics(
    db,
    Array.from({ length: 60 }, (_, at) => openTopic(clip({ title: `Thema ${at}` }), NOW + 10 + at)),
    2,
  );
  const far = (await db.topics.toArray()).find(({ title }) => title === 'Thema 55') ?? WIND;
  const state = await goElsewhere();
  goBackTo({ state, hash: `#${far.id}` });
  await screen.findByRole('heading', { level: 2, name: 'Thema 55' });
  await eventually(() => expect(selectedRow()).toBe(far.id));
});

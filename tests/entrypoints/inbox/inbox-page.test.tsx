// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openTopic } from '../../../desk/clips.ts';
import { applyDecision, recordDecision } from '../../../desk/decisions.ts';
import { heldTopicSchema } from '../../../protocol/search.ts';
import { decide } from '../../../storage/decide.ts';
import { clip, decision, editor, NOW } from '../../desk/samples.ts';
import {
  archive,
  colleagueDecides,
  db,
  decisions,
  eventually,
  HARBOUR,
  headingNow,
  press,
  row,
  selectedRow,
  WIND,
  withMore,
} from './inbox-under-test.tsx';

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

test('the last topic that was decided on is not at hand again while its row still stands there', async () => {
  press('1', '1');
  await eventually(async () => expect(await decisions()).toHaveLength(2));
  press('1');
  await eventually(() => expect(document.querySelector('tr[data-topic]')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
});

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

const sentenceField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /One sentence/ });
const write = (text: string) => fireEvent.input(sentenceField(), { target: { value: text } });

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
  await expect(await decisions()).toEqual([]);
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
  await expect(await decisions()).toEqual([]);
});

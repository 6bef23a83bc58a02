// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { decisions, eventually, HARBOUR, press, WIND } from './inbox-under-test.tsx';

const offers = () => screen.getAllByRole('option').filter((option) => option.matches('.merge-option'));
const isMerged = async (title: string, into: string) => {
  await screen.findByText(`Merged: “${title}” into “${into}”`);
  expect(screen.queryByText(/stays as it is|stay as they are/)).toBeNull();
};

test('of two topics that are picked each is offered to take in the other, by its digit too', async () => {
  press('x', 'j', 'x');
  press('2');
  await screen.findByText(/the clips and people of the other topic move there/);
  const at = offers().findIndex((offer) => offer.textContent?.includes(WIND.title));
  press(String(at + 1));
  await eventually(async () =>
    expect(await decisions()).toMatchObject([{ topicId: HARBOUR.id, to: 'merged', into: WIND.id }]),
  );
  await isMerged(HARBOUR.title, WIND.title);
});

test('one of them is found by its title as well', async () => {
  press('x', 'j', 'x');
  press('2');
  fireEvent.input(await screen.findByRole('combobox', { name: 'Find a topic' }), { target: { value: HARBOUR.title } });
  await eventually(() =>
    expect(offers().map((offer) => offer.textContent)).toEqual([expect.stringContaining(HARBOUR.title)]),
  );
  fireEvent.click(offers()[0] as HTMLElement);
  await eventually(async () =>
    expect(await decisions()).toMatchObject([{ topicId: WIND.id, to: 'merged', into: HARBOUR.id }]),
  );
  await isMerged(WIND.title, HARBOUR.title);
});

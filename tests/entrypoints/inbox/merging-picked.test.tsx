// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { decisions, eventually, HARBOUR, press, WIND } from './inbox-under-test.tsx';

test('of two topics that are picked one takes in the other, which is said with its title', async () => {
  press('x', 'j', 'x');
  press('2');
  const field = await screen.findByRole('combobox', { name: 'Find another topic' });
  fireEvent.input(field, { target: { value: WIND.title } });
  await eventually(() =>
    expect(screen.getAllByRole('option').filter((option) => option.matches('.merge-option'))[0]?.textContent).toContain(
      WIND.title,
    ),
  );
  screen.getByText(/the clips and people of the other topic move there/);
  fireEvent.click(screen.getAllByRole('option').filter((option) => option.matches('.merge-option'))[0] as HTMLElement);
  await eventually(async () =>
    expect(await decisions()).toMatchObject([{ topicId: HARBOUR.id, to: 'merged', into: WIND.id }]),
  );
  await screen.findByText(`Merged into “${WIND.title}”: “${HARBOUR.title}”`);
  expect(screen.queryByText(/stays as it is|stay as they are/)).toBeNull();
});

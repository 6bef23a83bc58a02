// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { dayAt, dayInput } from '../../components/plan/day-at.ts';
import { TypedDate } from '../../components/typed-date.tsx';

afterEach(cleanup);

/** As a form has it: a number, or none. */
function Form() {
  const [at, setAt] = useState<number | null>(null);
  return (
    <>
      <label for="day">Tag</label>
      <TypedDate
        id="day"
        type="date"
        value={at === null ? '' : dayInput(at, 'Europe/Berlin')}
        onValue={(text) => setAt(dayAt(text, 'Europe/Berlin'))}
      />
      <p>{at === null ? 'none' : dayInput(at, 'Europe/Berlin')}</p>
    </>
  );
}

test('a date is typed digit by digit: the first ones of its year are no day yet, and stay', async () => {
  render(<Form />);
  const field = screen.getByLabelText<HTMLInputElement>('Tag');
  for (const value of ['0002-12-24', '0020-12-24', '0202-12-24']) {
    fireEvent.input(field, { target: { value } });
    await screen.findByText('none');
    expect(field.value).toBe(value);
  }
  fireEvent.input(field, { target: { value: '2026-12-24' } });
  await screen.findByText('2026-12-24');
  fireEvent.input(field, { target: { value: '0002-12-24' } });
  await screen.findByText('none');
  fireEvent.blur(field);
  await expect.poll(() => field.value).toBe('');
});

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { NumberValue } from '../../../../components/strategy-admin/fields/number-value.tsx';

afterEach(cleanup);

function Form() {
  const [value, setValue] = useState<unknown>(null);
  return (
    <>
      <label for="target">Ziel</label>
      <NumberValue id="target" value={value} invalid={false} describedBy={undefined} onValue={setValue} />
      <p>{String(value)}</p>
    </>
  );
}

test('1.05 is typed digit by digit and is no 15', async () => {
  render(<Form />);
  const field = screen.getByLabelText<HTMLInputElement>('Ziel');
  for (const [typed, value] of [
    ['1', '1'],
    ['1.0', '1'],
    ['1.05', '1.05'],
  ] as const) {
    fireEvent.input(field, { target: { value: typed } });
    await screen.findByText(value);
    expect(field.value).toBe(typed);
  }
  fireEvent.blur(field);
  await expect.poll(() => field.value).toBe('1.05');
});

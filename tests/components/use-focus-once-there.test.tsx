// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { useFocusOnceThere } from '../../components/use-focus-once-there.ts';

afterEach(cleanup);

function List({ lines }: { lines: readonly string[] }) {
  const list = useRef<HTMLOListElement>(null);
  useFocusOnceThere(list, '[data-line="back"]', lines.includes('back'));
  return (
    <>
      <form>
        <input aria-label="Note" />
      </form>
      <select aria-label="Filter" />
      <ol ref={list}>
        {lines.map((line) => (
          <li key={line} data-line={line} tabIndex={-1}>
            {line}
          </li>
        ))}
      </ol>
    </>
  );
}

test('a line takes the focus as it comes, and not when a filter shows it again', () => {
  const { rerender } = render(<List lines={['a']} />);
  rerender(<List lines={['a', 'back']} />);
  expect(document.activeElement?.textContent).toBe('back');
  screen.getByLabelText('Filter').focus();
  rerender(<List lines={['a']} />);
  rerender(<List lines={['a', 'back']} />);
  expect(document.activeElement).toBe(screen.getByLabelText('Filter'));
});

test('it takes nothing from a form that somebody writes in', () => {
  const { rerender } = render(<List lines={['a']} />);
  screen.getByLabelText('Note').focus();
  rerender(<List lines={['a', 'back']} />);
  expect(document.activeElement).toBe(screen.getByLabelText('Note'));
});

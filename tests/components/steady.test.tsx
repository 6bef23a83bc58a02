// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { steady, useSteadyCalls } from '../../components/steady.tsx';

afterEach(cleanup);

test('what is steady is drawn anew only when one of its properties is another one', () => {
  const drawn = vi.fn(({ text }: { text: string; list: readonly string[] }) => <p>{text}</p>);
  const Steady = steady(drawn);
  const list = ['a'];
  const { rerender, container } = render(<Steady text="one" list={list} />);
  rerender(<Steady text="one" list={list} />);
  expect(drawn).toHaveBeenCalledTimes(1);
  rerender(<Steady text="two" list={list} />);
  rerender(<Steady text="two" list={[...list]} />);
  expect(drawn).toHaveBeenCalledTimes(3);
  expect(container.textContent).toBe('two');
});

test('steady calls stay the same and do what those of the last drawing do', () => {
  const seen: { say(text: string): void }[] = [];
  const said: string[] = [];
  function Speaker({ name }: { name: string }) {
    seen.push(useSteadyCalls({ say: (text: string) => void said.push(`${name}: ${text}`) }));
    return null;
  }
  const { rerender } = render(<Speaker name="Anna" />);
  rerender(<Speaker name="Ben" />);
  expect(seen[1]).toBe(seen[0]);
  seen[0]?.say('yes');
  expect(said).toEqual(['Ben: yes']);
});

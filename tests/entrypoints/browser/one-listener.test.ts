import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenInTurn } from '../../../entrypoints/browser/one-listener.ts';

/** Who listens, in the order in which they began. */
let listening: string[];
let open: { close(): void }[];
let lock = 0;

beforeEach(() => {
  listening = [];
  open = [];
  lock += 1;
});
afterEach(() => {
  for (const page of open) page.close();
});

function openPage(name: string, visibilityState: DocumentVisibilityState = 'visible') {
  const closing = new AbortController();
  const page = Object.assign(new EventTarget(), { visibilityState });
  let giveUp = () => {};
  const listen = (signal: AbortSignal) =>
    new Promise<void>((end) => {
      listening.push(name);
      const stop = () => {
        listening = listening.filter((other) => other !== name);
        end();
      };
      signal.addEventListener('abort', stop);
      giveUp = stop;
    });
  const done = listenInTurn(`lock-${lock}`, listen, closing.signal, page, navigator.locks);
  const handle = {
    done,
    close: () => closing.abort(),
    giveUp: () => giveUp(),
    turn(to: DocumentVisibilityState) {
      page.visibilityState = to;
      page.dispatchEvent(new Event('visibilitychange'));
    },
  };
  open.push(handle);
  return handle;
}

const listens = (...names: string[]) => vi.waitFor(() => expect(listening).toEqual(names));
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('of many pages one listens: the one that came into view last', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) openPage(name);
  await listens('f');
  await settled();
  expect(listening).toEqual(['f']);
});

test('another one goes on when the listener closes or goes out of view', async () => {
  const a = openPage('a');
  await listens('a');
  const b = openPage('b');
  await listens('b');
  b.turn('hidden');
  await listens('a');
  a.close();
  await listens('b');
  await a.done;
});

test('a page that comes into view listens at once, one that opens behind others waits', async () => {
  openPage('a');
  await listens('a');
  const b = openPage('b', 'hidden');
  await settled();
  expect(listening).toEqual(['a']);
  b.turn('visible');
  await listens('b');
});

test('a page alone listens on while nobody looks at it', async () => {
  const a = openPage('a');
  await listens('a');
  a.turn('hidden');
  await settled();
  expect(listening).toEqual(['a']);
});

test('when listening is of no use any more it is not begun again', async () => {
  const a = openPage('a');
  await listens('a');
  a.giveUp();
  await a.done;
  expect(listening).toEqual([]);
});

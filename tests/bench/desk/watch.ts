/**
 * What runs in the page to be measured, before anything of it: says when things were painted. All moments are
 * milliseconds since the navigation began, or the time stamps of events.
 */
import type { Page } from 'puppeteer-core';

/** What somebody sees change. */
type Change = 'title' | 'whole' | 'list';

export type Watch = {
  /** First row, first key of a keyboard that moved the selection, counts of states and views; painted. NaN: not yet. */
  opened: { row: number; key: number; counts: number };
  /** Whether the selection moves, or has moved, within so many milliseconds. */
  moves: (patience: number) => Promise<boolean>;
  /** Says what the next key or input is to change: looked at from that event on, whenever `took` is asked. */
  expect: (what: Change, patience: number) => void;
  /** How long what was expected took from the key or input until it was painted; NaN: longer than the patience. */
  took: () => Promise<number>;
  /** Scrolls the list for so long, a row a frame, and answers the frames' lengths. */
  scroll: (ms: number) => Promise<number[]>;
};
declare global {
  interface Window {
    watch: Watch;
  }
}

export const install = (page: Page): Promise<unknown> => page.evaluateOnNewDocument(watchPage);

function watchPage(): void {
  const painted = (): Promise<number> =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    });
  const SEEN = {
    title: () => document.querySelector('#topic-title')?.textContent ?? '',
    // A clip of the topic stands there, too.
    whole: () =>
      document.querySelector('.clip-card') === null ? '' : (document.querySelector('#topic-title')?.textContent ?? ''),
    list: () => {
      const ids = [...document.querySelectorAll<HTMLElement>('.rows [data-topic]')].slice(0, 3);
      return `${document.querySelector('.list-total')?.textContent} ${ids.map((row) => row.dataset.topic).join(' ')}`;
    },
  };
  let expected: { what: Change; patience: number; tell: (ms: number) => void } | null = null;
  let measured = Promise.resolve(Number.NaN);
  /** From the event itself: whoever asks from outside comes after the first picture, and would count the second. */
  const begin = (event: Event) => {
    if (expected === null) return;
    const { what, patience, tell } = expected;
    expected = null;
    const before = what === 'whole' ? SEEN.title() : SEEN[what]();
    const look = () => {
      const now = SEEN[what]();
      return now !== '' && now !== before ? true : null;
    };
    void until(look, patience).then(async (changed) =>
      tell(changed === null ? Number.NaN : (await painted()) - event.timeStamp),
    );
  };
  for (const type of ['keydown', 'change', 'click']) addEventListener(type, begin, { capture: true });

  /** Resolves with the first answer that is one, looked at after each change of the page. */
  const until = <T>(look: () => T | null, patience: number): Promise<T | null> =>
    new Promise((done) => {
      const finish = (answer: T | null) => {
        changes.disconnect();
        clearTimeout(timer);
        done(answer);
      };
      const check = () => {
        const answer = look();
        if (answer !== null) finish(answer);
      };
      const changes = new MutationObserver(check);
      const timer = setTimeout(() => finish(null), patience);
      changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      check();
    });

  const opened = { row: Number.NaN, key: Number.NaN, counts: Number.NaN };
  const PATIENCE = 60_000;
  const rowAt = () => [...document.querySelectorAll('.row[data-topic]')].findIndex((row) => row.ariaCurrent === 'true');
  void until(() => document.querySelector('.row[data-topic]'), PATIENCE).then(async (row) => {
    if (row === null) return;
    opened.row = await painted();
    if (location.hash.includes('quiet')) return;
    if ((await until(() => (rowAt() > 0 ? true : null), PATIENCE)) === null) return;
    opened.key = await painted();
  });
  // The states have theirs, and the named views; some are of nothing and show none.
  const counted = () =>
    [...document.querySelectorAll('.lane')].filter((lane) => lane.querySelector('.view-count')).length;
  void until(() => (counted() >= 4 ? true : null), PATIENCE).then(async (are) => {
    if (are === null) return;
    opened.counts = await painted();
  });

  window.watch = {
    opened,
    moves: async (patience) => (await until(() => (rowAt() > 0 ? true : null), patience)) !== null,
    expect(what, patience) {
      measured = new Promise((tell) => {
        expected = { what, patience, tell };
      });
    },
    took: () => measured,
    async scroll(ms) {
      const list = document.querySelector('.rows');
      const frames: number[] = [];
      let before = performance.now();
      for (const end = before + ms; before < end; ) {
        const now = await new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
        frames.push(now - before);
        before = now;
        if (list !== null)
          list.scrollTop = list.scrollTop + list.clientHeight + 64 >= list.scrollHeight ? 0 : list.scrollTop + 64;
      }
      return frames;
    },
  };
}

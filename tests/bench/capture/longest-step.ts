/** How long a page must wait for its turn while it is captured: the longest step on pages made to be hard. */
import type { QuietBrowser } from './quiet-browser.ts';

const ADDRESS = 'https://stress.example/2026/11/22/page.html';
const ROUNDS = 3;

/** Each fills the document's body: scripts build what no parser would. */
export const STRESS_PAGES: Readonly<Record<string, string>> = {
  '100,000 elements side by side': `for (let n = 0; n < 1e5; n++) body.append(el('p', 'Ein Satz, der hier steht.'))`,
  // Twice as deep as we read; a few hundred levels more, and Chromium ends such a page when it draws it.
  '2,000 levels': `let top = el('p', 'below'); for (let n = 0; n < 2e3; n++) { const outer = el('div', ''); outer.append(top); top = outer } body.append(top)`,
  '5 MB in one text': `body.append(el('p', 'Wort und Satz. '.repeat(350000)))`,
  '5 MB without a space': `body.append(el('p', 'x'.repeat(5e6)))`,
  '1 MB of linked data': `const s = el('script', JSON.stringify(Array.from({ length: 8000 }, (_, n) => ({ '@type': 'NewsArticle', headline: 'Title ' + n, author: [{ name: 'Anna ' + n }], datePublished: '2026-11-22' })))); s.type = 'application/ld+json'; body.append(s, el('p', 'Text.'))`,
  '50,000 links': `for (let n = 0; n < 5e4; n++) { const a = el('a', 'Link ' + n); a.href = '/people/' + n; body.append(a, ' ') }`,
  '20,000 headings and times': `for (let n = 0; n < 1e4; n++) { const t = el('time', '22. November 2026'); t.className = 'date byline'; body.append(el('h2', 'Überschrift Nummer ' + n), t) }`,
  '900 dates around one long text': `let top = el('p', 'Von Anna 22.11.2026 '.repeat(50000)); for (let n = 0; n < 900; n++) { const outer = el('div', ''); outer.className = 'date author'; outer.append(top); top = outer } body.append(top)`,
  'an attribute of a million characters': `const p = el('p', 'Text'); for (const name of ['class', 'id', 'content', 'itemprop', 'style']) p.setAttribute(name, 'ab '.repeat(350000)); for (let n = 0; n < 50; n++) body.append(p.cloneNode(true))`,
};

export const BUILD = (steps: string): string => `(() => {
  document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body'));
  const { body } = document;
  const el = (tag, text) => { const one = document.createElement(tag); one.append(text); return one };
  ${steps};
})()`;

/** Both halves as the extension runs them: one in the page, one of what arrives outside of it. */
export const STEP = `(() => {
  const timed = (steps) => {
    const took = [];
    for (;;) {
      const start = performance.now();
      const step = steps.next();
      took.push(performance.now() - start);
      if (step.done) return { took, value: step.value };
    }
  };
  const inPage = timed(handOver(document, document.URL, []));
  const { page: packed, ...rest } = JSON.parse(JSON.stringify(inPage.value));
  const outside = timed((function* () {
    const page = yield* unpackPage(packed);
    return yield* draftOf({ ...rest, page });
  })());
  return { inPage: inPage.took, outside: outside.took };
})()`;

const HALVES = ['inPage', 'outside'] as const;
type Half = (typeof HALVES)[number];

/**
 * Prints a figure for each half of each page and one for all; `n` is how many steps there were. Every step is taken
 * three times and its shortest time counts: the others are longer by what else the machine had to do.
 */
export async function printLongestSteps(browser: QuietBrowser, source: string): Promise<void> {
  const all: number[] = [];
  for (const [name, build] of Object.entries(STRESS_PAGES)) {
    await browser.load(ADDRESS, Buffer.from('<!doctype html><title>Stress</title>'));
    const evaluate = await browser.openWorld();
    await evaluate(`${source}\n;void 0`);
    await evaluate(BUILD(build));
    const rounds: Record<Half, number[]>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push((await evaluate(STEP)) as Record<Half, number[]>);
    for (const half of HALVES) {
      const steps = (rounds[0]?.[half] ?? []).map((_, at) =>
        Math.min(...rounds.map((took) => took[half][at] ?? Number.NaN)),
      );
      const longest = steps.reduce((most, took) => Math.max(most, took), 0);
      all.push(longest);
      printSteps(`${name}, ${half === 'inPage' ? 'in the page' : 'outside'}`, longest, steps.length);
    }
  }
  printSteps('all stress pages', Math.max(...all), all.length);
}

const printSteps = (name: string, value: number, n: number): void =>
  console.log(
    JSON.stringify({ name: `capture longest step, ${name}`, value, unit: 'ms', n, floor: null, goal: '<= 8' }),
  );

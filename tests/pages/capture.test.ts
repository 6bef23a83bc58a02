/** Capturing in a real browser: what a page looks like afterwards, what it was asked, what is stepped. */
import { readdir } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { clipDraftSchema } from '../../protocol/clip.ts';
import { type CapturedPage, openCaptureBrowser, openCapturedPage, PAGES } from './captured-page.ts';

const ADDRESS = 'https://www.example.com/page?id=1';
const names = (await readdir(PAGES)).map((file) => file.replace('.html', ''));
const answerSchema = z.object({ draft: clipDraftSchema, steps: z.number(), longest: z.number() });

/** Parses what came out of the page: every draft satisfies the wire's schema. */
const capture = async (opened: CapturedPage) => answerSchema.parse(await opened.run('capture()'));

let browser: Browser;
beforeAll(async () => {
  browser = await openCaptureBrowser();
});
afterAll(() => browser.close());

describe.each(names)('the page %s', (name) => {
  it('[CA1] is read without a change, without a request, and the same twice', async () => {
    const opened = await openCapturedPage(browser, ADDRESS, { name });
    await opened.page.evaluate(`
      const log = (window.changes = []);
      new MutationObserver((records) => log.push(...records.map(String))).observe(document, {
        subtree: true, childList: true, attributes: true, characterData: true,
      });
      window.before = new XMLSerializer().serializeToString(document);
      0`);
    const first = await capture(opened);
    const second = await capture(opened);
    expect(second.draft).toEqual(first.draft);
    const after = 'new XMLSerializer().serializeToString(document) === before && changes.length';
    expect(await opened.page.evaluate(after)).toBe(0);
    expect(opened.requests).toEqual([]);
    await opened.page.close();
  });
});

describe('what only a browser has', () => {
  const read = async (html: string) => {
    const opened = await openCapturedPage(browser, ADDRESS, { html });
    const answer = await capture(opened);
    await opened.page.close();
    return answer;
  };

  it('open shadow roots are read in place, before what was put into them', async () => {
    const opened = await openCapturedPage(browser, ADDRESS, { name: 'single-page-app' });
    const { draft } = await capture(opened);
    expect(draft.title).toBe('Request 4711');
    expect(draft.text).toMatch(/^The new forklift .*\nUntil then/m);
    await opened.page.close();
  });

  it('elements of the page cannot stand in for what is asked of the document', async () => {
    const opened = await openCapturedPage(browser, ADDRESS, { name: 'hostile' });
    expect(await opened.page.evaluate('document.body instanceof HTMLBodyElement')).toBe(false);
    const { draft } = await capture(opened);
    expect(draft.title).toBe('The real title');
    expect(draft.text).toMatch(/^The text of this page is found/m);
    await opened.page.close();
  });

  it('[CA1] 50,000 elements and 20 MB are read in many steps', async () => {
    const sentence = 'Ein Satz, der so oft wiederholt wird, dass die Seite zwanzig Megabyte wiegt. ';
    const { draft, steps } = await read(`<title>Groß</title>${`<p>${sentence.repeat(5)}</p>`.repeat(50_000)}`);
    expect(draft.title).toBe('Groß');
    expect(draft.cut).toContain('page');
    expect(draft.cut).toContain('text');
    expect(steps).toBeGreaterThan(50);
  });

  it('a tree of 20,000 levels is read as far as the limit', async () => {
    // Not shown: Chromium itself lays out no such tree. 100,000 levels are read in tests/capture/hostile.test.ts.
    const opened = await openCapturedPage(browser, ADDRESS, { html: '' });
    await opened.run(`
      const deep = document.implementation.createHTMLDocument('Tief');
      deep.body.append('Oben');
      let inner = deep.body;
      for (let level = 0; level < 20000; level += 1) inner = inner.appendChild(deep.createElement('div'));
      0`);
    const { draft } = answerSchema.parse(await opened.run('capture(deep)'));
    expect(draft).toMatchObject({ title: 'Tief', text: 'Oben', cut: ['page'] });
    await opened.page.close();
  });
});

describe('the selection', () => {
  const SELECT = `(node) => getSelection().selectAllChildren(node)`;
  const quoteAfter = async (html: string, script: string) => {
    const opened = await openCapturedPage(browser, ADDRESS, { html });
    await opened.page.evaluate(script);
    const { draft } = await capture(opened);
    await opened.page.close();
    return draft.quote;
  };

  it('is the quote', async () => {
    expect(
      await quoteAfter('<p>One sentence.</p><p id=b>Another one.</p>', `(${SELECT})(document.getElementById('b'))`),
    ).toBe('Another one.');
  });

  it('is nothing when nothing is selected', async () => {
    expect(await quoteAfter('<p>One sentence.</p>', '0')).toBeNull();
  });

  it('is found inside an open shadow root', async () => {
    const script = `const root = document.getElementById('host').attachShadow({ mode: 'open' });
      root.innerHTML = '<p>Shadowed words.</p>';
      getSelection().setBaseAndExtent(root.firstChild.firstChild, 0, root.firstChild.firstChild, 15);`;
    expect(await quoteAfter('<div id=host></div>', script)).toBe('Shadowed words.');
  });

  it('is found inside a frame of the same origin', async () => {
    const script = `const frame = document.querySelector('iframe');
      frame.contentDocument.body.innerHTML = '<p>Framed words.</p>';
      frame.contentWindow.getSelection().selectAllChildren(frame.contentDocument.body);`;
    expect(await quoteAfter('<iframe></iframe>', script)).toBe('Framed words.');
  });

  it('longer than a quote may be is cut, and the draft says so', async () => {
    const opened = await openCapturedPage(browser, ADDRESS, { html: `<p id=p>${'Viele Worte. '.repeat(1_000)}</p>` });
    await opened.page.evaluate(`(${SELECT})(document.getElementById('p'))`);
    const { draft } = await capture(opened);
    expect(draft.quote?.length).toBeLessThanOrEqual(500);
    expect(draft.cut).toContain('quote');
    await opened.page.close();
  });
});

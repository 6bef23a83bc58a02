/** A selection of any shape in a real browser: what is quoted of it, and that its place leads there again. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressAtQuote } from '../../desk/quote-address.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import { openCaptureBrowser, openCapturedPage } from './captured-page.ts';

/** Everything that is selected stands far below what is first in sight. */
const SHAPES = `<!doctype html><html lang=de><title>Formen</title>
<style>.far { height: 3000px } .none { display: none } .fixed { user-select: none } .up { text-transform: uppercase }
  .pill { display: inline-block }</style>
<p>Kaffee gibt es um neun. Die Werkstatt öffnet, wie immer, um acht.</p><div class=far></div>
<p id=short>Kaffee gibt es um zehn, sagt die Kantine.</p><div class=far></div>
<p id=marks>Punkt - Strich, und &amp; „Zitat“ (50 % mehr) #eins +zwei?</p><div class=far></div>
<p id=long>Die Werkstatt öffnet, <b>wie <i>nie</i></b> zuvor, um sieben. Vierzehn junge Menschen lernen dort, was
  Pumpen bewegt, und wer ihnen zusieht, versteht, warum das Haus darauf stolz ist.</p><div class=far></div>
<h2 id=from>Ein Abschnitt beginnt</h2><p>mit einem Satz</p><ul><li>und einer Liste</li><li id=to>bis zu ihrem letzten Punkt.</li></ul>
<div class=far></div>
<table><tr><th id=cell>Jahr</th><th>Stück</th></tr><tr><td>2024</td><td>380</td></tr><tr><td>2025</td><td id=last>412</td></tr></table>
<div class=far></div>
<p id=hidden>Sichtbar <span class=none>verborgen</span><span class=fixed>Werbung</span> ist <span class=up>dieser</span> Rest
  <span class=pill>mit</span> Pille.</p><div class=far></div>
<p id=rtl dir=rtl lang=ar>افتتحت الشركة ورشة جديدة للمتدربين في الميناء.</p><div class=far></div>
<p id=cjk lang=zh>工厂的新实习车间今天开放了。</p><div class=far></div>
<pre id=pre>erste Zeile
zweite  Zeile
dritte Zeile</pre><div class=far></div>
<p id=soft>Donau&shy;dampf&shy;schiff&nbsp;fährt heute wieder.</p><div class=far></div>
<p id=same1>Immer derselbe Satz.</p><p id=before>Nur hier davor</p><p id=same2>Immer derselbe Satz.</p><div class=far></div>
<textarea id=area>Selbst Geschriebenes</textarea><input id=secret type=password value=geheim><div class=far></div>
<div id=host></div><iframe srcdoc="<p id=p>Worte im Rahmen.</p>"></iframe><div class=far></div>
<script>host.attachShadow({ mode: 'open' }).innerHTML = '<p id=p>Worte im Schatten.</p>';</script>`;

const ADDRESS = 'https://www.example.com/formen';
const all = (id: string) => `getSelection().selectAllChildren(document.getElementById('${id}'))`;

let browser: Browser;
let origin: string;
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(SHAPES);
});
beforeAll(async () => {
  browser = await openCaptureBrowser();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function quoteOf(script: string): Promise<ClipDraft> {
  const opened = await openCapturedPage(browser, ADDRESS, { html: SHAPES });
  await opened.page.evaluate(script);
  const { draft } = (await opened.run('capture()')) as { draft: ClipDraft };
  await opened.page.close();
  return draft;
}

/** Opens the page at the place and answers whether the element is in sight, and how far the page scrolled. */
async function seenAt(place: string | null, id: string): Promise<{ inSight: boolean; scrolled: boolean }> {
  const page = await browser.newPage();
  await page.goto(place === null ? origin : addressAtQuote(`${origin}/`, place));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const seen = await page.evaluate((name) => {
    const { top, bottom } = document.getElementById(name)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return { inSight: top >= 0 && bottom <= innerHeight, scrolled: scrollY > 0 };
  }, id);
  await page.close();
  return seen;
}

describe('a selection is quoted, and its place leads there again', () => {
  it.each([
    ['of words that stand elsewhere too', all('short'), 'short', 'Kaffee gibt es um zehn, sagt die Kantine.'],
    [
      'with signs that divide a directive',
      all('marks'),
      'marks',
      'Punkt - Strich, und & „Zitat“ (50 % mehr) #eins +zwei?',
    ],
    ['across inline elements', all('long'), 'long', /^Die Werkstatt öffnet, wie nie zuvor, .* stolz ist\.$/],
    [
      'from a heading into a list',
      `getSelection().setBaseAndExtent(document.getElementById('from').firstChild, 0, document.getElementById('to').firstChild, 27)`,
      'from',
      'Ein Abschnitt beginnt\nmit einem Satz\nund einer Liste\nbis zu ihrem letzten Punkt.',
    ],
    [
      'across a table',
      `getSelection().setBaseAndExtent(document.getElementById('cell').firstChild, 0, document.getElementById('last').firstChild, 3)`,
      'cell',
      'Jahr | Stück\n2024 | 380\n2025 | 412',
    ],
    [
      'around what is hidden and what cannot be selected',
      all('hidden'),
      'hidden',
      'Sichtbar ist dieser Rest mit Pille.',
    ],
    ['of Arabic', all('rtl'), 'rtl', 'افتتحت الشركة ورشة جديدة للمتدربين في الميناء.'],
    [
      'of Chinese, from the middle of a word',
      `getSelection().setBaseAndExtent(document.getElementById('cjk').firstChild, 4, document.getElementById('cjk').firstChild, 8)`,
      'cjk',
      /^实习车间$|^新实习车间$/,
    ],
    ['of lines', all('pre'), 'pre', 'erste Zeile\nzweite Zeile\ndritte Zeile'],
    ['with soft hyphens', all('soft'), 'soft', 'Donaudampfschiff fährt heute wieder.'],
    ['of a sentence told apart by what stands before', all('same2'), 'same2', 'Immer derselbe Satz.'],
    [
      'from the middle of a word',
      `getSelection().setBaseAndExtent(document.getElementById('short').firstChild, 3, document.getElementById('short').firstChild, 20)`,
      'short',
      'Kaffee gibt es um zehn',
    ],
    [
      'in an open shadow root',
      `const inner = host.shadowRoot.firstChild.firstChild; getSelection().setBaseAndExtent(inner, 0, inner, 18)`,
      'host',
      'Worte im Schatten.',
    ],
  ])('%s', async (_shape, script, id, expected) => {
    const { quote, quotePlace } = await quoteOf(script);
    expect(quote).toMatch(
      expected instanceof RegExp ? expected : new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
    );
    expect(quotePlace).toMatch(/^text=/);
    expect({ place: quotePlace, ...(await seenAt(quotePlace, id)) }).toMatchObject({ inSight: true, scrolled: true });
  });
});

describe('a selection without a place', () => {
  it('in a frame of the same origin', async () => {
    const script = `const frame = document.querySelector('iframe');
      frame.contentWindow.getSelection().selectAllChildren(frame.contentDocument.body)`;
    expect(await quoteOf(script)).toMatchObject({ quote: 'Worte im Rahmen.', quotePlace: null });
  });

  it('in a text area; a password is not read', async () => {
    const select = (id: string) =>
      `document.getElementById('${id}').focus(); document.getElementById('${id}').select()`;
    expect(await quoteOf(select('area'))).toMatchObject({ quote: 'Selbst Geschriebenes', quotePlace: null });
    expect(await quoteOf(select('secret'))).toMatchObject({ quote: null, quotePlace: null });
  });
});

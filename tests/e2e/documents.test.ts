/** Documents clipped with the real extension: what stands in the file comes into the form, or into the clip after it. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { suggest } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { fireCommand } from '../../demo/browser/service-worker.ts';
import { clickToolbar, closePopup, popupGone } from '../../demo/browser/toolbar.ts';
import { PAGES, POPUP } from '../../demo/screens.ts';
import type { Clip } from '../../protocol/clip.ts';
import { type DocumentSite, serveDocuments } from './document-site.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';

const TITLE = 'Energiebericht 2025: Weniger Wärme verloren';
const PATIENCE = { timeout: 20_000 };

let workplace: Workplace;
let chromium: Chromium;
let site: DocumentSite;

beforeAll(async () => {
  workplace = await openWorkplace();
  await (await launchJoined(workplace)).close();
});
beforeEach(async () => {
  site = await serveDocuments();
  chromium = await workplace.launch();
});
afterEach(async () => {
  await chromium.close();
  site.stop();
});
afterAll(() => workplace.stop());

const open = (path: string) => openPage(chromium, `${site.origin}${path}`);
const titleOf = (popup: Page) => popup.$eval(POPUP.title, (field) => field.value);
const titleBecomes = (popup: Page, title: string) => expect.poll(() => titleOf(popup), PATIENCE).toBe(title);
const says = (popup: Page, words: RegExp) =>
  expect.poll(() => popup.$eval(POPUP.form, (form) => form.textContent), PATIENCE).toMatch(words);
/** The clip of this file as the queue holds it. */
const clipOf = async (name: string): Promise<Clip | undefined> =>
  (await workplace.clips()).find(({ address }) => address === `${site.origin}/${name}`);

describe('a PDF in front', () => {
  it('is read into the form, and its clip says title, author, date, language and what it is about', async () => {
    const popup = await clickToolbar(chromium, await open('/energy-report.pdf'));
    await titleBecomes(popup, TITLE);
    await popup.waitForSelector(POPUP.picture);
    await suggest(popup);
    await expect
      .poll(() => clipOf('energy-report.pdf'), PATIENCE)
      .toMatchObject({
        title: TITLE,
        kind: 'document',
        byline: ['Nora Lindqvist'],
        lang: 'de-DE',
        excerpt: expect.stringMatching(/^Was die neue Wärmerückgewinnung/),
        picture: { width: 640, bytes: expect.any(Number) },
      });
    expect((await clipOf('energy-report.pdf'))?.picture?.bytes).toBeLessThanOrEqual(60_000);
  });

  it('[BL1] is kept with Enter while it is still fetched, and its inside follows without the popup', async () => {
    const page = await open('/two-columns.pdf');
    site.from('/two-columns.pdf', 'waits');
    const popup = await clickToolbar(chromium, page);
    // The viewer may have named the tab after the file's properties by now (Word's own words): they are no title.
    await expect.poll(() => titleOf(popup), PATIENCE).toMatch(/^two.columns/);
    await suggest(popup);
    await popupGone(chromium, popup);
    await expect.poll(() => clipOf('two-columns.pdf'), PATIENCE).toMatchObject({ lang: null });
    site.goOn();
    await expect
      .poll(() => clipOf('two-columns.pdf'), PATIENCE)
      .toMatchObject({ title: 'An efficient workshop for forty apprentices', lang: 'en-GB' });
  });

  it('keeps the title that a person typed meanwhile', async () => {
    const page = await open('/copying-forbidden.pdf');
    site.from('/copying-forbidden.pdf', 'waits');
    const popup = await clickToolbar(chromium, page);
    await expect.poll(() => titleOf(popup), PATIENCE).toMatch(/^copying.forbidden/);
    // As a person does it: `fill` empties the field without a word, and what is drawn meanwhile brings the old title back.
    await popup.focus(POPUP.title);
    await popup.keyboard.down('Control');
    await popup.keyboard.press('a');
    await popup.keyboard.up('Control');
    await popup.keyboard.type('Mein Titel');
    await suggest(popup);
    site.goOn();
    await expect.poll(() => clipOf('copying-forbidden.pdf'), PATIENCE).toMatchObject({ lang: 'en-GB' });
    expect(await clipOf('copying-forbidden.pdf')).toMatchObject({ title: 'Mein Titel' });
  });

  it('clipped by the shortcut is kept at once, and its inside follows', async () => {
    const page = await open('/energy-report.pdf?fassung=2');
    await closePopup(chromium, await clickToolbar(chromium, page));
    await page.bringToFront();
    await fireCommand(chromium, 'clip-now');
    await expect
      .poll(() => clipOf('energy-report.pdf?fassung=2'), PATIENCE)
      .toMatchObject({ title: TITLE, byline: ['Nora Lindqvist'] });
  });
});

describe('a PDF whose inside nobody can read is clipped all the same, and the form says why', () => {
  it.each([
    ['scanned.pdf', 'scanned', /scanned|gescannt/],
    ['locked.pdf', 'encrypted', /password|Kennwort/],
  ])('%s', async (name, access, words) => {
    const popup = await clickToolbar(chromium, await open(`/${name}`));
    await says(popup, words);
    await suggest(popup);
    await expect.poll(() => clipOf(name), PATIENCE).toMatchObject({ access, kind: 'document' });
  });

  it('the server answers with a sign-in page', async () => {
    const page = await open('/energy-report.pdf?anmelden');
    site.from('/energy-report.pdf?anmelden', 'sign_in');
    const popup = await clickToolbar(chromium, page);
    await says(popup, /sign-in|Anmeldeseite/);
    await suggest(popup);
    await expect.poll(() => clipOf('energy-report.pdf?anmelden'), PATIENCE).toMatchObject({ access: 'sign_in' });
  });

  it('there is no network to fetch it again', async () => {
    const page = await open('/energy-report.pdf?offline');
    site.from('/energy-report.pdf?offline', 'breaks');
    const popup = await clickToolbar(chromium, page);
    await says(popup, /could not be fetched|nicht zu bekommen/);
    await suggest(popup);
    await expect.poll(() => clipOf('energy-report.pdf?offline'), PATIENCE).toMatchObject({ kind: 'document' });
  });
});

it('a document that Office for the web only draws is read from its file', async () => {
  const id = 'b60c7ec5-a285-4bc7-9b0b-b98a148a26d7';
  const page = await open(`/sites/hr/_layouts/15/Doc.aspx?sourcedoc=%7B${id}%7D&file=Bericht.docx`);
  const popup = await clickToolbar(chromium, page);
  await titleBecomes(popup, TITLE);
});

describe('behind links of the page in front', () => {
  /** Asks for a file as a page of the extension does, with what the click on the page allows. */
  const readLinked = async (name: string, meanwhile: () => Promise<void> = async () => {}) => {
    await closePopup(chromium, await clickToolbar(chromium, await open('/liste')));
    const own = await openPage(chromium, chromium.extensionUrl(PAGES.status));
    const send = (clipdesk: string, request: object) =>
      own.evaluate(
        (message) => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(of: object): Promise<unknown> } };
          };
          return chrome.runtime.sendMessage(message);
        },
        { clipdesk, request },
      );
    await send('openReader', {});
    await meanwhile();
    return send('readDocument', { address: `${site.origin}/${name}`, title: 'Datei' });
  };

  it.each([
    ['energy-report.docx', TITLE],
    ['energy-report.odt', TITLE],
    ['shifts.pptx', 'Schichtübergabe ohne Zettel'],
    ['dates.xlsx', 'Termine der Ausbildungswerkstatt'],
  ])('%s is read with what the click on that page allows', async (name, title) => {
    const answer = await readLinked(name);
    expect(answer).toMatchObject({ ok: true, value: { draft: { title, kind: 'document' }, note: null } });
  });

  it('a PDF is taken apart in a worker, beside the thread that the popup is on', async () => {
    const workers: string[] = [];
    const answer = await readLinked('energy-report.pdf', async () => {
      const reader = await chromium.browser.waitForTarget((target) => target.url().endsWith('/offscreen.html'));
      const session = await reader.createCDPSession();
      session.on('Target.attachedToTarget', ({ targetInfo }) => void workers.push(targetInfo.url));
      await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    });
    expect(answer).toMatchObject({ ok: true, value: { draft: { title: TITLE } } });
    expect(workers).toContain(chromium.extensionUrl('pdf.worker.mjs'));
  });
});

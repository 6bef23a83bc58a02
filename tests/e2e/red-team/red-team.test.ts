/**
 * A hundred pages that mean harm, each clipped as a person does it, with the real extension in a real Chromium. No
 * program of theirs runs in a page of the extension, nothing is clipped without the person, nothing goes elsewhere.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { type Chromium, launchChromium, openPage } from '../../../demo/browser/chromium.ts';
import { clickToolbar, closePopup } from '../../../demo/browser/toolbar.ts';
import { closeWelcome, join } from '../../../demo/joining.ts';
import { INBOX, PAGES, POPUP, SUGGESTIONS, TOAST } from '../../../demo/screens.ts';
import type { Clip } from '../../../protocol/clip.ts';
import { launchJoined, openWorkplace, type Workplace } from '../employee.ts';
import { type ExtensionWatch, watchExtension } from './extension-watch.ts';
import { type HostilePage, page as pageOf } from './hostile-page.ts';
import { type HostileSite, openHostileSite } from './hostile-site.ts';
import { BOMBS, BROKEN_PDFS } from './pages/documents.ts';
import { FORGED } from './pages/forged.ts';
import { MARKED } from './pages/marked.ts';
import { PROMPTS } from './pages/prompts.ts';
import { SCRIPT_IN_SINKS } from './pages/script-in-sinks.ts';
import { TRAPS } from './pages/traps.ts';
import { UNINVITED } from './pages/uninvited.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };
const LONG = 240_000;

let workplace: Workplace;
let chromium: Chromium;
let site: HostileSite;
let watch: ExtensionWatch;

beforeAll(async () => {
  workplace = await openWorkplace();
  chromium = await launchJoined(workplace);
  site = await openHostileSite(chromium.extensionId);
  // The page's own server may be asked for the page's picture.
  watch = watchExtension([chromium.extensionUrl(''), workplace.wire.url, site.origin, 'data:', 'blob:']);
});
afterAll(async () => {
  await chromium?.close();
  await workplace?.stop();
  site?.stop();
});

const clipAt = async (address: string): Promise<Clip | undefined> =>
  (await workplace.clips()).find((clip) => clip.address === address);

/** Opens the page, clicks the button, presses Enter, as a person does who was taken in. */
async function clipIt(address: string, name: string): Promise<void> {
  const tab = await openPage(chromium, address);
  const popup = await clickToolbar(chromium, tab);
  watch.look(popup, name);
  await popup.waitForFunction(
    (title, byHand) =>
      (document.querySelector<HTMLTextAreaElement>(title)?.value ?? '') !== '' ||
      document.querySelector(byHand) !== null,
    PATIENCE,
    POPUP.title,
    POPUP.address,
  );
  await watch.checkRan(popup, name);
  await act.suggest(popup);
  await closePopup(chromium, popup);
  await tab.close();
}

/** All of them one after the other; what is wrong with each, or nothing. */
async function clipAll(pages: readonly HostilePage[]): Promise<string[]> {
  const wrong: string[] = [];
  const clipped: { page: HostilePage; address: string }[] = [];
  for (const hostile of pages) {
    const address = site.serve(hostile);
    try {
      await clipIt(address, hostile.name);
      clipped.push({ page: hostile, address });
    } catch (error) {
      wrong.push(`${hostile.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const { page, address } of clipped) {
    await expect.poll(() => clipAt(address), { timeout: 20_000 }).toBeDefined();
    const clip = await clipAt(address);
    if (clip !== undefined && page.clip?.(clip, { address }) === false)
      wrong.push(`${page.name}: ${JSON.stringify(clip)}`);
  }
  return wrong;
}

describe.each([
  ['script in every sink', SCRIPT_IN_SINKS],
  ['addresses that are forged', FORGED],
  ['documents that are traps', TRAPS],
  ['texts that give orders', PROMPTS],
])('%s', (_name, pages) => {
  it(
    'is a clip like others, with what the page says as text',
    async () => {
      expect(await clipAll(pages)).toEqual([]);
      expect(watch.harm).toEqual([]);
    },
    LONG,
  );
});

describe('pages that are marked strictly confidential, however that is written', () => {
  it(
    '[IN1] are refused, with the reason, and nothing of them is kept',
    async () => {
      const wrong: string[] = [];
      for (const hostile of MARKED) {
        const address = site.serve(hostile);
        const tab = await openPage(chromium, address);
        const popup = await clickToolbar(chromium, tab);
        const isRefused = () =>
          popup.waitForFunction(
            () => /streng vertraulich gekennzeichnet|marked as strictly confidential/.test(document.body.innerText),
            { timeout: 5_000, polling: 50 },
          );
        await isRefused().catch(() => wrong.push(hostile.name));
        await popup.keyboard.press('Enter');
        await closePopup(chromium, popup);
        if ((await clipAt(address)) !== undefined) wrong.push(`${hostile.name} was clipped`);
        await tab.close();
      }
      expect(wrong).toEqual([]);
    },
    LONG,
  );
});

describe('files made to hurt', () => {
  it(
    'are clipped by name and address, or as far as they can be read',
    async () => {
      const wrong: string[] = [];
      for (const [name, bytes] of Object.entries(BROKEN_PDFS)) {
        const address = site.serveFile(`/akten/${name}`, 'application/pdf', bytes);
        await clipIt(address, name).catch((error) => wrong.push(`${name}: ${error}`));
      }
      for (const [at, [name, bytes]] of Object.entries(BOMBS).entries()) {
        const id = `b60c7ec5-a285-4bc7-9b0b-${at.toString().padStart(12, '0')}`;
        site.serveFile('/sites/hr/_layouts/15/download.aspx', 'application/octet-stream', bytes);
        site.serveFile(
          '/sites/hr/_layouts/15/Doc.aspx',
          'text/html; charset=utf-8',
          Buffer.from(`<!doctype html><title>${name}</title><iframe id="WebApplicationFrame"></iframe>`),
        );
        const address = `${site.origin}/sites/hr/_layouts/15/Doc.aspx?sourcedoc=%7B${id}%7D&file=${name}`;
        await clipIt(address, name).catch((error) => wrong.push(`${name}: ${error}`));
      }
      expect(wrong).toEqual([]);
      expect(watch.harm).toEqual([]);
    },
    LONG,
  );
});

describe('pages that act by themselves', () => {
  it(
    'bring nothing about: no clip, no message heard, no file of ours read',
    async () => {
      const before = (await workplace.titles()).length;
      const opened: Page[] = [];
      for (const hostile of UNINVITED) opened.push(await openPage(chromium, site.serve(hostile)));
      // A later act of the person goes through the same queue of entries: what came before it would be there by then.
      const address = site.serve({ name: 'the next', html: pageOf('Danach', '') });
      await clipIt(address, 'the next');
      await expect.poll(() => clipAt(address), { timeout: 20_000 }).toBeDefined();
      expect((await workplace.titles()).length).toBe(before + 1);
      for (const tab of opened) {
        expect(await tab.evaluate(() => 'readOurs' in globalThis)).toBe(false);
        // A page that is kept out leaves an error of the browser's in its frame.
        const ours = tab.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));
        expect(ours.map((frame) => frame.url())).toEqual([]);
        await tab.close();
      }
      expect(watch.harm).toEqual([]);
    },
    LONG,
  );

  it('cannot press what the toast offers, nor hide it', async () => {
    const attack = `<script>setInterval(() => { const host = document.querySelector(${JSON.stringify(TOAST)}); if (!host) return; globalThis.seen = 1;
      globalThis.open = host.shadowRoot !== null; host.click(); host.focus();
      for (const name of ["click", "pointerdown", "pointerup", "change"]) host.dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true, clientX: 9, clientY: 9 }));
      for (const key of ["Enter", "z", "Escape"]) host.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })) }, 5)</script>`;
    const address = site.serve({ name: 'toast', html: pageOf('Gedrückt', '', attack) });
    const tab = await openPage(chromium, address);
    await act.clipByCommand(chromium, tab);
    await tab.waitForFunction(() => 'seen' in globalThis, PATIENCE);
    await expect.poll(() => clipAt(address), { timeout: 20_000 }).toMatchObject({ title: 'Gedrückt' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await clipAt(address)).toMatchObject({ title: 'Gedrückt', departmentId: 'personal' });
    expect(await tab.evaluate(() => (globalThis as { open?: unknown }).open)).toBe(false);
    await tab.close();
  });
});

describe('whoever reads those clips', () => {
  it(
    'sees texts, at the desk and in "My suggestions"',
    async () => {
      const suggestions = await openPage(chromium, chromium.extensionUrl(PAGES.suggestions));
      watch.look(suggestions, 'My suggestions');
      await suggestions.waitForSelector(SUGGESTIONS.card);
      await watch.checkRan(suggestions, 'My suggestions');

      const invitation = await workplace.inviteEditor();
      const editor = await launchChromium({
        extensionDir: workplace.extensionDir,
        profileDir: `${workplace.folder}/editor`,
      });
      try {
        await closeWelcome(editor);
        await (await join(editor, invitation)).close();
        const inbox = await act.openInbox(editor);
        const atDesk = watchExtension([editor.extensionUrl(''), workplace.wire.url, 'data:', 'blob:']);
        atDesk.look(inbox, 'the inbox');
        await inbox.waitForSelector(INBOX.row, PATIENCE);
        const topics = (await workplace.titles()).length;
        for (let at = 0; at < topics; at += 1) await inbox.keyboard.press('j');
        await inbox.waitForSelector(INBOX.topic, PATIENCE);
        await atDesk.checkRan(inbox, 'the inbox');
        expect(atDesk.harm).toEqual([]);
      } finally {
        await editor.close();
      }
      expect(watch.harm).toEqual([]);
    },
    LONG,
  );

  it('and the other origin was never asked for anything', () => {
    expect(site.asked).toEqual([]);
  });

  it('a hundred pages were tried', () => {
    const pages = [
      SCRIPT_IN_SINKS,
      FORGED,
      TRAPS,
      PROMPTS,
      MARKED,
      UNINVITED,
      Object.keys(BOMBS),
      Object.keys(BROKEN_PDFS),
    ];
    expect(pages.flat().length).toBeGreaterThanOrEqual(100);
  });
});

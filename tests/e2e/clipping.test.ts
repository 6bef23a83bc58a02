/** Clipping with the real extension, by every way a person has. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openFilledPopup, suggest } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { type Display, startDisplay } from '../../demo/browser/display.ts';
import { inServiceWorker } from '../../demo/browser/service-worker.ts';
import { clickToolbar, popupGone } from '../../demo/browser/toolbar.ts';
import { POPUP, TOAST } from '../../demo/screens.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';

let workplace: Workplace;
let chromium: Chromium;

beforeAll(async () => {
  workplace = await openWorkplace();
  // Every test starts the browser anew on this profile, as the same person.
  await (await launchJoined(workplace)).close();
});
afterEach(() => chromium.close());
afterAll(() => workplace.stop());

const onIntranet = (path: string) => openPage(chromium, `${workplace.intranet.url}${path}`);
const arrived = (title: string | RegExp) =>
  expect.poll(workplace.titles, { timeout: 20_000 }).toContainEqual(expect.stringMatching(title));

describe('the toolbar button', () => {
  it('clips an intranet page with Enter', async () => {
    chromium = await workplace.launch();
    const popup = await openFilledPopup(chromium, await onIntranet('/personal/ausbildungswerkstatt'));
    await suggest(popup);
    await arrived(/^Die neue Ausbildungswerkstatt$/);
  });

  it('says why department and goal stand there, and takes the next best with one key', async () => {
    chromium = await workplace.launch();
    const popup = await openFilledPopup(chromium, await onIntranet('/wiki/Druckstoß'));
    const texts = (selector: string) => popup.$$eval(selector, (all) => all.map((one) => one.textContent ?? ''));
    const [department = ''] = await texts(POPUP.chips);
    expect(department).not.toBe('');
    expect((await texts(POPUP.reasons))[0]).toMatch(/(weil|because): \S/);
    const next = (await texts(POPUP.instead))[0]?.replace(/^(oder|or) /, '') ?? '';
    expect(['', department]).not.toContain(next);
    await popup.keyboard.down('Alt');
    await popup.keyboard.down('Shift');
    await popup.keyboard.press('KeyD');
    await popup.keyboard.up('Shift');
    await popup.keyboard.up('Alt');
    await expect.poll(async () => (await texts(POPUP.chips))[0]).toBe(next);
    // What a person chose needs no reason: that of the goal is left.
    expect(await texts(POPUP.reasons)).toHaveLength(1);
    await suggest(popup);
    const kept = async () => (await workplace.clips()).filter(({ address }) => address.includes('/wiki/'));
    await expect.poll(kept, { timeout: 20_000 }).toHaveLength(1);
  });

  it('opens as large as its form, and stays so', async () => {
    chromium = await workplace.launch();
    const popup = await openFilledPopup(chromium, await onIntranet('/kantine'));
    const [width, height] = await popup.evaluate(() => [innerWidth, innerHeight]);
    expect(width).toBeGreaterThanOrEqual(380);
    expect(height).toBeGreaterThanOrEqual(470);
    const button = await popup.$eval(POPUP.submit, (element) => element.getBoundingClientRect().bottom);
    expect(button).toBeLessThan(height ?? 0);
  });

  it('[AD1] on a page clipped before shows that clip instead of a form', async () => {
    chromium = await workplace.launch();
    const page = await onIntranet('/en/news/412-days');
    const first = await openFilledPopup(chromium, page);
    await suggest(first);
    await popupGone(chromium, first);
    const second = await clickToolbar(chromium, page);
    await second.waitForSelector(POPUP.mine);
  });

  it('follows a program that changes its page without loading one', async () => {
    chromium = await workplace.launch();
    const page = await onIntranet('/ideen');
    await page.locator('a[href="/ideen/21"]').click();
    const popup = await openFilledPopup(chromium, page);
    expect(await popup.$eval(POPUP.title, (field) => field.value)).toMatch(/^Erste Hilfe in Gebärdensprache/);
    await suggest(popup);
    await arrived(/^Erste Hilfe in Gebärdensprache/);
  });

  it('reads a page behind a login as the person sees it', async () => {
    chromium = await workplace.launch();
    const page = await onIntranet('/projekte/seebrise');
    await Promise.all([page.waitForNavigation(), page.click('button[type="submit"]')]);
    const popup = await openFilledPopup(chromium, page);
    expect(await popup.$eval(POPUP.title, (field) => field.value)).toMatch(/^Projekt Seebrise/);
  });

  it('cuts a title that is too long and says so, and leaves right-to-left text and emoji whole', async () => {
    chromium = await workplace.launch();
    const long = await openFilledPopup(chromium, await onIntranet('/betriebsvereinbarung-2026-07'));
    await long.waitForSelector(POPUP.cut);
    expect(await long.$eval(POPUP.title, (field) => field.value.length)).toBeLessThanOrEqual(300);
    await suggest(long);
    await arrived(/^Betriebsvereinbarung Nr\. 2026\/07/);
    const voices = await openFilledPopup(chromium, await onIntranet('/stimmen'));
    expect(await voices.$eval(POPUP.title, (field) => field.value)).toContain('«أهلًا», «שלום» und Moin 👋🏽');
  });

  it('asks for address and title where no page can be read, and clips what was typed', async () => {
    chromium = await workplace.launch();
    const popup = await clickToolbar(chromium, await openPage(chromium, 'chrome://version/'));
    await popup.locator(POPUP.address).fill('https://nordwerk.example/by-hand');
    await popup.locator(POPUP.titleByHand).fill('Clipped by hand');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector(POPUP.saved);
    await arrived(/^Clipped by hand$/);
  });

  it('says that a tab has crashed, and still asks for address and title', async () => {
    chromium = await workplace.launch();
    const page = await onIntranet('/kantine');
    // The navigation never ends, its renderer is gone; so the button is clicked on the tab, not on the page.
    page.goto('chrome://crash').catch(() => {});
    const session = await chromium.browser.target().createCDPSession();
    const crashedTab = async () => {
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      return targetInfos.find(({ url }) => url === 'chrome://crash/')?.targetId ?? '';
    };
    await expect.poll(crashedTab).not.toBe('');
    await session.send('Extensions.triggerAction', { id: chromium.extensionId, targetId: await crashedTab() });
    const opened = await chromium.browser.waitForTarget((target) => target.url().includes('popup.html'));
    const popup = await opened.asPage();
    await popup.waitForSelector(POPUP.address);
    expect(await popup.$eval(POPUP.form, (form) => form.textContent)).toMatch(/crashed|abgestürzt/);
    await chromium.kill();
  });

  it('clips a PDF with Enter and nothing else', async () => {
    chromium = await workplace.launch();
    await suggest(await clickToolbar(chromium, await onIntranet('/dokumente/klimabericht-2025.pdf')));
    await arrived(/^Klimabericht 2025: Wo wir stehen/);
  });
});

describe('on a display', () => {
  let display: Display;
  beforeAll(async () => {
    display = await startDisplay(console.info);
  });
  afterAll(() => display.stop());

  const launchOnDisplay = async () => {
    chromium = await workplace.launch({ headless: false, display: display.name });
  };

  /** In xdotool's words. A browser silently leaves out a suggested key that it wants for itself. */
  const shortcutOf = async (command: string): Promise<string> => {
    const keys = await inServiceWorker(
      chromium,
      `chrome.commands.getAll().then((all) => all.find(({ name }) => name === '${command}').shortcut)`,
    );
    expect(keys, `the browser gives ${command} no shortcut`).toMatch(/\+/);
    return String(keys).toLowerCase();
  };

  it('the command’s shortcut clips at once and the page shows a toast', async () => {
    await launchOnDisplay();
    const page = await onIntranet('/news/np-400-klaerwerk');
    await display.click(100, 700);
    const keys = await shortcutOf('clip-now');
    const pressed = async () => {
      await display.press(keys);
      await sleep(1_000);
      return page.$(TOAST);
    };
    await expect.poll(pressed, { timeout: 30_000 }).not.toBeNull();
    await arrived(/^NP 400 spart/);
  });

  it('the popup’s shortcut opens the popup on the page in front', async () => {
    await launchOnDisplay();
    await onIntranet('/kantine');
    await display.click(100, 700);
    const keys = await shortcutOf('_execute_action');
    const pressed = async () => {
      await display.press(keys);
      await sleep(1_000);
      return chromium.browser.targets().some((target) => target.url().startsWith(chromium.extensionUrl('popup.html')));
    };
    await expect.poll(pressed, { timeout: 30_000 }).toBe(true);
  });

  it('the context menu clips the page', async () => {
    await launchOnDisplay();
    const page = await onIntranet('/en/products/np-400');
    const chosen = async () => {
      await display.click(100, 700, 'right');
      await sleep(700);
      await display.press('Up', 'Up', 'Up', 'Return');
      await sleep(1_500);
      return page.$(TOAST);
    };
    await expect.poll(chosen, { timeout: 30_000 }).not.toBeNull();
    await arrived(/^NP 400/);
  });
});

/**
 * The disk under the browser is full to its last byte. Chromium closes the database then, and a popup that uses it with
 * it, so the popup cannot say what happened: the toolbar button does.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clipByCommand, openFilledPopup, openSuggestions, retryNow, suggest, waitForPending } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { fireCommand, inServiceWorker } from '../../demo/browser/service-worker.ts';
import { clickToolbar, closePopup } from '../../demo/browser/toolbar.ts';
import { POPUP } from '../../demo/screens.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** Runs in the popup. */
function typeAtOnce(field: Element, text: string): void {
  (field as HTMLTextAreaElement).value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const probe = mountSmallDisk();
probe?.remove();
if (probe === null) console.info('Not played: only an administrator can mount a disk that is to be filled.');

describe.skipIf(probe === null)('a full disk', () => {
  let disk: SmallDisk;
  let workplace: Workplace;
  let chromium: Chromium;

  beforeEach(async () => {
    disk = mountSmallDisk() as SmallDisk;
    workplace = await openWorkplace();
    chromium = await launchJoined(workplace, { profileDir: `${disk.folder}/profile` });
  });
  afterEach(async () => {
    // One that could not write for a while may not end by itself.
    await chromium.kill();
    await workplace.stop();
    disk.remove();
  });

  const NOT_SAVED = /^! .*(not saved yet|noch nicht gespeichert)/;
  const WORKSHOP = 'Die neue Ausbildungswerkstatt';
  const open = () => openPage(chromium, `${workplace.intranet.url}/personal/ausbildungswerkstatt`);
  const button = () =>
    inServiceWorker(
      chromium,
      'Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]).then((said) => said.join(" "))',
    );
  const saysThatNothingIsSaved = () => expect.poll(button, { timeout: 20_000 }).toMatch(NOT_SAVED);
  /** Everything is there once, and nothing waits. */
  const isDelivered = async () => {
    await retryNow(chromium);
    await expect.poll(workplace.titles, { timeout: 20_000 }).toEqual([WORKSHOP]);
    const page = await openSuggestions(chromium);
    await waitForPending(page, WORKSHOP, false);
    await page.close();
  };

  /** Now and then Chromium opens no database any more after that, until it is started again. */
  const againWithRoom = async () => {
    await chromium.kill();
    await disk.makeRoom();
    chromium = await workplace.launch({ profileDir: `${disk.folder}/profile` });
  };

  it('[ST1] a popup that goes with the database is no "saved": the button says so, and the next attempt is kept once', async () => {
    const page = await open();
    const popup = await openFilledPopup(chromium, page);
    // More than what may still fit into the last page of a file.
    await popup.$eval('form.popup-form textarea[data-note]', typeAtOnce, 'Das sollten alle sehen. '.repeat(80));
    disk.fill();
    // Where it went before anybody saved, nobody has to be told.
    const isThere = !popup.isClosed();
    const isAsked = await popup.keyboard.press('Enter').then(
      () => isThere,
      () => false,
    );
    // A picture that finds no room ends no database: then the popup is there to say so.
    const notice = () => popup.$eval(POPUP.failed, (shown) => `! ${shown.textContent}`).catch(button);
    // Now and then a file still had the room that a clip takes: then it is saved, and nobody says otherwise. That it was is
    // seen in the queue, at once or, where nothing of an exchange can be kept, with more room.
    const outcome = async () => ((await workplace.titles()).length > 0 ? 'kept' : notice());
    const said = expect.poll(outcome, { timeout: 20_000 }).toMatch(new RegExp(`${NOT_SAVED.source}|^kept$`));
    const saysNothing = await said.then(
      () => false,
      () => true,
    );
    if (saysNothing) await againWithRoom();
    else if ((await workplace.titles()).length > 0) await disk.makeRoom();
    if ((saysNothing && isAsked) || (await workplace.titles()).length > 0) return isDelivered();
    expect(await workplace.titles()).toEqual([]);
    if (!saysNothing) await disk.makeRoom();
    if (!popup.isClosed()) await closePopup(chromium, popup);
    const again = saysNothing ? await open() : page;
    await again.bringToFront();
    await suggest(await openFilledPopup(chromium, again));
    await isDelivered();
  });

  it('[ST1] the shortcut says so too', async () => {
    const page = await open();
    await closePopup(chromium, await clickToolbar(chromium, page));
    await page.bringToFront();
    disk.fill();
    await fireCommand(chromium, 'clip-now');
    await saysThatNothingIsSaved();
    await disk.makeRoom();
    await clipByCommand(chromium, page);
    await isDelivered();
  });

  it('[ST1] what was saved before waits unharmed and is sent by the next start that has room', async () => {
    workplace.wire.luck = 'answers_lost';
    const answered = workplace.wire.nextPushAnswered();
    await suggest(await openFilledPopup(chromium, await open()));
    await answered;
    disk.fill();
    workplace.wire.luck = 'open';
    // What is answered now cannot be kept.
    await inServiceWorker(chromium, 'void chrome.alarms.onAlarm.dispatch({ name: "fetch" })');
    await new Promise((done) => setTimeout(done, 2_000));
    await againWithRoom();
    await isDelivered();
  });
});

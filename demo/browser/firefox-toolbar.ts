import { setTimeout as sleep } from 'node:timers/promises';
import type { Firefox } from './firefox.ts';

export type FirefoxPopup = {
  /** Runs a function body in the popup's page. */
  run: (body: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** Presses Enter as a keyboard does: what needs a person's own act takes it for one. */
  pressEnter: () => Promise<void>;
  isOpen: () => Promise<boolean>;
};

const WINDOW = `const window = Services.wm.getMostRecentWindow('navigator:browser');`;

const CLICK = `${WINDOW}
const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
const extension = ExtensionParent.GlobalManager.extensionMap.get(arguments[0]);
extension.apiManager.global.browserActionFor(extension).triggerAction(window);`;

/** A popup in its panel; one that Firefox still prepares or already closes has no document of ours. */
const POPUP = `${WINDOW}
const popup = [...window.document.querySelectorAll('browser[webextension-view-type="popup"]')]
  .find((browser) => browser.currentURI?.spec.startsWith(arguments[0]));`;

/** WebDriver does not count a popup among its windows, but its own actor runs scripts in any of them. */
const RUN_IN_POPUP = `${POPUP}
const { getMarionetteCommandsActorProxy } = ChromeUtils.importESModule(
  'chrome://remote/content/marionette/actors/MarionetteCommandsParent.sys.mjs');
return getMarionetteCommandsActorProxy(() => popup.browsingContext)
  .executeScript(arguments[1], arguments[2], { timeout: 10000 });`;

const PRESS_ENTER = `${POPUP}
popup.focus();
const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
processor.beginInputTransactionForTests(window);
const enter = new window.KeyboardEvent('', { key: 'Enter', code: 'Enter', keyCode: 13 });
processor.keydown(enter);
processor.keyup(enter);`;

/**
 * Clicks the extension's toolbar button on the tab in front, as a person would: Firefox grants
 * `activeTab` and opens the real popup. There is no WebDriver call for it, so the browser's own
 * window is asked.
 */
export async function clickFirefoxToolbar(firefox: Firefox): Promise<FirefoxPopup> {
  const address = firefox.extensionUrl('popup.html');
  const isOpen = async (): Promise<boolean> =>
    (await firefox.inBrowser(`${POPUP} return popup !== undefined;`, address)) === true;
  // The click would only close a popup that still stands open.
  for (let waited = 0; await isOpen(); waited += 50) {
    if (waited > 10_000) throw new Error('an earlier popup did not close within ten seconds');
    await sleep(50);
  }
  await firefox.inBrowser(CLICK, firefox.addonId);
  for (let waited = 0; !(await isOpen()); waited += 50) {
    if (waited > 10_000) throw new Error('no popup opened within ten seconds');
    await sleep(50);
  }
  return {
    isOpen,
    run: (body, ...args) => firefox.inBrowser(RUN_IN_POPUP, address, body, args),
    pressEnter: async () => void (await firefox.inBrowser(PRESS_ENTER, address)),
  };
}

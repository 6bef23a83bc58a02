import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const THROWAWAY_ADDON_ID = 'throwaway@example.com';

const MANIFEST = {
  manifest_version: 3,
  name: 'Throwaway',
  version: '1.0',
  action: { default_popup: 'popup.html' },
  permissions: ['activeTab', 'scripting', 'storage', 'contextMenus'],
  // Firefox on Linux gives Alt+Shift+S to its History menu (Alt+Shift+C, in German, to Chronik).
  commands: { note: { suggested_key: { default: 'Alt+Shift+K' }, description: 'Note the title' } },
};

const CHROMIUM_PARTS = { background: { service_worker: 'background.js' } };
const FIREFOX_PARTS = {
  background: { scripts: ['background.js'] },
  browser_specific_settings: { gecko: { id: THROWAWAY_ADDON_ID } },
};

/** Notes the title of the tab under the way by which it was asked; reading it needs activeTab. */
const BACKGROUND = `
const api = globalThis.browser ?? chrome;
const title = () => document.title;
const note = async (tab, way) => {
  const answer = await api.scripting.executeScript({ target: { tabId: tab.id }, func: title }).catch((e) => [{ result: String(e) }]);
  await api.storage.local.set({ [way]: answer[0].result });
};
api.runtime.onInstalled.addListener(() => api.contextMenus.create({ id: 'note', title: 'Note the title', contexts: ['page'] }));
api.contextMenus.onClicked.addListener((info, tab) => note(tab, 'menu'));
api.commands.onCommand.addListener((command, tab) => note(tab, 'command'));
api.runtime.onMessage.addListener((address, sender, respond) => {
  fetch(address).then((answer) => respond(answer.status), () => respond('failed'));
  return true;
});
`;

const POPUP = `<!doctype html><meta charset="utf-8"><title>Throwaway</title><body style="width:380px">
<h1>…</h1><input aria-label="Note"><button>Keep</button><output></output><script type="module" src="popup.js"></script>`;

const POPUP_SCRIPT = `
const api = globalThis.browser ?? chrome;
document.querySelector('button').onclick = async () => {
  await api.storage.local.set({ kept: document.querySelector('input').value });
  document.querySelector('output').textContent = 'kept';
};
const [tab] = await api.tabs.query({ active: true, currentWindow: true });
const answer = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.title }).catch((e) => [{ result: String(e) }]);
document.querySelector('h1').textContent = answer[0].result;
`;

/** An extension of a few lines that shows whether a driver of browsers does what a person's act does. */
export async function writeThrowawayExtension(
  browser: 'chromium' | 'firefox',
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(path.join(tmpdir(), 'throwaway-extension-'));
  const folder = path.join(root, browser);
  await mkdir(folder);
  const parts = browser === 'chromium' ? CHROMIUM_PARTS : FIREFOX_PARTS;
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({ ...MANIFEST, ...parts }));
  await writeFile(path.join(folder, 'background.js'), BACKGROUND);
  await writeFile(path.join(folder, 'popup.html'), POPUP);
  await writeFile(path.join(folder, 'popup.js'), POPUP_SCRIPT);
  return { folder, remove: () => rm(root, { recursive: true, force: true }) };
}

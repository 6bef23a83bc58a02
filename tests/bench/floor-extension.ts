/**
 * The least that clipping can cost: an extension whose popup is empty, and whose shortcut injects a
 * script that does nothing and commits one row with strict durability.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FILES = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'floor',
    version: '1',
    permissions: ['activeTab', 'scripting'],
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'worker.js' },
    commands: { clip: { description: 'floor' } },
  }),
  'popup.html': `<!doctype html><meta charset="utf-8"><title>floor</title>
<body style="inline-size:380px;block-size:528px"><input><script src="popup.js"></script>`,
  'popup.js': `requestAnimationFrame(() => setTimeout(() => performance.mark('interactive')));`,
  'empty.js': 'null',
  'worker.js': `
const open = new Promise((done) => {
  const request = indexedDB.open('floor', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
  request.onsuccess = () => done(request.result);
});
chrome.commands.onCommand.addListener(async (command, tab) => {
  performance.mark('command');
  await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['empty.js'] });
  const transaction = (await open).transaction('rows', 'readwrite', { durability: 'strict' });
  transaction.objectStore('rows').add({ title: 'x'.repeat(2000) });
  transaction.oncomplete = () => performance.measure('durable', 'command');
});`,
};

/** @returns the folder of the unpacked extension */
export function writeFloorExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-floor-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(path.join(folder, name), content);
  return folder;
}

import { browser } from 'wxt/browser';
import { ownAddress } from './own-address.ts';

/**
 * Brings a page of the extension to the front: in the tab that shows its file already, else in a new one.
 * @param path a file of the extension, `inbox.html` or `options.html#status`; without a part behind `#`
 *   an open tab stays at the part that it shows
 */
export async function showPage(path: string): Promise<void> {
  const wanted = ownAddress(path);
  try {
    if (await showOpenTab(wanted)) return;
  } catch {
    // It was closed meanwhile.
  }
  await browser.tabs.create({ url: wanted });
}

const fileOf = (address: string): string => address.replace(/#.*/, '');

async function showOpenTab(wanted: string): Promise<boolean> {
  // Without the permission `tabs` a browser tells the addresses of an extension's own pages only.
  const tabs = (await browser.tabs.query({})).filter(({ url }) => url !== undefined && fileOf(url) === fileOf(wanted));
  const tab = tabs.find(({ url }) => url === wanted) ?? tabs[0];
  if (tab?.id === undefined) return false;
  const stays = tab.url === wanted || fileOf(wanted) === wanted;
  await browser.tabs.update(tab.id, stays ? { active: true } : { active: true, url: wanted });
  await browser.windows.update(tab.windowId, { focused: true });
  return true;
}

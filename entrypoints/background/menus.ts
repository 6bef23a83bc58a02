/** The menu of the right mouse button: the page, what is selected on it, or the link or image below the pointer. */
import { browser } from 'wxt/browser';
import { createTranslator } from '../../locales/t.ts';
import { manifest } from '../../locales/words.ts';
import { readLanguage } from './language.ts';
import { quickClip } from './quick-clip.ts';

type MenuOptions = Parameters<typeof browser.contextMenus.create>[0];

const WEB = ['http://*/*', 'https://*/*'];

/** Where several fit, the browser puts them into a menu of ours. */
const MENUS = [
  { id: 'clip-page', contexts: ['page'], title: 'menu_page' },
  { id: 'clip-selection', contexts: ['selection'], title: 'menu_selection' },
  // Nobody can open a mail address or a script.
  { id: 'clip-link', contexts: ['link'], title: 'menu_link', targetUrlPatterns: WEB },
  { id: 'clip-image', contexts: ['image'], title: 'menu_image' },
] satisfies (Pick<MenuOptions, 'contexts' | 'targetUrlPatterns'> & { id: string; title: keyof typeof manifest.en })[];

/** Menus outlive the worker, so they are made once for each version of the extension. */
export async function createMenus(): Promise<void> {
  const t = createTranslator(await readLanguage(), manifest);
  await browser.contextMenus.removeAll();
  for (const { title, ...menu } of MENUS) browser.contextMenus.create({ ...menu, title: t(title) });
}

export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab === undefined) return;
    const { frameId, linkUrl, srcUrl, selectionText } = info;
    switch (info.menuItemId) {
      case 'clip-page':
        return void quickClip(tab);
      case 'clip-selection':
        // What is selected in a field is the person's own writing, or a password.
        return void quickClip(tab, { selectedText: info.editable ? null : (selectionText ?? null) });
      case 'clip-link':
        if (linkUrl !== undefined) void quickClip(tab, { pointed: { kind: 'link', address: linkUrl, frameId } });
        return;
      case 'clip-image':
        if (srcUrl !== undefined) void quickClip(tab, { pointed: { kind: 'image', address: srcUrl, frameId } });
    }
  });
}

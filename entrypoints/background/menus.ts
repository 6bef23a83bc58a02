/** The menu of the right mouse button: the page, or what is selected on it. */
import { browser } from 'wxt/browser';
import { createTranslator } from '../../locales/t.ts';
import { manifest } from '../../locales/words.ts';
import { readLanguage } from './language.ts';
import { quickClip } from './quick-clip.ts';

type Contexts = NonNullable<Parameters<typeof browser.contextMenus.create>[0]['contexts']>;

const MENUS = [
  { id: 'clip-page', contexts: ['page', 'link', 'image'], title: 'menu_page' },
  { id: 'clip-selection', contexts: ['selection'], title: 'menu_selection' },
] satisfies { id: string; contexts: Contexts; title: 'menu_page' | 'menu_selection' }[];

/** Menus outlive the worker, so they are made once for each version of the extension. */
export async function createMenus(): Promise<void> {
  const t = createTranslator(await readLanguage(), manifest);
  await browser.contextMenus.removeAll();
  for (const { id, contexts, title } of MENUS) browser.contextMenus.create({ id, contexts, title: t(title) });
}

export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (tab === undefined || !MENUS.some(({ id }) => id === menuItemId)) return;
    void quickClip(tab, menuItemId === 'clip-selection' ? (selectionText ?? null) : null);
  });
}

import { browser } from 'wxt/browser';

export type Shortcuts = { popup: string; clip: string };

/** The two shortcuts as the browser spells them; empty where one is taken by something else. */
export async function readShortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  const keysOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { popup: keysOf('_execute_action'), clip: keysOf('clip-now') };
}

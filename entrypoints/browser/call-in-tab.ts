/** Runs one of our scripts in a tab with an argument, which a file alone cannot be given. */
import { browser } from 'wxt/browser';

type Place = { tabId: number; frameId?: number | undefined };

/**
 * Puts the script there and calls the function that it provides. The answer comes from the page's process: parse it.
 * @throws where no script may run
 */
export async function callInTab(
  { tabId, frameId = 0 }: Place,
  script: 'pointed' | 'highlight' | 'toast',
  name: string,
  argument: unknown,
): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [`/${script}.js`] });
  // Travels as source: it may name nothing but its arguments and the page's globals.
  const func = (called: string, given: unknown) =>
    (globalThis as { clipdesk?: Record<string, (argument: unknown) => unknown> }).clipdesk?.[called]?.(given);
  const [frame] = await browser.scripting.executeScript({ target, func, args: [name, argument] });
  return frame?.result;
}

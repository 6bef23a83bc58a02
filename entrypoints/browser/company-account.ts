/** The browser's own window for signing in somewhere: opens, and hands its last address to this extension alone. */
import { browser } from 'wxt/browser';

/**
 * Asks for what the window needs. To be called in the turn of the click: a browser grants nothing later. Firefox has it
 * from the start, for it knows no such optional permission; neither shows a question.
 */
export const allowSignIn = (): Promise<boolean> =>
  import.meta.env.BROWSER === 'firefox'
    ? Promise.resolve(true)
    : browser.permissions.request({ permissions: ['identity'] });

/** Where the queue answers; made by the browser from the extension's id. */
export const signInRedirect = (): string => browser.identity.getRedirectURL('signed-in');

/** The address that the window ended at; null if the person closed it, or nothing could be loaded. */
export async function showSignIn(url: string): Promise<string | null> {
  return (await browser.identity.launchWebAuthFlow({ url, interactive: true }).catch(() => null)) ?? null;
}

import { browser } from 'wxt/browser';

/**
 * The address of a file of the extension, for example `inbox.html` or `options.html#status`. The types
 * of the browser know the files but not the parts behind `#`, so the path is vouched for here, once.
 */
export const ownAddress = (path: string): string => browser.runtime.getURL(`/${path}` as '/popup.html');

/**
 * The browser's own extension API in the place of `webextension-polyfill`, whose types alone we use:
 * today's browsers answer with promises themselves, and its 10 kB would be in every script. By the
 * build and not by looking, for an element of a page can have the id `browser`.
 */
declare const browser: unknown;
declare const chrome: unknown;

export default import.meta.env.FIREFOX ? browser : chrome;

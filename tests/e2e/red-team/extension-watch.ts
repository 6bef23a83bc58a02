/** Looks at pages of the extension for what no page of the web may bring about there. */
import type { Page } from 'puppeteer-core';

export type ExtensionWatch = {
  /** From now on; a page may be looked at more than once. */
  look(page: Page, about: string): void;
  /** Whether a program of a hostile page ran in it. */
  checkRan(page: Page, about: string): Promise<void>;
  harm: string[];
};

/** @param allowed how the addresses begin that the extension may ask */
export function watchExtension(allowed: readonly string[]): ExtensionWatch {
  const harm: string[] = [];
  const isAllowed = (url: string) => allowed.some((start) => url.startsWith(start));
  return {
    harm,
    look(page, about) {
      page.on('pageerror', (error) => harm.push(`${about}: ${error instanceof Error ? error.message : String(error)}`));
      page.on('console', (message) => {
        // The browser says so when markup of a page was taken for markup.
        if (/Content Security Policy|Refused to/.test(message.text())) harm.push(`${about}: ${message.text()}`);
      });
      page.on('request', (request) => {
        if (!isAllowed(request.url())) harm.push(`${about}: asked for ${request.url().slice(0, 80)}`);
      });
    },
    async checkRan(page, about) {
      const found = await page.evaluate(() => ({
        pwned: 'pwned' in globalThis,
        frames: document.querySelectorAll('iframe, object, embed, script:not([src])').length,
      }));
      if (found.pwned) harm.push(`${about}: its program ran`);
      if (found.frames > 0) harm.push(`${about}: its markup is in the page`);
    },
  };
}

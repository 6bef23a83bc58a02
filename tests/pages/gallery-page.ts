/** A page of the gallery in a Chromium of its own. */
import puppeteer, { type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../demo/browser/install.ts';
import { serveGallery } from '../gallery/gallery.ts';

export type GalleryPage = {
  page: Page;
  /** Shows one state of one screen, in light colours. */
  open(screen: string, state: string, lang: string): Promise<void>;
  close(): Promise<void>;
};

export async function openGallery(): Promise<GalleryPage> {
  const gallery = await serveGallery();
  const { path } = await ensureBrowser('chromium', console.log);
  const args = ['--no-sandbox', '--force-prefers-reduced-motion'];
  const browser = await puppeteer.launch({ executablePath: path, args });
  const page = await browser.newPage();
  return {
    page,
    async open(screen, state, lang) {
      await page.goto(`${gallery.url}?${new URLSearchParams({ screen, state, lang, scheme: 'light' })}`);
      await page.waitForSelector('#root > *');
    },
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}

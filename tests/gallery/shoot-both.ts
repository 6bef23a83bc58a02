/** The picture that the README begins with: somebody clips a page, and the desk has it. */
import type { Page } from 'puppeteer-core';

/** In the picture's own pixels: how large both screens are drawn, and how far the popup reaches over the inbox. */
const PICTURE = { width: 1560, height: 860 };
const INBOX = { width: 1280, height: 800, left: 250, top: 30 };
const POPUP = { width: 380, height: 528, left: 30, top: 190 };

const layer = (at: typeof INBOX, png: Buffer): string =>
  `<img style="left:${at.left}px;top:${at.top}px;width:${at.width}px;height:${at.height}px"
    src="data:image/png;base64,${png.toString('base64')}">`;

/** @param shoot a picture of a state of a screen in a window of this size */
export async function shootBoth(
  page: Page,
  shoot: (screen: string, state: string, size: { width: number; height: number }) => Promise<Buffer>,
  file: string,
): Promise<void> {
  const inbox = await shoot('inbox', 'ready', INBOX);
  const popup = await shoot('popup', 'form', POPUP);
  await page.setViewport({ ...PICTURE, deviceScaleFactor: 1 });
  await page.setContent(`<style>
    body { margin: 0; background: #e6eeec }
    img { position: absolute; border-radius: 10px; box-shadow: 0 12px 40px rgb(0 40 40 / 28%), 0 2px 8px rgb(0 40 40 / 20%) }
  </style>${layer(INBOX, inbox)}${layer(POPUP, popup)}`);
  await page.screenshot({ path: file });
}

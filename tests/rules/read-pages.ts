/** The labelled pages, read as a person's click reads them, in a real Chromium. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { type ClipDraft, clipDraftSchema, clipKindSchema } from '../../protocol/clip.ts';
import { LEVELS, PERSONAL_DATA } from '../../protocol/found.ts';
import { openCaptureBrowser, openCapturedPage } from '../pages/captured-page.ts';

const PAGES = path.join(import.meta.dirname, 'pages');

const labelSchema = z.object({
  file: z.string(),
  address: z.string(),
  kind: clipKindSchema,
  level: z.enum(['none', ...LEVELS]),
  embargo: z.boolean(),
  personal: z.array(z.enum(PERSONAL_DATA)),
});
export type Label = z.infer<typeof labelSchema>;
export type LabelledDraft = { label: Label; draft: ClipDraft };

export type Half = 'open' | 'held';

/** `found` and `markings` of a draft are those of the capture: nobody has judged them yet. */
export async function readPages(half: Half): Promise<LabelledDraft[]> {
  const folder = path.join(PAGES, half);
  const labels = z.array(labelSchema).parse(JSON.parse(await readFile(path.join(folder, 'labels.json'), 'utf8')));
  const browser = await openCaptureBrowser();
  const read: LabelledDraft[] = [];
  try {
    for (const label of labels) {
      const html = await readFile(path.join(folder, label.file), 'utf8');
      const page = await openCapturedPage(browser, webAddress(label), { html });
      const { draft } = z.object({ draft: clipDraftSchema }).parse(await page.run('capture(document, [])'));
      read.push({ label, draft });
      await page.page.close();
    }
  } finally {
    await browser.close();
  }
  return read;
}

/** What was exported to a file has no address that anybody could clip: it is read as if it lay on a server. */
const webAddress = ({ file, address }: Label): string =>
  /^https?:/.test(address) ? address : `https://files.nordwerk.example/${file}`;

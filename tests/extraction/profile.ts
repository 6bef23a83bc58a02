/**
 * Tries site profiles on a saved page: `npm run profile -- FILE.html --address URL [--profile FILE.yaml]`
 * prints what a clip of it would say, each field with the signal that it came from, and which selectors
 * are none. The page is read in a Chromium, since only a browser's own selectors count.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { clipDraftSchema } from '../../protocol/clip.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import { readSiteProfiles } from '../../server/strategy/read.ts';
import { openCaptureBrowser, openCapturedPage } from '../pages/captured-page.ts';

const SHOWN = ['title', 'byline', 'published', 'modified', 'siteName', 'lang', 'kind', 'excerpt', 'text'] as const;
const PLACES = ['signs', 'title', 'byline', 'siteName', 'published', 'modified', 'text', 'remove'] as const;
const answerSchema = z.object({
  draft: clipDraftSchema,
  profile: z.nullable(z.string()),
  wrong: z.array(z.string()),
});
const MAX_SHOWN = 300;

/** What is printed for one page, line by line. */
export async function tryProfiles(html: string, address: string, profiles: readonly SiteProfile[]): Promise<string[]> {
  const browser = await openCaptureBrowser();
  try {
    const opened = await openCapturedPage(browser, address, { html });
    const given = JSON.stringify(profiles);
    const selectors = JSON.stringify(profiles.flatMap((profile) => PLACES.flatMap((field) => profile[field])));
    const answer = await opened.run(`({
      ...capture(document, ${given}),
      profile: profileOf(document, document.URL, ${given}),
      wrong: ${selectors}.filter((place) => {
        try { return document.querySelector(place.replace(/@[\\w-]+$/, '')) === undefined; } catch { return true; }
      }),
    })`);
    const { draft, profile, wrong } = answerSchema.parse(answer);
    return [
      `profile: ${profile ?? 'none fits; the page is read as any page'}`,
      ...wrong.map((place) => `not a selector: ${place}`),
      ...SHOWN.map((field) => {
        const value = [draft[field]].flat().join('; ').replace(/\s+/g, ' ').slice(0, MAX_SHOWN);
        const signal = field === 'text' ? undefined : draft.signals[field];
        return `${field}: ${value === '' ? '–' : value}${signal === undefined || signal === '' ? '' : `  [${signal}]`}`;
      }),
    ];
  } finally {
    await browser.close();
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { address: { type: 'string' }, profile: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || values.address === undefined) {
    console.error('usage: npm run profile -- FILE.html --address URL [--profile FILE.yaml]');
    process.exit(2);
  }
  try {
    const profiles = values.profile === undefined ? [] : readSiteProfiles(await readFile(values.profile, 'utf8'));
    console.log((await tryProfiles(await readFile(file, 'utf8'), values.address, profiles)).join('\n'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

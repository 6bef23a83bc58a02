/**
 * `npm run screens`: a picture of every screen, German and English, light and dark, into docs/screens, and the one that
 * the README begins with. One state of each screen stands for it; the tests look at all the others.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../demo/browser/install.ts';
import { LANGUAGES } from '../../locales/t.ts';
import { serveGallery } from './gallery.ts';
import { shootBoth } from './shoot-both.ts';

const SCHEMES = ['light', 'dark'] as const;

/** The screen, the state that stands for it, and what it shows. */
const SHOWN: readonly { screen: string; state: string; about: string; size?: { width: number; height: number } }[] = [
  { screen: 'popup', state: 'form', about: 'Clipping a page', size: { width: 380, height: 528 } },
  { screen: 'toast', state: 'saved', about: 'After the shortcut, in the page' },
  { screen: 'inbox', state: 'ready', about: 'The inbox' },
  { screen: 'inbox', state: 'decline', about: 'Declining, with a reason and a sentence' },
  { screen: 'inbox', state: 'publish', about: 'Saying where a topic appeared' },
  { screen: 'inbox', state: 'picked', about: 'Deciding on many' },
  { screen: 'inbox', state: 'collision', about: 'Two editors decided at once' },
  { screen: 'inbox', state: 'merge', about: 'Merging' },
  { screen: 'inbox', state: 'help', about: 'Keys' },
  { screen: 'inbox', state: 'start-work', about: 'What the brief still lacks when work begins' },
  { screen: 'inbox', state: 'overload', about: 'More than a week has room for' },
  { screen: 'questions', state: 'open', about: 'Questions to me' },
  { screen: 'clearances', state: 'open', about: 'Clearances that wait for me' },
  { screen: 'plan', state: 'calendar', about: 'The plan by channel and week' },
  { screen: 'plan', state: 'meeting', about: 'The agenda of the working group' },
  { screen: 'plan', state: 'coverage', about: 'Coverage: departments and goals' },
  { screen: 'plan', state: 'goals', about: 'How far the goals are' },
  { screen: 'plan', state: 'flow', about: 'Flow' },
  { screen: 'suggestions', state: 'ready', about: 'My suggestions' },
  { screen: 'feed', state: 'ready', about: 'What was published, with texts to pass on' },
  { screen: 'strategy', state: 'goal-draft', about: 'A goal that cannot be chosen yet' },
  { screen: 'strategy', state: 'confirm', about: 'Goals that wait for their sponsor' },
  { screen: 'strategy', state: 'rule-open', about: 'A rule for company information' },
  { screen: 'strategy', state: 'desk', about: 'The desk’s hours, minutes and duty' },
  { screen: 'strategy', state: 'who', about: 'Who answers for what' },
  { screen: 'help', state: 'all', about: 'Roles, and a tour for each' },
  { screen: 'strategy', state: 'history', about: 'Who changed what of the strategy' },
  { screen: 'status', state: 'parked', about: 'Status' },
  { screen: 'join', state: 'offer', about: 'Joining' },
  { screen: 'settings', state: 'joined', about: 'Settings' },
  { screen: 'welcome', state: 'fresh', about: 'Welcome' },
];

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

async function show(page: Page, which: Record<'screen' | 'state' | 'lang' | 'scheme', string>): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: which.scheme }]);
  await page.goto(`${gallery.url}?${new URLSearchParams(which)}`);
  await page.waitForSelector('#root > *');
  // The gallery lists its states where one is not known: a picture of that would tell nobody.
  if (await page.$('.gallery-index')) throw new Error(`There is no state ${which.state} of ${which.screen}`);
}

const gallery = await serveGallery();
const { path } = await ensureBrowser('chromium', console.log);
const browser = await puppeteer.launch({
  executablePath: path,
  // Dates as most colleagues in Europe read them.
  args: ['--no-sandbox', '--force-prefers-reduced-motion', '--lang=en-GB'],
});
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  const lines: string[] = [];
  for (const { screen, state, about, size = { width: 1280, height: 800 } } of SHOWN) {
    const files: string[] = [];
    for (const lang of LANGUAGES)
      for (const scheme of SCHEMES) {
        await page.setViewport(size);
        await show(page, { screen, state, lang, scheme });
        const file = `${screen}-${state}-${lang}-${scheme}.png`;
        await page.screenshot({ path: `${folder}${file}` });
        files.push(`[${lang}, ${scheme}](${file})`);
      }
    lines.push(`## ${about}\n\n![${about}](${screen}-${state}-en-light.png)\n\n${files.join(' · ')}\n`);
    console.log(`${screen} ${state}`);
  }
  await shootBoth(
    page,
    async (screen, state, size) => {
      await page.setViewport({ ...size, deviceScaleFactor: 2 });
      await show(page, { screen, state, lang: 'en', scheme: 'light' });
      return Buffer.from(await page.screenshot());
    },
    fileURLToPath(new URL('../../docs/images/clip-and-decide.png', import.meta.url)),
  );
  await writeFile(
    `${folder}README.md`,
    `# Screens\n\nMade by \`npm run screens\` from invented data.\n\n${lines.join('\n')}`,
  );
} finally {
  await browser.close();
  await gallery.close();
}

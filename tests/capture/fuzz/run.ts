/**
 * `npm run test:capture-fuzz -- [COUNT] [--seed N]`: 5,000 broken pages in a real Chromium, or the one
 * of a seed that failed.
 */
import { parseArgs } from 'node:util';
import { openCaptureBrowser } from '../../pages/captured-page.ts';
import { tryInBrowser } from './browser-run.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
const from = Number(values.seed ?? 0);
const count = values.seed === undefined ? Number(positionals[0] ?? 5_000) : 1;
const browser = await openCaptureBrowser();
try {
  const wrong = await tryInBrowser(browser, from, count, (done) => {
    if (done % 500 === 0) console.log(`${done} of ${count}`);
  });
  for (const line of wrong) console.error(line);
  console.log(`${count - wrong.length} passed, ${wrong.length} failed`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await browser.close();
}

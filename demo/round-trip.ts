/**
 * `npm run demo`: plays the round trip once in headless browsers, says each step with its time as a line
 * of JSON, and ends with 0 or 1. `--language en --scheme dark --scale 2` change what the screenshots show.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { buildExtension } from './build.ts';
import { playRoundTrip } from './play.ts';
import { FREE_PORTS, type Stage, type StageOptions, setStage } from './stage.ts';
import { createStep } from './steps.ts';

const ROOT = path.join(import.meta.dirname, '..');

type RoundTripOptions = Pick<StageOptions, 'ports' | 'language' | 'scheme' | 'scale' | 'say'>;

/** Plays on a stage of its own, always from the beginning. The caller stops the stage that it gets back. */
export async function roundTrip(options: RoundTripOptions): Promise<{ stage: Stage; artifacts: string }> {
  const { language, scheme } = options;
  const step = createStep(console.log);
  const folder = path.join(ROOT, '.clipdesk/demo');
  const artifacts = path.join(ROOT, 'artifacts', `demo-${language}-${scheme}`);
  await rm(folder, { recursive: true, force: true });
  await rm(artifacts, { recursive: true, force: true });
  await mkdir(artifacts, { recursive: true });
  const extensionDir = path.join(folder, 'extension');
  await step('build the extension', () => buildExtension('chrome', extensionDir));
  const stage = await step('start queue, intranet and two browsers', () =>
    setStage({ ...options, extensionDir, folder, headless: true }),
  );
  const shoot = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: path.join(artifacts, `${name}.png`) });
  };
  try {
    await playRoundTrip(stage, step, shoot);
  } catch (error) {
    await shootAll(stage, shoot);
    await stage.stop();
    throw error;
  }
  return { stage, artifacts };
}

/** What both people had on their screens when a step failed. */
async function shootAll({ employee, editor }: Stage, shoot: (page: Page, name: string) => Promise<void>) {
  for (const [name, { browser }] of Object.entries({ employee, editor })) {
    for (const [index, page] of (await browser.pages()).entries()) {
      await page.bringToFront();
      await shoot(page, `failed-${name}-${index}`).catch(() => {});
    }
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      language: { type: 'string', default: 'de' },
      scheme: { type: 'string', default: 'light' },
      scale: { type: 'string', default: '1' },
    },
  });
  try {
    const { stage, artifacts } = await roundTrip({
      ports: FREE_PORTS,
      language: values.language === 'en' ? 'en' : 'de',
      scheme: values.scheme === 'dark' ? 'dark' : 'light',
      scale: Number(values.scale),
      say: console.error,
    });
    await stage.stop();
    console.log(JSON.stringify({ screenshots: path.relative(process.cwd(), artifacts) }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

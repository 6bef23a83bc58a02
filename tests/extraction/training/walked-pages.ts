/** What walk-pages.ts kept of labelled pages, and how they are divided: both trainings read them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '../../../capture/page.ts';
import { seeded } from './boosting.ts';

/** Undefined for a page that was not walked. */
export function walkedPage(walked: string, set: string, id: string): Page | undefined {
  const file = join(walked, `${set}~${id.replaceAll('/', '_')}.json.gz`);
  return existsSync(file) ? (JSON.parse(gunzipSync(readFileSync(file)).toString()) as Page) : undefined;
}

/** Registrable domain, roughly: pages of one site are never on both sides of a test. Empty for no address. */
export const siteOf = (url: string): string =>
  URL.canParse(url)
    ? new URL(url).hostname
        .replace(/^www\./, '')
        .split('.')
        .slice(-2)
        .join('.')
    : '';

/** The fold of each of these pages: all pages of a site are in one. */
export function foldsOf(pages: readonly { site: string }[], folds: number): number[] {
  const random = seeded(3);
  const sites = [...new Set(pages.map(({ site }) => site))].sort();
  const foldOf = new Map(sites.map((site) => [site, Math.floor(random() * folds)]));
  return pages.map(({ site }) => foldOf.get(site) ?? 0);
}

export function finish<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

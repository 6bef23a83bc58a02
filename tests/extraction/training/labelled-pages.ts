/** Labelled pages as the text model sees them: one row of numbers and one label a block. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockFeatures } from '../../../capture/block-features.ts';
import type { Block } from '../../../capture/blocks.ts';
import { gatherEvidence } from '../../../capture/evidence.ts';
import { candidatesOf, shownBlocks } from '../../../capture/main-text.ts';
import type { Page } from '../../../capture/page.ts';
import { siteNames } from '../../../capture/site-name.ts';
import { FINE } from '../../../capture/text-model.ts';
import { readTitle } from '../../../capture/title.ts';
import { type Labels, labelsFromPassages, labelsFromText } from './labels.ts';
import { finish, siteOf, walkedPage } from './walked-pages.ts';

export type LabelledPage = Labels & {
  set: string;
  site: string;
  kind: string;
  /** The labelled text; undefined where only passages are known. */
  truth: string | undefined;
  blocks: readonly Block[];
  rows: Float32Array;
};

type Truth = { url?: string; pageType?: string; text?: string; with?: string[]; without?: string[] };

/**
 * Reads `<pages>/<set>/truth.json` and the walked pages `<walked>/<set>~<id>.json.gz` of every set. Sets
 * whose labels are another extractor's output teach its mistakes: name only those that people labelled.
 */
export function labelledPages(pages: string, walked: string, sets: readonly string[]): LabelledPage[] {
  const known = readdirSync(pages).filter((set) => sets.includes(set));
  return known.flatMap((set) => {
    const truths = JSON.parse(readFileSync(join(pages, set, 'truth.json'), 'utf8')) as Record<string, Truth>;
    return Object.entries(truths).flatMap(([id, truth]) => {
      const page = truth.text === undefined && truth.with === undefined ? undefined : walkedPage(walked, set, id);
      return page === undefined ? [] : [labelled(set, id, truth, page)];
    });
  });
}

function labelled(set: string, id: string, truth: Truth, page: Page): LabelledPage {
  const evidence = finish(gatherEvidence(page));
  const title = readTitle(
    evidence,
    siteNames(evidence).map(({ value }) => value),
  );
  const candidates = candidatesOf(finish(shownBlocks(evidence)), evidence);
  const rows = Float32Array.from(finish(blockFeatures(evidence, title, candidates)), (value) => value / FINE);
  const texts = candidates.blocks.map(({ text }) => text);
  return {
    set,
    site: siteOf(truth.url ?? '') || id,
    kind: truth.pageType ?? 'article',
    truth: truth.text,
    blocks: candidates.blocks,
    rows,
    ...(truth.text === undefined
      ? labelsFromPassages(texts, truth.with ?? [], truth.without ?? [])
      : labelsFromText(texts, truth.text)),
  };
}

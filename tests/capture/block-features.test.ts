// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../capture/at-once.ts';
import { BLOCK_FEATURES, blockFeatures, WIDTH } from '../../capture/block-features.ts';
import { readBlocks } from '../../capture/blocks.ts';
import { gatherEvidence } from '../../capture/evidence.ts';
import { siteNames } from '../../capture/site-name.ts';
import { FINE } from '../../capture/text-model.ts';
import { readTitle } from '../../capture/title.ts';
import { walkDocument } from '../../capture/walk.ts';

function rowsOf(html: string, address = 'https://example.com/a/b/c'): Record<string, number>[] {
  const page = atOnce(walkDocument(new DOMParser().parseFromString(html, 'text/html'), address));
  const evidence = atOnce(gatherEvidence(page));
  const blocks = atOnce(readBlocks(page));
  const title = readTitle(
    evidence,
    siteNames(evidence).map(({ value }) => value),
  );
  const rows = atOnce(blockFeatures(evidence, title, { blocks, gaps: blocks.map(() => 0) }));
  return blocks.map((_, at) =>
    Object.fromEntries(
      BLOCK_FEATURES.map((name, feature) => [name, (rows[at * WIDTH + feature] ?? Number.NaN) / FINE]),
    ),
  );
}

describe('the numbers of a block', () => {
  it('stand under their names, to the last one', () => {
    const [title, first, second, third] = rowsOf(
      `<h1>Der Titel</h1><ul><li><a href=x>Eins</a></li><li><b>Zwei</b></li></ul><aside class=comments><p>© Foto</p></aside>`,
    );
    expect(title).toMatchObject({ titleBlocks: 0, path: 3, links: 0, climb: -1 });
    expect(first).toMatchObject({ list: 1, links: 1, titleBlocks: 1, kin: 2, comments: 60, sameAfter: 1 });
    expect(second).toMatchObject({ list: 1, links: 0, titleBlocks: 2, sameAfter: 0, lookCount: 2 });
    expect(third).toMatchObject({ list: 0, comments: 1, removed: 1, path: 3 });
  });

  it('have different names', () => {
    expect(new Set(BLOCK_FEATURES).size).toBe(WIDTH);
  });
});

// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true, "disableIframePageLoading": true } }
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';
import { differences, labelledPages } from './labelled-pages.ts';
import { knownGaps } from './systems-gaps.ts';

describe('pages of intranet systems are read as their labels say', () => {
  it.each(labelledPages('systems').map(({ name, ...page }) => [name, page] as const))('%s', (name, { html, label }) => {
    const gaps = knownGaps(name);
    const found = differences(captureHtml(html, label.address), label);
    expect(found.filter((line) => !gaps.some((gap) => line.startsWith(gap)))).toEqual([]);
    // A gap that is closed leaves the list.
    expect(gaps.filter((gap) => !found.some((line) => line.startsWith(gap)))).toEqual([]);
  });
});

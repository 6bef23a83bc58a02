// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';
import { differences, labelledPages } from './labelled-pages.ts';

describe('pages of intranet systems are read as their labels say', () => {
  it.each(labelledPages('systems').map(({ name, ...page }) => [name, page] as const))(
    '%s',
    (_name, { html, label }) => {
      expect(differences(captureHtml(html, label.address), label)).toEqual([]);
    },
  );
});

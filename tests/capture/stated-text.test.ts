import { describe, expect, it } from 'vitest';
import { stands, statedText } from '../../capture/stated-text.ts';

const BODY = 'Die Werkstatt öffnet am Montag wieder und alle sind eingeladen. '.repeat(5);
const prints = statedText([
  `{"@type":"Article","articleBody":"${BODY}\\u003cb\\u003e\\"Ganz\\" neu und sehr schön\\u003c/b\\u003e"}`,
]);

describe('the text that linked data states', () => {
  it('tells a passage that stands in it from one that does not', () => {
    expect(stands('Die Werkstatt öffnet am Montag wieder und alle sind eingeladen.', prints)).toBe(1);
    expect(stands('Ganz neu und sehr schön', prints)).toBe(1);
    expect(stands('Lesen Sie auch unsere anderen Artikel zum Thema', prints)).toBe(-1);
  });

  it('knows nothing of short lines and of pages that state nothing', () => {
    expect(stands('Am Montag', prints)).toBe(0);
    expect(stands(BODY, statedText(['{"articleBody":"kurz"}', 'no json', '{"text":"']))).toBe(0);
  });

  it('reads a string without end, and a million escapes, in one go', () => {
    expect(statedText([`{"text":"${'\\"'.repeat(500_000)}`, `{"articleBody":"${BODY}`]).size).toBeGreaterThan(0);
  });
});

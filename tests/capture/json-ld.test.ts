import { describe, expect, it } from 'vitest';
import { atOnce } from '../../capture/at-once.ts';
import { readLinkedData } from '../../capture/json-ld.ts';

const linkedData = (sources: string[]) => atOnce(readLinkedData(sources));

describe('linked data', () => {
  it('puts the article in front of the site it stands on', () => {
    const things = linkedData([
      '{"@graph": [{"@type": "WebSite", "name": "S"}, {"@type": "NewsArticle", "headline": "H"}]}',
    ]);
    expect(things.map(({ types }) => types[0])).toEqual(['NewsArticle', 'WebSite']);
  });

  it('reads what pages really write: comments, raw line breaks, a comma too many, entities', () => {
    const [thing] = linkedData(['<!-- {"@type": "Article", "headline": "A &amp; B\nC",} -->']);
    expect(thing?.headline).toBe('A & B C');
  });

  it('takes names from people, lists and plain text, and not from what is only linked', () => {
    const [thing] = linkedData([
      '{"@type": "Article", "author": [{"@type": "Person", "name": "Anna"}, "Paul"], "comment": {"@type": "Comment", "author": "Troll"}}',
    ]);
    expect(thing?.authors).toEqual(['Anna', 'Paul']);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '{"@type": 7}',
    '{"@type": ["Article"], "author": [[["x"]]], "headline": {"a": 1}}',
  ])('survives %s', (source) => {
    expect(() => linkedData([source])).not.toThrow();
  });

  it('survives 50,000 levels and 200,000 values', { timeout: 60_000 }, () => {
    const deep = `${'{"@type":"Article","x":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const wide = `[${'{"@type":"Article"},'.repeat(200_000)}{}]`;
    expect(() => linkedData([deep, wide])).not.toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { atOnce } from '../../capture/at-once.ts';
import { makeDraft as draftSteps, type Findings } from '../../capture/draft.ts';
import { clipDraftSchema } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';

const findings = (changes: Partial<Findings> = {}): Findings => ({
  address: 'https://example.com/',
  canonicalAddress: null,
  title: 'Title',
  kind: 'other',
  siteName: '',
  byline: [],
  lang: null,
  published: null,
  modified: null,
  excerpt: '',
  image: null,
  access: 'full',
  paragraphs: [],
  pageCut: false,
  signals: {},
  ...changes,
});

const makeDraft = (found: Findings, selected: string) => atOnce(draftSteps(found, selected));

describe('drafts', () => {
  it('say what was cut, and only that', () => {
    expect(makeDraft(findings(), '').cut).toEqual([]);
    const long = 'word '.repeat(100_000);
    const draft = makeDraft(findings({ title: long, excerpt: long, paragraphs: [long], pageCut: true }), long);
    expect(draft.cut).toEqual(['title', 'excerpt', 'quote', 'text', 'page']);
    expect(clipDraftSchema.safeParse(draft).success).toBe(true);
    expect(draft.text.length).toBeLessThanOrEqual(LIMITS.pageText);
  });

  it('cut text between paragraphs as well as inside one', () => {
    const paragraphs = Array.from({ length: 3_000 }, (_, index) => `${index} ${'x'.repeat(98)}`);
    const draft = makeDraft(findings({ paragraphs }), '');
    expect(draft.cut).toEqual(['text']);
    expect(draft.text.startsWith('0 xxx')).toBe(true);
  });

  it('mend lone surrogates and drop names that say nothing', () => {
    const draft = makeDraft(
      findings({ title: 'a\ud800b', byline: ['  ', 'Anna'], siteName: ' ', paragraphs: ['\udc00'] }),
      '',
    );
    expect(draft).toMatchObject({ title: 'a\ufffdb', byline: ['Anna'], siteName: null, text: '\ufffd', quote: null });
  });

  it('count words, also where none are divided by spaces', () => {
    expect(makeDraft(findings({ paragraphs: ['Zwei Wörter', 'and O’Sample’s three'] }), '').wordCount).toBe(5);
    expect(makeDraft(findings({ paragraphs: ['工場の新しい実習室が開かれた'] }), '').wordCount).toBe(7);
  });

  it('shorten an address that is too long by what does not name the page', () => {
    const address = `https://example.com/a?q=1#${'x'.repeat(5_000)}`;
    expect(makeDraft(findings({ address }), '').address).toBe('https://example.com/a?q=1');
  });
});

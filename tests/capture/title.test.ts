// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const titled = (title: string, heading: string): string =>
  captureHtml(`<title>${title}</title><main><h1>${heading}</h1><p>Text.</p></main>`).title;

describe('titles', () => {
  it('lose the name of the site at either end', () => {
    const site = '<meta property="og:site_name" content="The Courier">';
    expect(captureHtml(`${site}<title>A line of their own | The Courier</title><p>Text.`).title).toBe(
      'A line of their own',
    );
    expect(captureHtml('<title>Example – A line of their own</title><p>Text.').title).toBe('A line of their own');
  });

  it('keep a separator that belongs to them', () => {
    expect(titled('Before – and after', 'Before – and after')).toBe('Before – and after');
  });

  it('are the heading that other sources agree with, not the first one', () => {
    const draft = captureHtml(
      '<title>Halle 4 öffnet - Werk</title><h1>Navigation und Service</h1><main><h1>Halle 4 öffnet</h1><p>Text.</p></main>',
    );
    expect(draft.title).toBe('Halle 4 öffnet');
  });

  it('are empty on a page that has none', () => {
    expect(captureHtml('<p>Text without a title.').title).toBe('');
  });
});

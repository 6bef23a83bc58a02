// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { titleParts } from '../../capture/title.ts';
import { captureHtml } from './capture-html.ts';

const best = (title: string, names: string[]): string | undefined =>
  titleParts(title, names, 'https://www.courier.example/a').sort((a, b) => b.share - a.share)[0]?.value;

describe('titles', () => {
  it('lose the name of the site at either end', () => {
    expect(best('A line of their own | The Courier', ['The Courier'])).toBe('A line of their own');
    expect(best('Courier – A line of their own', [])).toBe('A line of their own');
  });

  it('keep a separator that belongs to them', () => {
    expect(best('Before – and after', ['The Courier'])).toBe('Before – and after');
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

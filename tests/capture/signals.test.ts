// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const GERMAN =
  '<p>Die Lehrwerkstatt in Halle 4 ist seit Montag offen, und sie wird nicht nur von den Auszubildenden für ihre Arbeit benutzt.</p>';

describe('a draft names the signal', () => {
  it('of every field that it found, and of no other', () => {
    const draft = captureHtml(
      `<html lang="de"><title>Halle 4 öffnet</title><link rel="canonical" href="/halle-4">
       <meta name="author" content="Anna Beispiel"><meta property="og:site_name" content="Werkblatt">
       <meta property="article:published_time" content="2026-11-20T08:00:00+01:00"><main><h1>Halle 4 öffnet</h1>${GERMAN}</main>`,
    );
    expect(draft.signals).toMatchObject({
      byline: 'meta author',
      siteName: 'meta og:site_name',
      lang: 'html lang',
      published: 'meta article:published_time',
      canonicalAddress: 'link canonical',
      excerpt: 'text',
    });
    expect(draft.signals.modified).toBeUndefined();
  });
});

describe('the language', () => {
  it('is that of the text where the page says another one', () => {
    const draft = captureHtml(`<html lang="en"><main><h1>Halle 4</h1>${GERMAN.repeat(3)}</main>`);
    expect(draft.lang).toBe('de');
    expect(draft.signals.lang).toBe('text');
  });

  it('keeps its region where the page and its text agree', () => {
    expect(captureHtml(`<html lang="de-at"><main><h1>Halle 4</h1>${GERMAN}</main>`).lang).toBe('de-AT');
  });
});

describe('the name of the site', () => {
  it('stands behind the title where nothing else says it', () => {
    const draft = captureHtml(`<title>Halle 4 öffnet – Werkblatt</title><main><h1>Halle 4 öffnet</h1>${GERMAN}</main>`);
    expect(draft).toMatchObject({ title: 'Halle 4 öffnet', siteName: 'Werkblatt' });
  });

  it('goes without its claim or legal form', () => {
    const linked =
      '{"@type":"NewsArticle","headline":"Halle 4 öffnet","publisher":{"@type":"Organization","name":"Werkblatt"}}';
    const draft = captureHtml(
      `<meta property="og:site_name" content="Werkblatt – Neues aus dem Werk"><script type="application/ld+json">${linked}</script>${GERMAN}`,
    );
    expect(draft.siteName).toBe('Werkblatt');
  });
});

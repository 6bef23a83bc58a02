// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const page = (name: string): string => readFileSync(path.join(import.meta.dirname, 'pages', `${name}.html`), 'utf8');

describe('pages of the kinds that people clip', () => {
  it('an intranet page of SharePoint', () => {
    const draft = captureHtml(page('sharepoint'), 'https://example.sharepoint.com/sites/hr/Lehrwerkstatt.aspx');
    expect(draft).toMatchObject({
      title: 'Neue Lehrwerkstatt eröffnet',
      kind: 'intranet',
      byline: ['Anna Beispiel'],
      published: '2026-11-12',
      lang: 'de-DE',
    });
    expect(draft.text.split('\n')).toHaveLength(3);
    expect(draft.text).not.toMatch(/Kommentar|Impressum|Einkauf/);
    expect(draft.excerpt).toMatch(/^Am Montag hat in Halle 4/);
  });

  it('a page of Confluence', () => {
    const draft = captureHtml(page('confluence'), 'https://confluence.example.com/display/COMM/press-day');
    expect(draft).toMatchObject({
      title: 'How we plan a press day',
      kind: 'wiki',
      byline: ['Maria Example'],
      modified: '2026-11-03',
    });
    expect(draft.text).toMatch(/^A press day needs six weeks/);
    expect(draft.text).toContain('Ask plant safety');
    expect(draft.text).not.toMatch(/Like|Templates/);
  });

  it('a page of MediaWiki', () => {
    const draft = captureHtml(page('mediawiki'), 'https://wiki.example.org/wiki/Kantinenkarte?mobile=1');
    expect(draft).toMatchObject({
      title: 'Kantinenkarte',
      kind: 'wiki',
      modified: '2026-10-04',
      canonicalAddress: 'https://wiki.example.org/wiki/Kantinenkarte',
    });
    expect(draft.text).not.toMatch(/Bearbeiten|Kategorie|Anmelden/);
  });

  it('a news article', () => {
    const draft = captureHtml(page('news'), 'https://courier.example.com/business/apprentices-line?utm_source=x');
    expect(draft).toMatchObject({
      title: 'Apprentices run their own assembly line',
      kind: 'news',
      siteName: 'The Example Courier',
      byline: ['Anna Example', "Paul O'Sample"],
      published: '2026-11-20T08:30:00+01:00',
      modified: '2026-11-21T09:00:00+01:00',
      canonicalAddress: 'https://courier.example.com/business/apprentices-line',
      imageAddress: 'https://courier.example.com/media/line-1200.jpg',
    });
    expect(draft.text.split('\n')).toHaveLength(5);
    expect(draft.text).not.toMatch(/Photo|Subscribe|Read more|reader writes|rights reserved/);
  });

  it('a listing keeps what it lists', () => {
    const draft = captureHtml(page('listing'), 'https://www.stadtwerke.example/aktuelles');
    expect(draft.title).toBe('Aktuelles');
    expect(draft.text).toContain('Neue Ladesäulen am Bahnhof');
    expect(draft.text).not.toContain('Impressum');
  });

  it('a fragment of a page', () => {
    expect(captureHtml(page('minimal'))).toMatchObject({
      title: '',
      text: 'Only this line, without anything around it.',
    });
  });

  it('a page whose forms shadow the document', () => {
    const draft = captureHtml(page('hostile'));
    expect(draft.title).toBe('The real title');
    expect(draft.text).toMatch(/^The text of this page is found/m);
    expect(draft).toMatchObject({ canonicalAddress: null, imageAddress: null, published: null, lang: 'en' });
  });
});

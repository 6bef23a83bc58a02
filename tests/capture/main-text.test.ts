// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const SENTENCE = 'Ein ganzer Satz, der lang genug ist, um als Text einer Seite zu gelten und nicht als Beschriftung. ';
const text = (html: string, address?: string): string => captureHtml(html, address).text;
const p = (words: string): string => `<p>${words} ${SENTENCE}</p>`;

describe('the main text', () => {
  it('is what stands in the element that holds nearly all prose', () => {
    const html = `<nav><a href=a>Start</a></nav><div><div>${p('Eins')}${p('Zwei')}${p('Drei')}</div><div>Rechte Spalte</div></div>`;
    expect(text(html)).toMatch(/^Eins .*\nZwei .*\nDrei [^\n]*$/);
  });

  it('begins with a lead that stands apart under the title', () => {
    const html = `<h1>Titel</h1><div><h2>Vorspann. ${SENTENCE}</h2></div><div>${p('Eins')}${p('Zwei').repeat(8)}</div>`;
    expect(text(html)).toMatch(/^Vorspann/);
  });

  it('leaves out captions, bylines, comments and offers', () => {
    const html = `<article><h1>Titel</h1><div class=byline>Von Anna Beispiel</div>${p('Eins')}
      <figure><img src=x><figcaption>${SENTENCE}Foto: Muster</figcaption></figure>${p('Zwei')}
      <div class=newsletter-box>${SENTENCE}Abonnieren</div></article><section id=comments>${p('Kommentar')}</section>`;
    expect(text(html)).not.toMatch(/Foto|Abonnieren|Kommentar|Anna/);
    expect(text(html)).toMatch(/Eins.*Zwei/s);
  });

  it('keeps the comments where people answer each other', () => {
    const html = `<h1>Frage</h1><div class=comment>${p('Frage')}</div><div class=comment>${p('Antwort')}</div>`;
    expect(text(html, 'https://forum.example.com/threads/1')).toContain('Antwort');
  });

  it('is all there is where everything looks like furniture', () => {
    expect(text(`<title>T</title><aside class=sidebar>${p('Nur das hier.')}</aside>`)).toContain('Nur das hier.');
    expect(text('<div class=comments>Kurz.</div>')).toBe('Kurz.');
  });

  it('never runs two words together, and never divides one', () => {
    expect(text('<div>eins<div>zwei</div>drei<br>vier <b>fü</b>nf</div>').split(/\s+/)).toEqual([
      'eins',
      'zwei',
      'drei',
      'vier',
      'fünf',
    ]);
  });

  it('leaves out the cards of other pages below it', () => {
    const card = (name: string): string =>
      `<div class=card><h3><a href=x>${name} heute</a></h3><p>Kurz gesagt: ${name}. <a href=x>Weiterlesen</a></p></div>`;
    const html = `<main><article><h1>Titel</h1>${p('Eins')}${p('Zwei')}${p('Drei')}</article></main>
      <div class=related-posts><h2>Mehr zum Thema</h2>${['Ahorn', 'Birke', 'Cedern', 'Dattel'].map(card).join('')}</div>`;
    expect(text(html)).toMatch(/Eins .*Zwei .*Drei /s);
    expect(text(html)).not.toMatch(/Ahorn|Weiterlesen/);
  });

  it('is the same when the page is read again', () => {
    const html = `<nav><a href=a>Start</a></nav><h1>Titel</h1>${p('Eins')}<table><tr><td>a<td>b</table>${p('Zwei')}`;
    expect(text(html)).toBe(text(html));
  });

  it('is empty on an empty page', () => {
    expect(captureHtml('')).toMatchObject({ text: '', excerpt: '', title: '', wordCount: 0, cut: [] });
  });
});

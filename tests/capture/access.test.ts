// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const SENTENCE = 'Die neue Halle steht seit Montag, und der Umzug dauert noch bis zum Ende des Monats. ';
const accessOf = (html: string, address?: string): string => captureHtml(html, address).access;
const article = (sentences: number, rest = ''): string =>
  `<title>Die neue Halle</title><main><h1>Die neue Halle</h1>${`<p>${SENTENCE}</p>`.repeat(sentences)}${rest}</main>`;
const PASSWORD = '<form action="/in"><input type="text"><input type="password"></form>';

describe('a sign-in page', () => {
  it('is one with a password field and hardly any text', () => {
    expect(accessOf(`<title>Intranet</title><h1>Willkommen</h1>${PASSWORD}`)).toBe('sign_in');
  });

  it('is one at an identity provider, though its field is out of sight', () => {
    const html = `<title>Konto</title><input type=password aria-hidden=true><p>${SENTENCE.repeat(5)}</p>`;
    expect(accessOf(html, 'https://login.microsoftonline.com/common')).toBe('sign_in');
    expect(accessOf(html, 'https://www.example.com/common')).toBe('full');
  });

  it('is not an article with a box to sign in, nor a form for a new password', () => {
    expect(accessOf(article(12, PASSWORD))).toBe('full');
    expect(accessOf(`<h1>Neues Passwort</h1>${PASSWORD}<input type=password>`)).toBe('full');
  });

  it('is not a signed text on how to sign in', () => {
    const html = `<title>Anmelden</title><h1>Anmelden</h1><meta name="author" content="Anna Beispiel"><p>${SENTENCE}</p>`;
    expect(accessOf(html)).toBe('full');
  });
});

describe('an error page', () => {
  it.each([
    ['404', 'Seite nicht gefunden', 'Die Adresse enthält vielleicht einen Tippfehler.'],
    ['Forbidden', '403', 'You don’t have permission to access this resource.'],
    ['Nordwerk', 'Internal Server Error', 'An error occurred.'],
    ['Zugriff verweigert | Wiki', 'Wiki', 'Für diese Seite gibt es keine Berechtigung.'],
  ])('says so in two of title, heading and text: %s, %s', (title, heading, text) => {
    expect(accessOf(`<title>${title}</title><main><h1>${heading}</h1><p>${text}</p></main>`)).toBe('error_page');
  });

  it.each([
    ['404 Leute im Chor', 'Der größte Chor der Stadt hat 404 Mitglieder.'],
    ['Lost and not found', 'Der Koffer war nicht mehr da.'],
    ['メディア芸術祭賞', '受賞した。'],
  ])('is not a short page titled %s', (title, text) => {
    expect(accessOf(`<title>${title}</title><main><p>${text}</p></main>`)).toBe('full');
  });
});

describe('a paywall', () => {
  const OFFER = '<section class="paywall"><h2>Weiterlesen mit Plus</h2><p>Im ersten Monat 1 € pro Woche</p></section>';
  const paid = (part: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Die neue Halle","isAccessibleForFree":"False",
      "hasPart":{"isAccessibleForFree":false,"cssSelector":".paid-part"}}</script>${article(3, `<div class="paid_part">${part}</div>`)}`;

  it('is an offer in a box after a short beginning, and the offer is no text', () => {
    const draft = captureHtml(article(3, OFFER));
    expect(draft).toMatchObject({ access: 'excerpt_only', signals: { access: 'paywall box' } });
    expect(draft.text).not.toMatch(/Plus|1 €/);
  });

  it('is a paid part without text, and none if its text is there', () => {
    expect(accessOf(paid(''))).toBe('excerpt_only');
    expect(accessOf(paid(`<p>${SENTENCE.repeat(4)}</p>`))).toBe('full');
  });

  it('is no offer over a long text', () => {
    expect(accessOf(article(60, OFFER))).toBe('full');
  });

  it('is not an offer to subscribe to a newsletter, nor "scroll to continue reading"', () => {
    expect(accessOf(article(3, '<p>Subscribe to our newsletter</p>'))).toBe('full');
    expect(accessOf(article(3, '<p>Advertisement. Scroll to continue reading.</p>'))).toBe('full');
  });
});

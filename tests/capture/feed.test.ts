// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The test's document model has no layout: this one stands in for it, before the capture takes its functions. */
const layout = vi.hoisted(() => {
  const shown = { inMiddle: '', firstTop: 0, height: 0 };
  Object.assign(Document.prototype, {
    elementsFromPoint(this: Document): Element[] {
      const path: Element[] = [];
      for (let at = this.querySelector(shown.inMiddle); at !== null; at = at.parentElement) path.push(at);
      return path;
    },
  });
  Object.assign(Element.prototype, {
    getBoundingClientRect: () => ({ x: 0, y: shown.firstTop, width: 600, height: shown.height }),
  });
  return shown;
});

const { captureHtml } = await import('./capture-html.ts');
const { differences, labelledPages } = await import('./labelled-pages.ts');

const ADDRESS = 'https://netz.example.com/start';
const TEXT = 'In Halle 2 ist am Mittwoch das Licht aus. Wer dort arbeitet, bringt eine Lampe mit.';
const post = (id: number, inner = `<p>${TEXT}</p>`): string =>
  `<article class="post" id="p${id}"><header><a rel="author" href="/people/${id}">Anna Beispiel</a>
   <a href="/posts/${id}"><time datetime="2026-03-0${id}">${id}. März</time></a></header>${inner}</article>`;
const feed = (third: string, around = ''): string =>
  `<title>Start | Netz</title>${around}<div>${post(1)}${post(2)}${third}${post(4)}</div>`;

beforeEach(() => void Object.assign(layout, { inMiddle: '#p3', firstTop: -900, height: 200 }));

describe('a feed that was scrolled', () => {
  it('gives the post in the middle of the window, under its own address', () => {
    expect(
      captureHtml(
        feed(post(3, '<p>In Halle 4 steht jetzt ein Kran! Er hebt ab Montag die schweren Teile der neuen Anlage.</p>')),
        ADDRESS,
      ),
    ).toMatchObject({
      title: 'In Halle 4 steht jetzt ein Kran!',
      text: 'In Halle 4 steht jetzt ein Kran! Er hebt ab Montag die schweren Teile der neuen Anlage.',
      byline: ['Anna Beispiel'],
      published: '2026-03-03',
      canonicalAddress: 'https://netz.example.com/posts/3',
    });
  });

  it('gives no address of another site', () => {
    const foreign = post(3).replace('/posts/3', 'https://elsewhere.example/posts/3');
    expect(captureHtml(feed(foreign), ADDRESS).canonicalAddress).toBeNull();
  });

  it('is read as the label of the labelled page says', () => {
    const page = labelledPages('hard').find(({ name }) => name === 'feed-post-in-view.html');
    if (page === undefined) throw new Error('the page is there');
    layout.inMiddle = '[data-in-view]';
    const found = differences(captureHtml(page.html, page.label.address), page.label);
    // No address or meta tag says that this is an intranet.
    expect(found.filter((line) => !line.startsWith('kind'))).toEqual([]);
  });
});

describe('no post of a feed is', () => {
  const isWhole = (html: string): void => expect(captureHtml(html, ADDRESS).text).toContain('Gießerei');
  const rest = post(
    4,
    '<p>Die Gießerei feiert am Freitag ihr Jubiläum mit allen, die einmal dort gearbeitet haben.</p>',
  );

  it('one on a page that was not scrolled', () => {
    layout.firstTop = 10;
    isWhole(feed(post(3)) + rest);
  });

  it('a teaser that leads elsewhere', () => {
    isWhole(feed(post(3, `<h2><a href="/a">Licht aus</a></h2><p>${TEXT}</p>`)) + rest);
  });

  it('an answer on a page that has a title for all of them', () => {
    isWhole(feed(post(3), '<h1>Start</h1>') + rest);
  });

  it('a comment below an article', () => {
    const article = `<p>Die Gießerei feiert am Freitag ihr Jubiläum mit allen, die dort gearbeitet haben.</p>`.repeat(
      12,
    );
    isWhole(`<main>${article}</main><section class="comments">${feed(post(3))}</section>`);
  });
});

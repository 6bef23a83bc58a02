// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { capturePage } from '../../capture/index.ts';
import type { ClipDraft } from '../../protocol/clip.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.getSelection()?.removeAllRanges();
});

function capture(): Pick<ClipDraft, 'quote' | 'quotePlace' | 'cut'> {
  const reading = capturePage(document, 'https://example.com/');
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/** Selects from one place to another: a node and the offset in it. */
function select(html: string, from: [string, number], to: [string, number]) {
  document.body.innerHTML = html;
  const at = ([selector, offset]: [string, number]): [Node, number] => [
    document.querySelector(selector)?.firstChild ?? document.body,
    offset,
  ];
  document.getSelection()?.setBaseAndExtent(...at(from), ...at(to));
  return capture();
}

describe('what a person selected', () => {
  it('is nothing when nothing is, or only white space', () => {
    expect(select('<p id=a>Eins.</p>', ['#a', 2], ['#a', 2])).toMatchObject({ quote: null, quotePlace: null });
    expect(select('<p id=a> &nbsp; </p>', ['#a', 0], ['#a', 3])).toMatchObject({ quote: null, quotePlace: null });
  });

  it('begins and ends with whole words', () => {
    const html = '<p id=a>Die Werkstatt schweißt neue Pumpen.</p>';
    expect(select(html, ['#a', 17], ['#a', 31])).toMatchObject({
      quote: 'schweißt neue Pumpen',
      quotePlace: 'text=schwei%C3%9Ft%20neue%20Pumpen',
    });
  });

  it('over several blocks has them on lines of their own, and a place of first and last words', () => {
    const html = '<p id=a>Eins ist ein Anfang von allem.</p><p>Zwei.</p><p id=b>Drei ist ein gutes Ende davon.</p>';
    expect(select(html, ['#a', 0], ['#b', 30])).toMatchObject({
      quote: 'Eins ist ein Anfang von allem.\nZwei.\nDrei ist ein gutes Ende davon.',
      quotePlace: 'text=Eins%20ist%20ein%20Anfang,ein%20gutes%20Ende%20davon.',
    });
  });

  it('in a table has cells apart and rows on lines', () => {
    const html =
      '<table><tr><th id=a>Jahr</th><th>Stück</th></tr><tr><td>2025</td><td id=b><p>412</p></td></tr></table>';
    expect(select(html, ['#a', 0], ['#b p', 3]).quote).toBe('Jahr | Stück\n2025 | 412');
  });

  it('leaves out what is hidden, what cannot be selected, and what is no text', () => {
    const html = `<p id=a>Eins <span style="display:none">geheim</span><span style="user-select:none">Werbung </span>
      <script>nichts()</script><input value=Feld>zwei <b id=b>drei</b>.</p>`;
    expect(select(html, ['#a', 0], ['#b', 4]).quote).toBe('Eins zwei drei');
  });

  it('longer than a quote may be is cut after a whole sentence, and the draft says so', () => {
    const { quote, cut, quotePlace } = select(
      `<p id=a>${'Ein Satz mit Worten. '.repeat(100)}</p>`,
      ['#a', 0],
      ['#a', 2_000],
    );
    expect(quote).toMatch(/^(?:Ein Satz mit Worten\. )+…$/);
    expect(quote?.length).toBeGreaterThan(400);
    expect(quote?.length).toBeLessThanOrEqual(500);
    expect(cut).toContain('quote');
    expect(quotePlace).toBeNull();
  });

  it('in a text area is a quote without a place; no other field is read', () => {
    document.body.innerHTML = '<textarea>Selbst Geschriebenes</textarea><input type=password value=geheim>';
    const area = document.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(0, 6);
    expect(capture()).toMatchObject({ quote: 'Selbst', quotePlace: null });
    const field = document.querySelector('input');
    field?.focus();
    field?.setSelectionRange(0, 6);
    expect(capture()).toMatchObject({ quote: null, quotePlace: null });
  });
});

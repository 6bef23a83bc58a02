// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../capture/at-once.ts';
import { MAX_NODES } from '../../capture/capture-limits.ts';
import { packPage } from '../../capture/pack-page.ts';
import type { PackedPage } from '../../capture/packed-page.ts';
import type { Page } from '../../capture/page.ts';
import { unpackPage } from '../../capture/unpack-page.ts';
import { walkDocument } from '../../capture/walk.ts';
import { ADDRESS } from './capture-html.ts';
import { ORIGINS } from './fuzz/origins.ts';

const walked = (html: string): Page =>
  atOnce(walkDocument(new DOMParser().parseFromString(html, 'text/html'), ADDRESS));
/** As browsers hand it over: as JSON or a clone of it. */
const sent = (page: Page): PackedPage => JSON.parse(JSON.stringify(atOnce(packPage(page))));
const arrived = (page: Page): Page | null => atOnce(unpackPage(sent(page)));

describe('a page that leaves its process', () => {
  it.each(ORIGINS)('arrives as it was: $name', ({ html }) => {
    const page = walked(html);
    expect(arrived(page)).toEqual(page);
  });

  it('arrives with texts between and behind its elements, line breaks and what is hidden', () => {
    const page = walked(
      '<title>A</title><p role="Note" hidden>eins<br>zwei <b class="x Y">drei</b> vier</p>fünf<a href="/a" rel="author">sechs</a>',
    );
    expect(arrived(page)).toEqual(page);
  });

  it('is cut where it says more of its elements than is taken along, and says so', () => {
    const link = `<a href="/${'x'.repeat(4_000)}">Link</a>`;
    const page = walked(`<p>Anfang</p>${link.repeat(1_000)}<p>Ende</p>`);
    const { cut, nodes, runs } = arrived(page) ?? { nodes: [], runs: [] };
    expect(cut).toBe(true);
    expect(nodes.length).toBeGreaterThan(500);
    expect(nodes.length).toBeLessThan(page.nodes.length);
    expect(runs.map(({ text }) => text)).toContain('Anfang');
  });

  it('is written in parts that are small', () => {
    const page = walked('<p>Ein Satz, der hier steht.</p>'.repeat(5_000));
    const { parts } = sent(page);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(200_000);
  });
});

describe('what no script of ours writes', () => {
  const packed = (...parts: unknown[]): object => ({
    address: ADDRESS,
    contentType: 'text/html',
    cut: false,
    linkedData: [],
    labels: [],
    parts: parts.map((part) => JSON.stringify(part)),
  });
  const read = (given: unknown) => atOnce(unpackPage(given));

  it.each([
    ['nothing', null],
    ['a list', []],
    ['an address that is none', { ...packed(), address: 'http://[' }],
    ['a hole where linked data stands', { ...packed(), linkedData: new Array(1) }],
    ['no parts', { ...packed(), parts: undefined }],
    ['a part that is no JSON', { ...packed(), parts: ['[['] }],
    ['a part that is no list', packed({ 0: [] })],
    ['a step that is no number', packed([['1', 0, 0], [], [], []])],
    ['a step below zero', packed([[-1, 0, 0], [], [], []])],
    ['an element without names', packed([[1], [], [], []])],
    ['a name that was never told', packed([[1, 7, 0], [], [], []])],
    ['a kind that is none', packed([[3, 0, 0], [], [], []])],
    ['a text that is not there', packed([[0], [], [], []])],
    ['a text that is none', packed([[0], [], [{}], []])],
    ['attributes that are none', packed([[2, 0, 0], [], [], ['href']])],
    ['an attribute that is no text', packed([[2, 0, 0], [], [], [{ href: { toString: 1 } }]])],
    [
      'more levels than a page has',
      packed([Array.from({ length: 3 * 2_000 }, (_, at) => (at % 3 === 0 ? 1 : 0)), [], [], []]),
    ],
    ['linked data without end', { ...packed(), linkedData: Array.from({ length: 20 }, () => 'x'.repeat(100_000)) }],
    ['texts without end', packed(...Array.from({ length: 60 }, () => [[0], [], ['x'.repeat(32_000)], []]))],
  ])('%s is no page', (_name, given) => {
    expect(read(given)).toBeNull();
  });

  it('more elements than a walk visits are no page', () => {
    const side = [4 + 1, 0, 0];
    const part = [Array.from({ length: 60_000 }, () => side).flat(), [], [], []];
    expect(read(packed(part))?.nodes).toHaveLength(60_000);
    expect(read(packed(part, part, part))).toBeNull();
    expect(MAX_NODES).toBeLessThan(180_000);
  });

  it('a step far out of the page ends at its root', () => {
    const page = read(packed([[1, 1, 0, 1, 2, 0, 4e9 + 1, 2, 0], ['html', 'p'], [], []]));
    expect(page?.nodes.map(({ parent, end, depth }) => [parent, end, depth])).toEqual([
      [-1, 2, 0],
      [0, 2, 1],
      [-1, 3, 0],
    ]);
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../capture/at-once.ts';
import { capturePage } from '../../capture/index.ts';
import { profile } from '../../capture/profiles/profile.ts';
import { recognise } from '../../capture/recognise.ts';
import { withoutRemnants } from '../../capture/system.ts';
import { isHost } from '../../protocol/host-pattern.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';

const ADDRESS = 'https://news.nordwerk.example/a/1';
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string, ...profiles: SiteProfile[]) => {
  const reading = capturePage(parse(html), ADDRESS, profiles);
  return atOnce(reading);
};

const PAGE = `<title>Aktuelles | Portal</title><div class="hl">Neue Halle</div>
  <p class="who">Anna Berg, Leiterin Bau</p><p class="when" data-day="2026-11-03">gestern</p>
  <div class="copy"><p>Die Halle steht.</p><aside class="tip">Auch lesenswert</aside><p>Sie ist hoch.</p></div>
  <p class="copy-end">Ende der Seite.</p>`;
const PORTAL = profile({
  id: 'portal',
  name: 'Portal',
  hosts: ['*.nordwerk.example'],
  kind: 'intranet',
  title: ['.nowhere', '.hl'],
  byline: ['.who'],
  siteName: [],
  published: ['.when@data-day'],
  text: ['.copy'],
  remove: ['.tip'],
});

describe('a page whose profile is given', () => {
  it('is read where the profile points', () => {
    expect(read(PAGE, PORTAL)).toMatchObject({
      kind: 'intranet',
      title: 'Neue Halle',
      byline: ['Anna Berg'],
      published: '2026-11-03',
      text: 'Die Halle steht.\nSie ist hoch.',
    });
  });

  it('loses only the place whose selector is wrong', () => {
    const draft = read(PAGE, { ...PORTAL, title: ['..hl['], signs: [], remove: ['>>>', '.tip'] });
    expect(draft).toMatchObject({ byline: ['Anna Berg'], text: 'Die Halle steht.\nSie ist hoch.' });
    expect(draft.title).not.toBe('');
  });

  it('is read as any page where the profile finds nothing', () => {
    const draft = read(PAGE, { ...PORTAL, text: ['.nowhere'], title: ['.nowhere'] });
    expect(draft.text).toContain('Die Halle steht.');
    expect(draft.title).toContain('Aktuelles');
  });

  it('says nothing of a field where nothing is found before "none"', () => {
    expect(read(PAGE, { ...PORTAL, byline: ['none'], published: ['.nowhere', 'none'], text: ['none'] })).toMatchObject({
      byline: [],
      published: null,
      text: '',
    });
  });

  it('is read by the first profile that fits: the narrower one of a company before ours', () => {
    const wiki = '<meta name="generator" content="MediaWiki 1.43"><h1 id="firstHeading">A</h1><h2 class="hl">B</h2>';
    expect(read(wiki).title).toBe('A');
    expect(read(wiki, PORTAL).title).toBe('B');
  });
});

describe('recognising', () => {
  const known = (html: string, ...profiles: SiteProfile[]) => {
    const asking = recognise(parse(html), ADDRESS, profiles);
    return atOnce(asking)?.profile.id ?? null;
  };

  it('needs host and sign where a profile names both', () => {
    const both = { ...PORTAL, signs: ['.hl'] };
    expect(known(PAGE, both)).toBe('portal');
    expect(known('<p>Anderes</p>', both)).toBeNull();
    expect(known(PAGE, { ...both, hosts: ['www.nordwerk.example'] })).toBeNull();
  });

  it('takes no page for a profile that names neither', () => {
    expect(known(PAGE, { ...PORTAL, hosts: [], signs: [] })).toBeNull();
  });

  it('is not stopped by the wrong sign of another profile', () => {
    const wrong = { ...PORTAL, id: 'wrong', hosts: [], signs: ['[['] };
    expect(known(PAGE, wrong, { ...PORTAL, hosts: [], signs: ['.hl'] })).toBe('portal');
  });

  it('takes a star for every host below, and for the host itself', () => {
    expect(
      ['a.example', 'b.a.example', 'c.b.a.example', 'xa.example'].map((host) => isHost(host, '*.a.example')),
    ).toEqual([true, true, true, false]);
    expect(isHost('b.a.example', 'a.example')).toBe(false);
  });
});

it('what a system adds to a title goes, in front and behind, and never all of it', () => {
  expect(withoutRemnants('Urlaub - Personal - Confluence', ['Confluence'])).toBe('Urlaub - Personal');
  expect(withoutRemnants('Wiki: Urlaub', ['Wiki'])).toBe('Urlaub');
  expect(withoutRemnants('Nordwerk on Notion', ['Notion'])).toBe('Nordwerk');
  expect(withoutRemnants('Confluence', ['Confluence'])).toBe('Confluence');
  expect(withoutRemnants('C++ (a|b', ['(a|b'])).toBe('C++ (a|b');
});

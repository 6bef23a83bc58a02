// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../capture/at-once.ts';
import { type HandedOver, handOver } from '../../../capture/hand-over.ts';
import { capturePage } from '../../../capture/index.ts';
import { profile } from '../../../capture/profiles/profile.ts';
import { readDraft } from '../../../entrypoints/browser/read-draft.ts';

const ADDRESS = 'https://intranet.example/hr/werkstatt';
const PORTAL = profile({
  id: 'portal',
  name: 'Portal',
  hosts: ['intranet.example'],
  title: ['.hl'],
  byline: ['.who', 'none'],
  text: ['.copy'],
});
const HTML = `<title>Aktuelles | Portal</title><h1>Meldung</h1><div class="hl">Neue Werkstatt</div><p class="who">Anna Berg</p>
  <div class="copy"><p>Vierzig Auszubildende haben gestern in der neuen Werkstatt angefangen.</p></div>`;

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const handed = (html = HTML): HandedOver & { took: number } =>
  JSON.parse(JSON.stringify({ ...atOnce(handOver(parse(html), ADDRESS, [PORTAL])), took: 3 }));

describe('what the script in a page hands over', () => {
  it('gives the draft that the page would have given itself', async () => {
    const read = await readDraft(handed());
    expect(read?.draft).toEqual(atOnce(capturePage(parse(HTML), ADDRESS, [PORTAL])));
    expect(read?.draft).toMatchObject({ title: 'Neue Werkstatt', byline: ['Anna Berg'] });
    expect(read?.took).toBeGreaterThanOrEqual(3);
  });

  it('is unfinished while it shows that it waits for its text', async () => {
    const read = (html: string, ready: HandedOver['ready']) => readDraft({ ...handed(html), ready });
    const long =
      HTML + '<p>Hier stehen einige Wörter mehr, als eine Seite hat, die noch auf ihren Text wartet.</p>'.repeat(9);
    expect(await read(long, 'loading')).toMatchObject({ unfinished: true });
    expect(await read(HTML, 'interactive')).toMatchObject({ unfinished: true });
    expect(await read(`<i class="Spinner"></i>${HTML}`, 'complete')).toMatchObject({ unfinished: true });
    expect(await read(`<div aria-busy="true">${HTML}</div>`, 'complete')).toMatchObject({ unfinished: true });
    expect(await read(HTML, 'complete')).toMatchObject({ unfinished: false });
    expect(await read('<main></main>', 'complete')).toMatchObject({ unfinished: true });
  });

  it('has the picture as its lead that the draft names, else the largest that can be one', async () => {
    const picture = (name: string, width: number) => ({
      ...{ x: 0, y: 0, width, height: 300, alt: '' },
      address: `https://intranet.example/${name}`,
    });
    const view = (...pictures: ReturnType<typeof picture>[]) => ({ ...handed().view, pictures });
    const all = view(picture('logo.png', 900), picture('halle.jpg', 800), picture('werkstatt-300x200.jpg', 300));
    const leadOf = async (html: string) => (await readDraft({ ...handed(html), view: all }))?.places.lead?.address;
    expect(await leadOf(HTML)).toBe('https://intranet.example/halle.jpg');
    const stated = '<meta property="og:image" content="https://cdn.example/werkstatt-1200x630.jpg">';
    expect(await leadOf(stated + HTML)).toBe('https://intranet.example/werkstatt-300x200.jpg');
  });
});

describe('what no script of ours would hand over', () => {
  it.each([
    ['nothing', null],
    ['a draft', { draft: { title: 'Geheim' } }],
    ['a page that is none', { ...handed(), page: { parts: [] } }],
    ['a time that no clock shows', { ...handed(), took: Number.NaN }],
    ['a window without width', { ...handed(), view: { ...handed().view, window: { width: 0, height: 0 } } }],
    ['a selection without end', { ...handed(), selected: { text: 'x'.repeat(1e6), place: null } }],
    ['a page that is no web page', { ...handed(), page: { ...handed().page, address: 'javascript:alert(1)' } }],
  ])('%s is no draft', async (_name, given) => {
    expect(await readDraft(given)).toBeNull();
  });

  it('places outside the page say nothing', async () => {
    const { system, ...rest } = handed();
    if (system === null) throw new Error('the profile knows the page');
    const far = { ...system, places: { ...system.places, title: [[4e9]] }, text: [4e9] };
    const read = await readDraft({ ...rest, system: far, inView: 4e9 });
    expect(read?.draft).toMatchObject({ title: 'Aktuelles', byline: ['Anna Berg'] });
  });
});

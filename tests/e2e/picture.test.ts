/** The picture of a clip: the page's own where it can be read, else what was to be seen of it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFilledPopup, openSuggestions, suggest } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { popupGone } from '../../demo/browser/toolbar.ts';
import { POPUP } from '../../demo/screens.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';
import { type Colour, twoColours } from './painted-png.ts';

const RED: Colour = [200, 20, 20];
const BLUE: Colour = [20, 20, 200];
const GREEN: Colour = [20, 160, 20];
const YELLOW: Colour = [230, 220, 20];

const TEXT = '<p>Ab Januar lernen vierzig Auszubildende an neuen Maschinen in der alten Halle am Hafen.</p>'.repeat(30);
const HEADER = '<div style="height:90px;background:#111"></div>';
const page = (head: string, body: string) =>
  `<!doctype html><html lang="de"><meta charset="utf-8"><title>${/<h1>(.*?)</.exec(body)?.[1]}</title>${head}
   <body style="margin:0;background:#fff">${HEADER}<main style="width:640px;margin:0 auto">${body}</main></body></html>`;
const stated = (address: string) => `<meta property="og:image" content="${address}">`;
const img = (src: string, alt: string) =>
  `<img src="${src}" alt="${alt}" width="640" height="400" style="display:block">`;

/** Pages by path; `{other}` stands for a second site. */
const HTML: Record<string, string> = {
  '/own': page(stated('/halle.png'), `<h1>Eigenes Bild</h1>${img('/halle-640x400.png', 'Die neue Halle')}${TEXT}`),
  '/below': page(
    stated('/halle.png'),
    `<h1>Bild weit unten</h1>${TEXT.repeat(3)}${img('/halle-640x400.png', 'Weit unten')}`,
  ),
  '/other': page('', `<h1>Bild von anderswo</h1>${img('{other}/werk.png', 'Das Werk')}${TEXT}`),
  '/other-below': page(
    stated('{other}/werk.png'),
    `<h1>Anderswo und unten</h1>${TEXT.repeat(3)}${img('{other}/werk.png', 'Unten')}`,
  ),
  '/logo': page(
    stated('/logo.png'),
    `<img src="/logo.png" alt="Nordwerk" width="640" height="400"><h1>Nur ein Zeichen</h1>${TEXT}`,
  ),
  '/none': page('', `<h1>Ohne Bild</h1>${TEXT}`),
  '/blank': page(stated('/leer.png'), `<h1>Leeres Bild</h1>${TEXT}`),
  '/huge': page(stated('/riesig.png'), `<h1>Riesiges Bild</h1>${TEXT}`),
};
const IMAGES: Record<string, Buffer> = {
  '/halle.png': twoColours(1200, 750, RED, BLUE),
  '/halle-640x400.png': twoColours(640, 400, RED, BLUE),
  '/werk.png': twoColours(640, 400, GREEN, YELLOW),
  '/logo.png': twoColours(640, 400, YELLOW, RED),
  '/leer.png': twoColours(1200, 750, YELLOW, YELLOW),
  '/riesig.png': twoColours(6000, 4000, BLUE, GREEN),
};

type Site = { origin: string; asked: string[]; server: Server };

async function serve(other: () => string): Promise<Site> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const image = IMAGES[url];
    const html = HTML[url];
    if (image !== undefined) response.setHeader('content-type', 'image/png').end(image);
    else if (html !== undefined)
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html.replaceAll('{other}', other()));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
}

let workplace: Workplace;
let chromium: Chromium;
let other: Site;
let site: Site;

beforeAll(async () => {
  other = await serve(() => '');
  site = await serve(() => other.origin);
  workplace = await openWorkplace();
  chromium = await launchJoined(workplace);
});
afterAll(async () => {
  await chromium.close();
  await workplace.stop();
  for (const { server } of [site, other]) {
    server.close();
    server.closeAllConnections();
  }
});

type Seen = { left: Colour; right: Colour; ratio: number; src: string };

/** The colours of the picture in the middle of its halves. */
const look = (popup: Page): Promise<Seen> =>
  popup.$eval(POPUP.picture, async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const at = (part: number) => {
      const [red = 0, green = 0, blue = 0] =
        context?.getImageData(image.naturalWidth * part, image.naturalHeight / 2, 1, 1).data ?? [];
      return [red, green, blue] as const;
    };
    return { left: at(0.25), right: at(0.75), ratio: image.naturalWidth / image.naturalHeight, src: image.src };
  });

const isLike = (seen: Colour, wanted: Colour) => seen.every((part, at) => Math.abs(part - (wanted[at] ?? 0)) < 40);
const isOf = ({ left, right }: Seen, wantedLeft: Colour, wantedRight: Colour) =>
  isLike(left, wantedLeft) && isLike(right, wantedRight);

type Kept = { alt: string; bytes: number; width: number; height: number; type: string } | null;

/** The picture that the clip of this title has in the database of the extension. */
const kept = (opened: Page, title: string): Promise<Kept> =>
  opened.evaluate(async (wanted) => {
    const names = await indexedDB.databases();
    const name = names.find((one) => one.name?.startsWith('clipdesk:'))?.name ?? '';
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const all = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const rows = (await all('clips')) as { clip: { title: string; picture: Kept } }[];
    database.close();
    return rows.find(({ clip }) => clip.title === wanted)?.clip.picture ?? null;
  }, title);

/** Clips a page by the popup; answers what the popup showed and what was kept. */
async function clip(path: string, title: string): Promise<{ seen: Seen; picture: Kept }> {
  const tab = await openPage(chromium, `${site.origin}${path}`);
  const popup = await openFilledPopup(chromium, tab);
  const seen = await look(popup);
  await suggest(popup);
  const picture = await kept(popup, title);
  await popupGone(chromium, popup);
  await tab.close();
  return { seen, picture };
}

it('is the page’s own lead picture, whole, with what the page says of it', async () => {
  const { seen, picture } = await clip('/own', 'Eigenes Bild');
  expect(site.asked).toContain('/halle.png');
  expect(isOf(seen, RED, BLUE)).toBe(true);
  expect(picture).toMatchObject({ width: 640, height: 400, alt: 'Die neue Halle', type: 'image/webp' });
});

it('is read where it stands below what is to be seen', async () => {
  const { seen, picture } = await clip('/below', 'Bild weit unten');
  expect(isOf(seen, RED, BLUE)).toBe(true);
  expect(picture?.alt).toBe('Weit unten');
});

it('of another site is cut from what is to be seen, and that site is not asked again', async () => {
  const before = other.asked.length;
  const { seen, picture } = await clip('/other', 'Bild von anderswo');
  expect(isOf(seen, GREEN, YELLOW)).toBe(true);
  expect(seen.ratio).toBeCloseTo(1.6, 1);
  expect(picture?.alt).toBe('Das Werk');
  expect(other.asked.slice(before)).toEqual(['/werk.png']);
});

it.each([
  ['/other-below', 'Anderswo und unten'],
  ['/logo', 'Nur ein Zeichen'],
  ['/none', 'Ohne Bild'],
  ['/blank', 'Leeres Bild'],
])('where there is none to be had (%s) shows where the text begins, without the page’s bar', async (path, title) => {
  const { seen, picture } = await clip(path, title);
  expect(picture).toMatchObject({ alt: '' });
  expect(seen.ratio).toBeCloseTo(1.6, 1);
  expect(isLike(seen.left, YELLOW) || isLike(seen.right, YELLOW)).toBe(false);
});

it('of six thousand pixels becomes as small as any other', async () => {
  const { seen, picture } = await clip('/huge', 'Riesiges Bild');
  expect(isOf(seen, BLUE, GREEN)).toBe(true);
  expect(picture?.width).toBe(640);
  expect(picture?.bytes).toBeLessThanOrEqual(60_000);
});

it('is never loaded from its site by what shows it later', async () => {
  const screen = await openSuggestions(chromium);
  await screen.waitForSelector('img');
  const sources = await screen.$$eval('img', (images) => images.map(({ src }) => new URL(src).protocol));
  expect(new Set(sources)).toEqual(new Set(['blob:']));
  const loads = (address: string) =>
    screen.evaluate(
      (src) =>
        new Promise<boolean>((resolve) => {
          const image = new Image();
          image.onload = () => resolve(true);
          image.onerror = () => resolve(false);
          image.src = src;
        }),
      address,
    );
  expect(await loads(`${other.origin}/werk.png`)).toBe(false);
});

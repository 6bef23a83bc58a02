// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { canBePicture, pictureName } from '../../capture/image-file.ts';
import { captureHtml } from './capture-html.ts';

const image = (html: string) => {
  const { imageAddress, imageAlt } = captureHtml(html, 'https://intranet.example/news/werkstatt');
  return { address: imageAddress, alt: imageAlt };
};
const TEXT = '<p>Ab Januar lernen vierzig Auszubildende an neuen Maschinen in der alten Halle am Hafen.</p>'.repeat(6);

test('what the page states is the lead picture, with its alternative text', () => {
  expect(
    image(
      `<meta property="og:image" content="/media/halle.jpg"><meta property="og:image:alt" content="Die Halle"><h1>A</h1>${TEXT}`,
    ),
  ).toEqual({ address: 'https://intranet.example/media/halle.jpg', alt: 'Die Halle' });
});

test('its alternative text may stand where the page shows it in another size', () => {
  expect(
    image(
      `<meta property="og:image" content="/media/halle-1200x630.jpg"><h1>A</h1><img src="/media/halle-800x420.webp" alt="Die neue Halle">${TEXT}`,
    ),
  ).toEqual({ address: 'https://intranet.example/media/halle-1200x630.jpg', alt: 'Die neue Halle' });
});

test.each([
  ['a logo', '<meta property="og:image" content="/media/logo.png">'],
  ['a drawing', '<meta property="og:image" content="/media/halle.svg">'],
  [
    'an icon by its size',
    '<meta property="og:image" content="/a.jpg"><meta property="og:image:width" content="64"><meta property="og:image:height" content="64">',
  ],
  [
    'a banner by its size',
    '<meta property="og:image" content="/a.jpg"><meta property="og:image:width" content="1600"><meta property="og:image:height" content="200">',
  ],
  ['nothing', ''],
])('where it states %s, the first picture in the text is taken', (_what, head) => {
  const body = `<article><h1>A</h1><img src="/avatar.jpg" alt="Jana"><img src="/media/halle.jpg" alt="Die Halle">${TEXT}</article>`;
  expect(image(head + body)).toEqual({ address: 'https://intranet.example/media/halle.jpg', alt: 'Die Halle' });
});

test('what stands on the page again and again is furniture', () => {
  const line = '<img src="/media/linie.jpg" alt="">';
  expect(image(`<article><h1>A</h1>${line}${TEXT}${line}</article>`)).toEqual({ address: null, alt: '' });
});

test.each([
  'logo.png',
  'Nordwerk-Logo-2024.jpg',
  'user_avatar_12.jpg',
  'og-default.png',
  'x.svg',
  'a/avatars/1.jpg',
  'spacer.gif',
])('%s is no picture of a page', (name) => expect(canBePicture(`https://a.example/${name}`)).toBe(false));

test.each(['halle.jpg', 'iconic-building.jpg', 'logistik.jpg', 'catalogos.jpg', 'photo?id=12', 'icons/halle.jpg'])(
  '%s can be one',
  (name) => expect(canBePicture(`https://a.example/${name}`)).toBe(true),
);

test('the sizes of a picture have one name', () => {
  for (const name of ['hero.jpg', 'hero-1200x630.jpg', 'hero_800w.webp', 'Hero@2x.png', 'hero-scaled.jpg?v=3'])
    expect(pictureName(`https://a.example/${name}`)).toBe('hero');
  expect(pictureName('https://a.example/2026.jpg')).toBe('2026');
});

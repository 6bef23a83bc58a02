// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const TEXT =
  'Am Montag hat in Halle vier die neue Lehrwerkstatt für Auszubildende geöffnet, geplant von der Fertigung.';
const page = (description: string): string =>
  `<title>Lehrwerkstatt</title><meta name="description" content="${description}"><h1>Lehrwerkstatt</h1><p>${TEXT}</p>`;

describe('excerpts', () => {
  it('are the description if it is about the page', () => {
    const about = 'Die neue Lehrwerkstatt für Auszubildende in Halle vier ist geöffnet.';
    expect(captureHtml(page(about)).excerpt).toBe(about);
  });

  it('are the first real paragraph if the description is about the site', () => {
    const site = 'Willkommen beim Marktführer, dessen Produkte weltweit begeistern und überzeugen.';
    expect(captureHtml(page(site)).excerpt).toBe(TEXT);
  });

  it('are cut at 500 letters, and the draft says so', () => {
    const draft = captureHtml(`<h1>T</h1><p>${'Ein langer Satz ohne Ende, '.repeat(60)}</p>`);
    expect(draft.excerpt.length).toBeLessThanOrEqual(500);
    expect(draft.cut).toEqual(['excerpt']);
  });
});

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startIntranet } from '../../demo/intranet/serve.ts';

const intranet = await startIntranet({ intranet: 0, newspaper: 0 });
afterAll(() => intranet.stop());

const get = async (address: string, headers: Record<string, string> = {}) => {
  const response = await fetch(address, { headers });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

const titleOf = (html: string): string => /<title>([^<]+)/.exec(html)?.[1] ?? '';

describe('the sample intranet', () => {
  it('serves every page file with its parts and addresses filled in', async () => {
    const folder = path.join(import.meta.dirname, '../../demo/intranet/pages');
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
    expect(files.length).toBeGreaterThanOrEqual(12);
    for (const file of files.filter((name) => name !== 'not-found.html')) {
      const { status, text } = await get(`${intranet.url}/${encodeURI(file.replace(/(index)?\.html$/, ''))}`);
      expect([file, status]).toEqual([file, 200]);
      expect(titleOf(text), file).not.toBe('');
      expect(text, file).not.toMatch(/\{\{|#include/);
    }
  });

  it('links only to pages that exist, on both sites', async () => {
    for (const start of [`${intranet.url}/`, `${intranet.url}/news/`, `${intranet.newspaperUrl}/`]) {
      const { text } = await get(start);
      for (const [, link] of text.matchAll(/(?:href|src)="([^"#]+)"/g)) {
        const address = new URL(link ?? '', start).href;
        expect([address, (await get(address)).status]).toEqual([address, 200]);
      }
    }
  });

  it('answers a signed-out reader of a project page with the sign-in form and status 200', async () => {
    const page = `${intranet.url}/projekte/seebrise`;
    expect(titleOf((await get(page)).text)).toMatch(/^Anmelden/);
    const answer = await fetch(`${intranet.url}/login`, {
      method: 'POST',
      body: new URLSearchParams({ back: '/projekte/seebrise' }),
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toBe('/projekte/seebrise');
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(titleOf((await get(page, { cookie })).text)).toMatch(/^Projekt Seebrise/);
    expect(titleOf((await get(page, { cookie: 'nordwerk_session=made-up' })).text)).toMatch(/^Anmelden/);
  });

  it('never sends a signed-in reader to another site', async () => {
    for (const back of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
      const body = new URLSearchParams({ back });
      const answer = await fetch(`${intranet.url}/login`, { method: 'POST', body, redirect: 'manual' });
      expect(answer.headers.get('location')).toBe('/');
    }
  });

  it('answers every address of the program in a page with the same file', async () => {
    const board = await get(`${intranet.url}/ideen`);
    expect(await get(`${intranet.url}/ideen/17`)).toEqual(board);
  });

  it('makes a PDF whose table of places is right', async () => {
    const response = await fetch(`${intranet.url}/dokumente/klimabericht-2025.pdf`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const places = [...pdf.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    places.forEach((place, index) => {
      expect(pdf.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    });
    expect(pdf).toContain('Wärmerückgewinnung');
  });

  it('gives nothing from outside of its folders', async () => {
    for (const path of ['/../serve.ts', '/%2e%2e/serve.ts', '/..%2fserve.ts', '/%E0%A4%A', '/nix'])
      expect((await get(`${intranet.url}${path}`)).status).toBe(404);
  });
});

import { runInNewContext } from 'node:vm';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { renameQueue } from '../../../server/rows/queue.ts';
import { openTestQueue } from '../queue.ts';

test('the pages speak German and English, whatever comes first', async () => {
  const { app } = await openTestQueue();
  const page = async (path: string, language: string) =>
    (await app.request(path, { headers: { 'accept-language': language } })).text();
  expect(await page('/join', 'de-DE,de;q=0.9,en;q=0.8')).toContain('<html lang="de">');
  expect(await page('/join', 'fr, en-GB;q=0.8')).toContain('<html lang="en">');
  expect(await page('/', '')).toContain('Clipdesk runs here');
});

test('no page runs what does not come from the queue itself', async () => {
  const { app } = await openTestQueue();
  for (const path of ['/', '/join']) {
    const response = await app.request(path);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]* src="[\w.]+")|<style|\son\w+=|style=/);
  }
  expect((await app.request('/join.js')).headers.get('content-type')).toContain('text/javascript');
  expect((await app.request('/page.css')).headers.get('content-type')).toContain('text/css');
});

test('behind a path of a proxy the pages find their files', async () => {
  const { app } = await openTestQueue();
  const html = await (await app.request('/join')).text();
  const files = [...html.matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, file]) => file ?? '');
  const found = files.map((file) => new URL(file, 'https://queue.example/themen/join').pathname);
  expect(found.sort()).toEqual(['/themen/join.js', '/themen/page.css']);
});

test.each([
  ['#ABCD-2345-EFGH-6789', 'ABCD-2345-EFGH-6789'],
  ['#abcd-2345-efgh-6789%20', 'ABCD-2345-EFGH-6789'],
  ['#ABCD-2345-EFGH-6789%', 'ABCD-2345-EFGH-6789'],
  ['#ABCD-2345-EFGH-67890', null],
  ['#%', null],
  ['', null],
])('the join page behind %j shows the code %j', async (hash, code) => {
  const { app } = await openTestQueue();
  const [html, script] = await Promise.all(['/join', '/join.js'].map(async (path) => (await app.request(path)).text()));
  const { document, location, navigator } = new Window({ url: `https://queue.example/join${hash}` });
  document.write(html ?? '');
  runInNewContext(script ?? '', { document, location, navigator });
  const shown = (id: string) => !document.getElementById(id)?.hasAttribute('hidden');
  expect(shown('code') ? document.getElementById('value')?.textContent : null).toBe(code);
  expect(shown('missing')).toBe(code === null);
});

test('the name of a queue is text, not markup', async () => {
  const { app, store } = await openTestQueue();
  await store.write((tx) => renameQueue(tx, '<img src=x onerror="alert(1)">&'));
  const html = await (await app.request('/')).text();
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;');
});

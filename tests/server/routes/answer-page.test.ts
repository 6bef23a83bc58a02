import { beforeEach, expect, test } from 'vitest';
import type { Question } from '../../../protocol/question.ts';
import { questionLinkPath } from '../../../protocol/routes.ts';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { ask, sampleClip, sampleQuestion, saveClip, takeBack } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
let topicId: string;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const clip = sampleClip({ title: 'Lehrwerkstatt <neu>' });
  await hanna.push(saveClip(clip));
  topicId = clip.id;
});

async function link(changes: Parameters<typeof sampleQuestion>[1] = {}) {
  const question = sampleQuestion(topicId, changes);
  await mara.push(ask(question));
  const response = await mara.send('POST', questionLinkPath(question.id));
  expect(response.status).toBe(201);
  const { token, expiresAt } = await response.json();
  return { question, path: `/q/${token}`, token: String(token), expiresAt: Number(expiresAt) };
}
const open = (path: string, language = 'de') => queue.app.request(path, { headers: { 'accept-language': language } });
const send = (path: string, answer: string) =>
  queue.app.request(path, { method: 'POST', body: new URLSearchParams({ answer }) });
const asked = async (): Promise<Question | undefined> =>
  (await mara.pull()).changes.flatMap(({ kind, row }) =>
    kind === 'question' && row !== null ? [row as Question] : [],
  )[0];

test('[QU6] a link shows the title and the question, in the reader’s language, with a strict policy and no script', async () => {
  const { path } = await link();
  const response = await open(path);
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain('lang="de"');
  expect(html).toContain('Lehrwerkstatt &lt;neu&gt;');
  expect(html).toContain('Darf das Bild verwendet werden?');
  expect(html).not.toMatch(/<script|Hanna|Mara|intranet\.nordwerk/);
  expect(html).toContain('href="../page.css"');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await (await open(path, 'en')).text()).toContain('A question from the editors');
});

test('[QU6] takes one answer and reveals nothing afterwards', async () => {
  const { path, question } = await link();
  const thanks = await send(path, 'Ja, mit\r\nNamen.');
  expect([thanks.status, await thanks.text()]).toEqual([200, expect.not.stringContaining(question.text)]);
  expect(await asked()).toMatchObject({ state: 'answered', answer: 'Ja, mit\nNamen.', to: { id: 'hanna' } });
  for (const response of [await open(path), await send(path, 'Nein.')]) {
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/Darf das Bild|Lehrwerkstatt|Namen/);
  }
  expect(await asked()).toMatchObject({ answer: 'Ja, mit\nNamen.' });
  // As if it had never been.
  expect(await (await open(path)).text()).toBe(await (await open(`/q/${'a'.repeat(43)}`)).text());
});

test('[QU6] each option is a button, and nothing else is taken', async () => {
  const { path } = await link({ form: 'choice', options: ['Ja', 'Nur "intern"'] });
  expect(await (await open(path)).text()).toContain('<button name="answer" value="Nur &quot;intern&quot;"');
  expect((await send(path, 'Vielleicht')).status).toBe(400);
  expect((await send(path, 'Nur "intern"')).status).toBe(200);
  expect(await asked()).toMatchObject({ answer: 'Nur "intern"' });
});

test('[QU6] what cannot be taken is asked for again, with every word', async () => {
  const { path } = await link();
  const response = await send(path, '<b>'.repeat(400));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('&lt;b&gt;&lt;b&gt;');
  expect((await send(path, 'x'.repeat(20_000))).status).toBe(413);
});

test('[QU6] a link ends with its question, and with the next link to it', async () => {
  const { path, question, expiresAt } = await link();
  const next = await (await mara.send('POST', questionLinkPath(question.id))).json();
  expect((await open(path)).status).toBe(404);
  expect((await open(`/q/${next.token}`)).status).toBe(200);
  queue.time.now = expiresAt;
  expect((await open(`/q/${next.token}`)).status).toBe(404);
  expect((await mara.send('POST', questionLinkPath(question.id))).status).toBe(404);
});

test('[QU6] a withdrawn question has no link', async () => {
  const { path, question } = await link();
  await mara.push(takeBack(question.id));
  expect((await open(path)).status).toBe(404);
});

test('[QU6][VI1] only the desk makes links', async () => {
  const { question } = await link();
  expect((await hanna.send('POST', questionLinkPath(question.id))).status).toBe(404);
  expect((await queue.app.request(questionLinkPath(question.id), { method: 'POST' })).status).toBe(401);
  expect((await mara.send('POST', questionLinkPath(crypto.randomUUID()))).status).toBe(404);
});

test('[QU6] tokens are kept as hashes and never logged', async () => {
  const { path, token } = await link();
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const app = createApp({ store: queue.store, config: readConfig({}), clock: () => queue.time.now, log });
  await app.request(path);
  await app.request(path, { method: 'POST', body: new URLSearchParams({ answer: 'Ja.' }) });
  expect(lines.join('')).toContain('/q/:token');
  expect(lines.join('')).not.toContain(token);
  const rows = await queue.store.read((sql) => sql.all('SELECT * FROM question_link'));
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows).toHaveLength(1);
});

test('[QU6] who tries links that lead nowhere has to wait', async () => {
  const { path } = await link();
  for (let tries = 0; tries < 20; tries += 1) expect((await open(`/q/${'b'.repeat(43)}`)).status).toBe(404);
  const response = await open(path);
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.text()).not.toContain('Darf das Bild');
});

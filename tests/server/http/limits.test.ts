import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { startQueue } from '../../../server/start.ts';
import { openTestQueue } from '../queue.ts';

test('a person asks so often in a minute, from however many devices; others are not held up', async () => {
  const queue = await openTestQueue(undefined, { CLIPDESK_REQUESTS_PER_PERSON: '3' });
  const [first, second, jonas] = [await queue.join('hanna'), await queue.join('hanna'), await queue.join('jonas')];
  await first.pull();
  await second.pull();
  await first.pull();
  const refused = await second.send('GET', `${ROUTES.search}?q=x`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect(await refused.json()).toMatchObject({ kind: 'too_many' });
  await jonas.pull();
  queue.time.now += 60_000;
  await second.pull();
});

test('an address asks so often in a minute, whatever for and whoever it is', async () => {
  const queue = await openTestQueue(undefined, { CLIPDESK_REQUESTS_PER_ADDRESS: '2', CLIPDESK_PROXIES: '1' });
  const from = (address: string) => queue.app.request(ROUTES.queue, { headers: { 'x-forwarded-for': address } });
  const statuses = [];
  for (const address of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) statuses.push((await from(address)).status);
  expect(statuses).toEqual([200, 200, 429, 200]);
});

test('a person has so many streams open, and one that ends makes room', async () => {
  const queue = await openTestQueue(undefined, { CLIPDESK_STREAMS_PER_PERSON: '2' });
  const hanna = await queue.join('hanna');
  const open = () => hanna.send('GET', ROUTES.events);
  const streams = [await open(), await open()];
  expect((await open()).status).toBe(429);
  await streams[0]?.body?.cancel();
  const again = await open();
  expect(again.status).toBe(200);
  for (const stream of [streams[1], again]) await stream?.body?.cancel();
});

test('the id of a request comes from a proxy of our own, and from nobody else', async () => {
  const asked = { headers: { 'x-request-id': 'proxy-0123456789' } };
  const idBehind = async (proxies: string, headers = asked) =>
    (
      await (await openTestQueue(undefined, { CLIPDESK_PROXIES: proxies })).app.request(ROUTES.queue, headers)
    ).headers.get('x-request-id');
  expect(await idBehind('1')).toBe('proxy-0123456789');
  expect(await idBehind('0')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await idBehind('1', { headers: { 'x-request-id': '{"level":"error"}' } })).toMatch(/^[0-9a-f-]{36}$/);
});

test('with certificate and key the queue speaks TLS itself; a renewal that is half done leaves it what it has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clipdesk-tls-'));
  const key = join(folder, 'key.pem');
  copyFileSync('tests/server/tls/key.pem', key);
  const queue = await startQueue(
    readConfig({
      CLIPDESK_DATABASE: ':memory:',
      CLIPDESK_PORT: '0',
      CLIPDESK_TLS_CERTIFICATE: 'tests/server/tls/certificate.pem',
      CLIPDESK_TLS_KEY: key,
    }),
    { log: createLog('silent') },
  );
  queue.reloadCertificate();
  const another = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  writeFileSync(key, another.export({ type: 'pkcs8', format: 'pem' }));
  queue.reloadCertificate();
  rmSync(folder, { recursive: true });
  queue.reloadCertificate();
  const status = await new Promise((resolve, reject) => {
    const options = { ca: readFileSync('tests/server/tls/certificate.pem'), agent: false as const };
    request(queue.url + ROUTES.queue, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect([status, queue.url.startsWith('https:')]).toEqual([200, true]);
  await queue.stop();
});

import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { picturePath, ROUTES } from '../../protocol/routes.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLog, describeError } from '../../server/log.ts';
import { addInvitation } from '../../server/rows/invitations.ts';
import { NOW, openTestQueue } from './queue.ts';
import { sampleClip } from './samples.ts';

async function openLoggedQueue() {
  const { store } = await openTestQueue();
  let lines = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines += chunk;
      done();
    },
  });
  const log = createLog('debug', destination);
  const app = createApp({ store, config: readConfig({}), clock: () => NOW, log });
  return { store, app, read: () => lines };
}

test('the log tells of every request, and nothing of what people do, read or are called', async () => {
  const { store, app, read } = await openLoggedQueue();
  const validity = { uses: 1, createdAt: NOW, expiresAt: NOW + 1 };
  const { result: code } = await store.write((tx) => addInvitation(tx, 'hanna', validity));
  const post = (path: string, body: unknown, token?: string) =>
    app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const nonce = crypto.randomUUID();
  const { tokens, queue } = await (await post(ROUTES.session, { code, nonce, device: 'Geheimes Gerät' })).json();
  const token = tokens.access;
  const clip = sampleClip({ quote: 'Ein vertrauliches Zitat' });
  const mutation = { id: crypto.randomUUID(), number: 1, protocol: 1, madeAt: NOW, action: { name: 'saveClip', clip } };
  const request = {
    clientId: crypto.randomUUID(),
    protocol: 1,
    epoch: queue.epoch,
    acknowledged: 0,
    mutations: [mutation],
  };
  await post(ROUTES.push, request, token);
  await post(ROUTES.pull, { protocol: 1, cursor: null, limit: 5 }, token);
  await app.request(`${picturePath(clip.id)}?address=${encodeURIComponent(clip.address)}`);
  await app.request(`/join?code=${code}`);
  await post(ROUTES.session, `{"secret ${code}`);
  // An error inside: the table is gone.
  await store.write((tx) => tx.run('DROP TABLE outcome'));
  const broken = await post(ROUTES.push, { ...request, mutations: [{ ...mutation, number: 2 }] }, token);

  expect(broken.status).toBe(500);
  const log = read();
  const entries = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries.map(({ route }) => route).filter(Boolean)).toEqual([
    ROUTES.session,
    ROUTES.push,
    ROUTES.pull,
    ROUTES.picture,
    '/join',
    ROUTES.session,
    ROUTES.push,
  ]);
  expect(entries.every(({ requestId }) => typeof requestId === 'string')).toBe(true);
  expect(entries.find(({ level }) => level === 'error')).toMatchObject({
    kind: 'internal',
    requestId: broken.headers.get('x-request-id'),
  });
  const secrets = [
    code,
    token,
    tokens.refresh,
    'Hanna',
    'hanna',
    'Geheimes',
    'nordwerk.example',
    clip.id,
    clip.title,
    'vertraulich',
  ];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});

test('an error is described without its message, which may quote what was sent', () => {
  const error = new TypeError('Unexpected token in "Lohnliste 2026"');
  expect(JSON.stringify(describeError(error))).not.toContain('Lohnliste');
  expect(describeError(error)).toMatchObject({
    error: 'TypeError',
    frames: expect.arrayContaining([expect.any(String)]),
  });
  expect(describeError('Lohnliste')).toEqual({ error: 'string' });
});

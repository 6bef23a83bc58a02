import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LIMITS } from '../../../protocol/limits.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { openTestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

const zipped = (text: string) => new Uint8Array(gzipSync(text));

async function open(compression = 'on') {
  const { app, join } = await openTestQueue(undefined, { CLIPDESK_COMPRESSION: compression });
  const hanna = await join('hanna');
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hanna.token}`, ...headers },
      body,
    });
  const pullRequest = JSON.stringify({ protocol: 1, cursor: null, limit: 500 });
  const pushRequest = () => JSON.stringify(hanna.pushRequest([hanna.mutation(saveClip(sampleClip()))]));
  return { hanna, post, pullRequest, pushRequest };
}

test('[PU6] a page is compressed for whoever takes it, and says the same', async () => {
  const { post, pullRequest } = await open();
  const plain = await post(ROUTES.pull, pullRequest);
  const packed = await post(ROUTES.pull, pullRequest, { 'accept-encoding': 'br, gzip;q=0.9' });
  expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, 'gzip']);
  expect(packed.headers.get('accept-encoding')).toBe('gzip');
  expect(JSON.parse(gunzipSync(await packed.arrayBuffer()).toString())).toEqual(await plain.json());
  const refused = await post(ROUTES.pull, pullRequest, { 'accept-encoding': 'gzip;q=0' });
  expect(refused.headers.get('content-encoding')).toBeNull();
});

test('[PU6] a queue that does not compress says nothing of it', async () => {
  const { post, pullRequest } = await open('off');
  const answer = await post(ROUTES.pull, pullRequest, { 'accept-encoding': 'gzip' });
  expect([answer.headers.get('content-encoding'), answer.headers.get('accept-encoding')]).toEqual([null, null]);
});

test('[PU6] a compressed push is taken', async () => {
  const { post, pushRequest } = await open();
  const answer = await post(ROUTES.push, zipped(pushRequest()), { 'content-encoding': 'gzip' });
  expect(await answer.json()).toMatchObject({ lastNumber: 1, refused: [] });
});

test('[PU6] what only says that it is compressed, is so otherwise, or becomes too large is refused', async () => {
  const { post, pushRequest } = await open();
  const kinds = [];
  for (const [body, encoding] of [
    [pushRequest(), 'gzip'],
    [zipped(pushRequest()), 'br'],
    [zipped(' '.repeat(LIMITS.bodyBytes + 1)), 'gzip'],
  ] as const) {
    const answer = await post(ROUTES.push, body, { 'content-encoding': encoding });
    const { kind } = (await answer.json()) as { kind: string };
    kinds.push(kind);
  }
  expect(kinds).toEqual(['bad_request', 'wrong_type', 'too_large']);
});

import { expect, test, vi } from 'vitest';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import { askSimilar } from '../../sync/similar.ts';

const said = { title: 'Werkstatt', excerpt: '', address: 'https://intranet.example/werkstatt' };
const answering = (body: string, headers: Record<string, string> = { [PROTOCOL_HEADER]: '1' }) => ({
  queueUrl: 'https://queue.example',
  access: async () => 'a'.repeat(43),
  fetch: vi.fn(async (_url: string, _init: RequestInit) => new Response(body, { headers })),
});
const { signal } = new AbortController();

test('[SM2] the queue is asked with what a clip would bring, and its answer is read', async () => {
  const line = answering('{"similar":[]}');
  expect(await askSimilar(line, said, signal)).toEqual([]);
  const [url, init] = line.fetch.mock.calls[0] ?? [];
  expect(url).toBe('https://queue.example/v1/similar');
  expect(JSON.parse(String(init?.body))).toEqual({ ...said, protocol: 1 });
});

test('[PU4] what is no answer of a queue is none', async () => {
  await expect(askSimilar(answering('<html>'), said, signal)).rejects.toMatchObject({ kind: 'not_a_queue' });
  await expect(askSimilar(answering('{"similar":[{}]}'), said, signal)).rejects.toMatchObject({ kind: 'not_a_queue' });
  await expect(askSimilar(answering('{"similar":[]}', {}), said, signal)).rejects.toMatchObject({
    kind: 'not_a_queue',
  });
});

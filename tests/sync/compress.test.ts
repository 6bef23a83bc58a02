import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import { createTransport } from '../../sync/transport.ts';
import { uuid } from '../desk/samples.ts';
import { page } from '../storage/device.ts';
import { problem } from './network.ts';

const said = { [PROTOCOL_HEADER]: '1', 'accept-encoding': 'gzip' };
const done = JSON.stringify({ lastNumber: 1, seq: 1, refused: [] });
const noop = { name: 'noop' } as const;
const request = (count: number) => ({
  ...{ clientId: uuid(), epoch: uuid(), acknowledged: 0 },
  mutations: Array.from({ length: count }, (_, at) => ({
    ...{ id: uuid(), number: at + 1, protocol: 1, madeAt: 0, action: noop },
  })),
});

function open(answers: (() => Response)[]) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => (answers.shift() ?? (() => new Response()))());
  const transport = createTransport({ queueUrl: 'https://queue.example', access: async () => 't'.repeat(43), fetch });
  const sent = (at: number) => {
    const { headers, body } = fetch.mock.calls[at]?.[1] ?? {};
    return { encoding: new Headers(headers).get('content-encoding'), body };
  };
  return { transport, sent, fetch };
}

test('[PU6] a queue that did not say so gets everything plain', async () => {
  const { transport, sent } = open([() => new Response(done, { headers: { [PROTOCOL_HEADER]: '1' } })]);
  await transport.push(request(100));
  expect(sent(0)).toEqual({ encoding: null, body: expect.any(String) });
});

test('[PU6] one that said so gets what is large compressed, and what is small as it is', async () => {
  const { transport, sent } = open([
    () => new Response(JSON.stringify(page([])), { headers: said }),
    () => new Response(done, { headers: said }),
    () => new Response(done, { headers: said }),
  ]);
  await transport.pull({ cursor: null, limit: 500 });
  const large = request(100);
  await transport.push(large);
  await transport.push(request(1));
  expect(sent(1).encoding).toBe('gzip');
  expect(JSON.parse(gunzipSync(sent(1).body as ArrayBuffer).toString())).toMatchObject({ mutations: large.mutations });
  expect(sent(2).encoding).toBeNull();
});

test('[PU6] what is refused as compressed goes once more, plain', async () => {
  const { transport, sent, fetch } = open([
    () => new Response(JSON.stringify(page([])), { headers: said }),
    () => problem('wrong_type', 415),
    () => new Response(done, { headers: { [PROTOCOL_HEADER]: '1' } }),
  ]);
  await transport.pull({ cursor: null, limit: 500 });
  await transport.push(request(100));
  expect(fetch).toHaveBeenCalledTimes(3);
  expect(sent(2).encoding).toBeNull();
});

import { expect, test } from 'vitest';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import { createClaims } from '../../sync/claims.ts';
import { uuid } from '../desk/samples.ts';

const topicId = uuid();
const claim = { topicId, by: { id: 'mara', name: 'Mara Lind' }, until: 1 };

/** A queue that answers when the test lets it. */
function slowQueue() {
  const asked: { method: string; keepalive: boolean | undefined; aborted(): boolean; answer(): void }[] = [];
  const fetch = (_url: string, init: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      const headers = { [PROTOCOL_HEADER]: '1' };
      const isPut = init.method === 'PUT';
      asked.push({
        method: init.method ?? '',
        keepalive: init.keepalive,
        aborted: () => init.signal?.aborted ?? false,
        answer: () => resolve(isPut ? Response.json(claim, { headers }) : new Response(null, { status: 204, headers })),
      });
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
  const claims = createClaims({ queueUrl: 'https://queue.example', access: () => 't', fetch });
  return { claims, asked, methods: () => asked.map(({ method }) => method) };
}
const turns = () => new Promise((resolve) => setTimeout(resolve));

test('[CM1] the end of a claim waits for its beginning, and both outlive the page', async () => {
  const { claims, asked, methods } = slowQueue();
  const looking = claims.look(topicId, false);
  const leaving = claims.leave(topicId);
  await turns();
  expect(methods()).toEqual(['PUT']);
  asked[0]?.answer();
  expect(await looking).toEqual(claim);
  await turns();
  expect(methods()).toEqual(['PUT', 'DELETE']);
  asked[1]?.answer();
  await leaving;
  expect(asked.every(({ keepalive }) => keepalive)).toBe(true);
});

test('[CM1] one that fails keeps nobody from saying the next', async () => {
  let fails = true;
  const fetch = async () => {
    if (fails) throw new TypeError('Failed to fetch');
    return Response.json(claim, { headers: { [PROTOCOL_HEADER]: '1' } });
  };
  const claims = createClaims({ queueUrl: 'https://queue.example', access: () => 't', fetch });
  await expect(claims.look(topicId, false)).rejects.toMatchObject({ kind: 'unreachable' });
  fails = false;
  expect(await claims.look(topicId, true)).toEqual(claim);
});

test('[CM1] a page that is closed says so at once, and what was on its way to say the contrary is called back', async () => {
  const { claims, asked, methods } = slowQueue();
  const looking = claims.look(topicId, false);
  const again = claims.look(topicId, false);
  await turns();
  const leaving = claims.leaveAtOnce(topicId);
  // Before anything else runs: nothing does in a page that goes.
  expect(methods()).toEqual(['PUT', 'DELETE']);
  expect(asked[0]?.aborted()).toBe(true);
  asked[1]?.answer();
  await leaving;
  for (const each of [looking, again]) await expect(each).rejects.toMatchObject({ kind: 'unreachable' });
  expect(methods()).toEqual(['PUT', 'DELETE']);
});

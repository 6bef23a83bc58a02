/** A network between devices and a queue that loses, doubles and replaces what passes. */
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import type { Fetch } from '../../sync/ask.ts';
import type { Random } from './random.ts';

export type Serve = (path: string, init: RequestInit) => Promise<Response>;

export const FAULTS = [
  'lost request',
  'lost answer',
  'broken answer',
  'doubled request',
  'login page',
  'bad gateway',
  'too many',
  'death',
] as const;
export type Fault = (typeof FAULTS)[number];

export const QUEUE_URL = 'https://queue.example';

const loginPage = (): Response =>
  new Response('<!doctype html><title>Sign in</title>', { status: 200, headers: { 'content-type': 'text/html' } });

export const problem = (kind: string, status: number, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: `urn:clipdesk:problem:${kind}`, kind, title: kind, status }), {
    status,
    headers: { 'content-type': 'application/problem+json', [PROTOCOL_HEADER]: '1', ...headers },
  });

/** Never answers: the worker that asked is gone. */
const never = (): Promise<never> => new Promise(() => {});

export async function failing(fault: Fault | null, path: string, init: RequestInit, serve: Serve): Promise<Response> {
  switch (fault) {
    case null:
      return serve(path, init);
    case 'lost request':
      throw new TypeError('Failed to fetch');
    case 'lost answer':
      await serve(path, init);
      throw new TypeError('Failed to fetch');
    case 'broken answer': {
      const answer = await serve(path, init);
      const text = await answer.text();
      return new Response(text.slice(0, text.length / 2), answer);
    }
    case 'doubled request':
      await serve(path, init);
      return serve(path, init);
    case 'login page':
      return loginPage();
    case 'bad gateway':
      return new Response('<html>502</html>', { status: 502 });
    case 'too many':
      return problem('too_many', 429, { 'retry-after': '30' });
    case 'death':
      await serve(path, init);
      return never();
  }
}

/** A fetch whose every request meets a fault with the given probability. `onDeath` hears when the asker died of it. */
export function createFetch(
  serve: Serve,
  random: Random,
  faults: () => { probability: number; of: readonly Fault[] },
  onDeath: () => void = () => {},
): Fetch {
  return (url, init) => {
    const { probability, of } = faults();
    const fault = random.chance(probability) ? random.pick(of) : null;
    if (fault === 'death') onDeath();
    return failing(fault, url.slice(QUEUE_URL.length), init, serve);
  };
}

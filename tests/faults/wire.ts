/**
 * The network between clients and queues: a proxy that speaks HTTP on loopback and deals with each request as the
 * seed says. It reads a request as a whole, so that what it does to it does not depend on how packets fell.
 */
import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import { createRandom, type Random, seedOf } from '../sync/random.ts';
import { FATES, type Fate } from './fates.ts';
import { type Answer, forward, forwardTorn, type Sent } from './forward.ts';
import { ORDER_HEADER, type Order } from './orders.ts';

/** By which a request says whose it is; never passed on. */
export const CLIENT_HEADER = 'x-harness-client';

type Plan = {
  fate: Fate | null;
  order: Order | null;
  /** Called before the request is passed on, and with what the queue answered. */
  before?: (() => Promise<void> | void) | undefined;
  answered?: ((status: number | null) => void) | undefined;
};

export type Wire = {
  url: string;
  /** The next request of this client to this path meets it. */
  plan(client: string, path: string, plan: Partial<Plan>): void;
  /** Whether the plan waits still. */
  isWaiting(client: string, path: string): boolean;
  /** How probable a fate is that nobody planned. */
  background: number;
  /** Whether a queue was ordered something that outlasts the request. */
  hasOrdered(): boolean;
  /** Delivers what is late, and from then on nothing happens to anybody. */
  heal(): Promise<void>;
  close(): Promise<void>;
};

type Told = { trace: (line: string) => void; met: (fault: string) => void };

/** @param targets where the living queues listen; one after the other gets a request. */
export async function openWire(seed: number, targets: () => string[], { trace, met }: Told): Promise<Wire> {
  const plans = new Map<string, Plan>();
  const chances = new Map<string, Random>();
  const late: Sent[] = [];
  let turn = 0;
  let hasOrdered = false;
  const lines = new Agent({ keepAlive: true });
  const nextTarget = (): string | null => {
    const living = targets();
    turn += 1;
    return living[turn % living.length] ?? null;
  };

  /** A client's luck does not depend on what others do meanwhile: the same seed, the same luck. */
  function chanceOf(client: string): Random {
    const known = chances.get(client) ?? createRandom(seedOf(seed, client));
    chances.set(client, known);
    return known;
  }

  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { [CLIENT_HEADER]: given, ...headers } = request.headers;
    const client = String(given ?? '');
    const sent: Sent = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers,
      body: Buffer.concat(chunks),
    };
    const key = `${client} ${sent.path}`;
    const chance = chanceOf(client);
    const [isUnlucky, fallen] = [chance.chance(wire.background), chance.pick(FATES)];
    const plan = plans.get(key) ?? { fate: isUnlucky ? fallen : null, order: null };
    plans.delete(key);
    if (plan.order !== null) {
      sent.headers = { ...headers, [ORDER_HEADER]: JSON.stringify(plan.order) };
      hasOrdered ||= plan.order.name !== 'die';
    }
    await plan.before?.();
    const answer = await deal(plan.fate, sent, response);
    plan.answered?.(answer?.status ?? null);
    const what = plan.fate ?? plan.order?.name ?? '';
    trace(`${client} ${sent.method} ${sent.path} ${answer?.status ?? 'no answer'} ${what}`);
    if (plan.fate !== null) met(plan.fate);
  }

  async function deal(fate: Fate | null, sent: Sent, response: ServerResponse): Promise<Answer | null> {
    const cut = () => void response.destroy();
    switch (fate) {
      case 'lost request':
        cut();
        return null;
      case 'late request':
        late.push(sent);
        cut();
        return null;
      case 'torn request':
        await forwardTorn(nextTarget(), sent);
        cut();
        return null;
      case 'lost answer': {
        const answer = await forward(nextTarget(), sent, lines);
        cut();
        return answer;
      }
      case 'torn answer': {
        const answer = await forward(nextTarget(), sent, lines);
        if (answer === null) cut();
        else {
          response.writeHead(answer.status, answer.headers);
          response.write(answer.body.subarray(0, answer.body.length / 2), cut);
        }
        return answer;
      }
      case 'doubled request': {
        const [, second] = await Promise.all([forward(nextTarget(), sent, lines), forward(nextTarget(), sent, lines)]);
        return giveBack(second);
      }
      case 'login page':
        return giveBack(said(200, 'text/html', '<!doctype html><title>Sign in</title><form></form>'));
      case 'bad gateway':
        return giveBack(said(502, 'text/html', '<!doctype html><title>502</title>'));
      case 'asked to wait':
        return giveBack(said(429, 'application/problem+json', WAIT, { 'retry-after': '30', [PROTOCOL_HEADER]: '1' }));
      case null:
        return giveBack(await forward(nextTarget(), sent, lines));
    }
    function giveBack(answer: Answer | null): Answer | null {
      if (answer === null) cut();
      else response.writeHead(answer.status, answer.headers).end(answer.body);
      return answer;
    }
  }

  const server = createServer((request, response) => {
    carry(request, response).catch((error: unknown) => {
      trace(`the network failed: ${error}`);
      response.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const wire: Wire = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    background: 0,
    plan: (client, path, plan) => void plans.set(`${client} ${path}`, { fate: null, order: null, ...plan }),
    isWaiting: (client, path) => plans.has(`${client} ${path}`),
    hasOrdered: () => hasOrdered,
    async heal() {
      wire.background = 0;
      plans.clear();
      for (const sent of late.splice(0)) {
        const answer = await forward(nextTarget(), sent, lines);
        trace(`late ${sent.path} ${answer?.status ?? 'no answer'}`);
      }
    },
    async close() {
      lines.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return wire;
}

const WAIT = JSON.stringify({
  type: 'urn:clipdesk:problem:too_many',
  kind: 'too_many',
  title: 'too_many',
  status: 429,
});

const said = (status: number, type: string, text: string, more: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': type, 'access-control-allow-origin': '*', ...more },
  body: Buffer.from(text),
});

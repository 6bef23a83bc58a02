/** The network between an extension and its queue, with the bad luck that networks have. */
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `open`: nothing special. `login_page`: a proxy answers everything with its sign-in page, status 200.
 * `answers_lost`: pushes reach the queue and are applied, their answers never come back.
 * `refresh_lost`: the same for the answers to a refresh of tokens.
 * `answers_held`: the same, but the connection stays open, so that the push is still in the air.
 */
export type Luck = 'open' | 'login_page' | 'answers_lost' | 'refresh_lost' | 'answers_held';

export type Wire = {
  /** What the extension believes to be the queue. */
  url: string;
  luck: Luck;
  /** Where requests go; a queue that starts again may have another port. */
  queueUrl: string;
  /** Settles when the queue has answered the next push, whether or not the answer is passed on. */
  nextPushAnswered: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function openWire(queueUrl: string): Promise<Wire> {
  const listeners: (() => void)[] = [];
  const server = createServer((request, response) => carry(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const tellAnswered = (): void => {
    for (const told of listeners.splice(0)) told();
  };

  const carry = (request: IncomingMessage, response: ServerResponse): void => {
    if (wire.luck === 'login_page') {
      response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' });
      response.end('<!doctype html><title>Sign in</title><form>Please sign in to use the network.</form>');
      return;
    }
    const isPush = request.method === 'POST' && request.url === '/v1/push';
    const options = {
      method: request.method ?? 'GET',
      headers: { ...request.headers, host: new URL(wire.queueUrl).host },
    };
    const onward = send(`${wire.queueUrl}${request.url}`, options, (answer) => {
      if (isPush) answer.on('end', tellAnswered);
      const isLost = wire.luck === 'refresh_lost' && request.url === '/v1/session/refresh';
      if (isLost || (isPush && wire.luck === 'answers_lost')) answer.resume().on('end', () => request.socket.destroy());
      else if (isPush && wire.luck === 'answers_held') answer.resume();
      else answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
    });
    onward.on('error', () => request.socket.destroy());
    // An event stream whose reader left must not stay open at the queue.
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  };

  const wire: Wire = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    luck: 'open',
    queueUrl,
    nextPushAnswered: () => new Promise((resolve) => listeners.push(resolve)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return wire;
}

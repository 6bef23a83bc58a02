/** A load balancer as small as one can be: the next request goes to the next server, and a server that is gone is a 502. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';

export type RoundRobin = { url: string; backends: string[]; served: Map<string, number>; close(): void };

export async function startRoundRobin(backends: string[]): Promise<RoundRobin> {
  /** How many answers came from each. */
  const served = new Map<string, number>();
  let turn = 0;
  const server = createServer((incoming, answer) => {
    turn += 1;
    const backend = backends[turn % backends.length] ?? '';
    const fail = () => {
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(502).end();
    };
    const { method, headers } = incoming;
    const outgoing = request(new URL(incoming.url ?? '/', backend), { method, headers }, (response) => {
      served.set(backend, (served.get(backend) ?? 0) + 1);
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.on('error', fail).pipe(answer);
    });
    outgoing.on('error', fail);
    incoming.pipe(outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, backends, served, close };
}

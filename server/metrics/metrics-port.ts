/** A port for figures alone, that no proxy leads to. */
import { createServer } from 'node:http';
import { checkOperatorToken } from '../http/operator-token.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { look } from './look.ts';

type MetricsPort = { url: string; close(): void };

/** @returns where figures are, and how to end it. Null: no port is configured. A token that is configured is asked for here too. */
export function openMetricsPort(parts: Omit<Parts, 'provider' | 'catchUp'>): Promise<MetricsPort | null> {
  const { port, host, token } = parts.config.metrics;
  if (port === null) return Promise.resolve(null);
  const server = createServer(async (request, response) => {
    try {
      if (token !== null) checkOperatorToken(request.headers.authorization, token);
      if (request.method !== 'GET' || request.url !== '/metrics') throw new RequestProblem('unknown');
      const text = await parts.metrics.text(await look(parts));
      response.writeHead(200, { 'content-type': parts.metrics.contentType }).end(text);
    } catch (error) {
      const status = error instanceof RequestProblem ? (error.kind === 'unknown' ? 404 : 401) : 503;
      response.writeHead(status).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ url: `http://${host}:${bound}/metrics`, close: () => void server.close() });
    });
  });
}

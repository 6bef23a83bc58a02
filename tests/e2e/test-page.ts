import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server whose every page is titled by its own path. Allows any origin to read it. */
export async function servePages(): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('access-control-allow-origin', '*');
    response.end(`<!doctype html><title>Page ${request.url}</title><p>Text</p>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

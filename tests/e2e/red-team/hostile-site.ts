/** Serves hostile pages from one origin, and from another one that counts who asks it for anything. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostilePage } from './hostile-page.ts';

export type HostileSite = {
  origin: string;
  /** Puts a page under an address of its own. */
  serve(page: HostilePage): string;
  /** Files under their paths, for documents. */
  serveFile(path: string, type: string, bytes: Uint8Array): string;
  /** What the other origin was asked for, with who asked. */
  asked: string[];
  stop(): void;
};

type Served = { type: string; body: string | Uint8Array; headers?: Readonly<Record<string, string>> };

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** @param extensionId for pages that name the extension */
export async function openHostileSite(extensionId: string): Promise<HostileSite> {
  const asked: string[] = [];
  const evilServer = createServer((request, response) => {
    asked.push(
      `${request.method} ${request.url} from ${request.headers.origin ?? request.headers.referer ?? 'nobody'}`,
    );
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  const evil = await listen(evilServer);
  const served = new Map<string, Served>();
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    const one = served.get(path);
    if (one === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': one.type, 'cache-control': 'no-store', ...one.headers }).end(one.body);
  });
  const origin = await listen(server);
  return {
    origin,
    asked,
    serve: ({ html, lang = 'de', headers = {} }) => {
      const path = `/seite/${served.size}`;
      const body = html.replaceAll('{evil}', evil).replaceAll('{extension}', extensionId);
      served.set(path, {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="${lang.replaceAll('{evil}', evil)}">${body}`,
        headers,
      });
      return origin + path;
    },
    serveFile: (path, type, bytes) => {
      served.set(path, { type, body: bytes });
      return origin + path;
    },
    stop: () => {
      for (const each of [server, evilServer]) {
        each.close();
        each.closeAllConnections();
      }
    },
  };
}

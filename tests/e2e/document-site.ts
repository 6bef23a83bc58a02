/** A server of documents, which gives each of them as badly as servers do. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bytesOf } from '../capture/documents/read-file.ts';

const TYPES: Record<string, string> = { pdf: 'application/pdf' };

export type DocumentSite = {
  origin: string;
  /** What happens to requests for a path from now on; the tab has its file by then. */
  from(path: string, what: 'sign_in' | 'breaks' | 'waits'): void;
  /** Lets those go on that wait. */
  goOn(): void;
  stop(): void;
};

/** Serves the files of `tests/capture/documents/files` by their names, and an empty page for every other path. */
export async function serveDocuments(): Promise<DocumentSite> {
  const moods = new Map<string, string>();
  let waiting: (() => void)[] = [];
  const send = (response: ServerResponse, path: string): void => {
    const name = path.slice(1).split('?')[0] ?? '';
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(bytesOf(name));
  };
  const page = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Dokumente</title><p>Unsere Dokumente</p><input type="password">');
  };
  /** Office for the web: a frame in which the document is drawn, and no text. */
  const office = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Bericht.docx</title><iframe id="WebApplicationFrame"></iframe>');
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const mood = moods.get(path);
    if (path.includes('/download.aspx?UniqueId=')) send(response, '/energy-report.docx');
    else if (path.includes('/Doc.aspx')) office(response);
    else if (path === '/favicon.ico') response.writeHead(404).end();
    else if (!path.includes('.') || mood === 'sign_in') page(response);
    else if (mood === 'breaks') response.destroy();
    else if (mood === 'waits') waiting.push(() => send(response, path));
    else send(response, path);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: (path, what) => void moods.set(path, what),
    goOn: () => {
      moods.clear();
      for (const send of waiting) send();
      waiting = [];
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

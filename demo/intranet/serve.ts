import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIMATE_REPORT } from './climate-report.ts';
import { createLogin, type Login } from './login.ts';
import { makePdf } from './pdf.ts';
import { openSite, type Site } from './site.ts';

export type Intranet = {
  /** The invented company's intranet, for example `http://127.0.0.1:8790`. */
  url: string;
  /** A newspaper of another origin. */
  newspaperUrl: string;
  stop: () => Promise<void>;
};

/** Serves both sites on the loopback interface. @param ports 0: any free port. */
export async function startIntranet(ports: { intranet: number; newspaper: number }): Promise<Intranet> {
  // Each site links to the other, so both addresses must be known before the first page is sent.
  const addresses = { intranet: '', newspaper: '' };
  const login = createLogin();
  const intranet = openSite(['pages', 'shared'], addresses);
  const newspaper = openSite(['newspaper', 'shared'], addresses);
  const servers = [
    await listen(ports.intranet, (request, response) => void answer(intranet, login, request, response)),
    await listen(ports.newspaper, (request, response) => void newspaper.send(response, pathOf(request))),
  ] as const;
  addresses.intranet = `http://127.0.0.1:${portOf(servers[0])}`;
  addresses.newspaper = `http://localhost:${portOf(servers[1])}`;
  return {
    url: addresses.intranet,
    newspaperUrl: addresses.newspaper,
    stop: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

async function answer(site: Site, login: Login, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pathname = pathOf(request);
  if (request.method === 'POST' && pathname === '/login') return login.signIn(request, response);
  if (pathname === '/dokumente/klimabericht-2025.pdf') {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(makePdf(CLIMATE_REPORT));
    return;
  }
  // As many a sign-in page does: the address stays, the status is 200, and only the content is another.
  if (pathname.startsWith('/projekte/') && !login.isSignedIn(request)) return site.send(response, '/login');
  // The address belongs to a program in the page; every one of them is the same file.
  if (pathname.startsWith('/ideen')) return site.send(response, pathname.endsWith('.js') ? pathname : '/ideen');
  return site.send(response, pathname);
}

const pathOf = (request: IncomingMessage): string => {
  const { pathname } = new URL(request.url ?? '/', 'http://site.example');
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '/no-such-page';
  }
};

const listen = (port: number, answerer: RequestListener): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(answerer);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The floor, the peers and ours: for each a queue as a process of its own, and the page that is a device of it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EDITOR, OTHER_SUBMITTER, SUBMITTER, sqliteDatabases, start, startProcess } from '../queue/contenders.ts';
import { fillTopics } from '../queue/many-topics.ts';
import { bundlePage } from './bundle.ts';

const HERE = import.meta.dirname;
const PEERS = path.join(HERE, '../peers');

export type Name = 'thin' | 'ours' | 'PouchDB' | 'RxDB';

export type Queue = {
  queueUrl: string;
  pageUrl: string;
  /** Of a device that sends, and of one that fetches. */
  senderCode: string;
  readerCode: string;
  stop(): Promise<void>;
};

export type Contenders = {
  /** A new queue. @param held so many clips are in it already; of the floor and ours only */
  start(name: Name, options?: { held?: number; compresses?: boolean }): Promise<Queue>;
  close(): Promise<void>;
};

/** Installs the packages of the peers, by their own lock, if they are not here. */
function installPeers(): void {
  if (existsSync(path.join(PEERS, 'node_modules'))) return;
  // None of them needs its scripts: what is built for this machine comes with the package.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
}

export async function openContenders(names: readonly Name[]): Promise<Contenders> {
  if (names.some((name) => name === 'PouchDB' || name === 'RxDB')) installPeers();
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-bench-'));
  const databases = await sqliteDatabases();
  const pages: Record<Name, string> = {
    thin: path.join(HERE, 'thin-page.ts'),
    ours: path.join(HERE, 'ours-page.ts'),
    PouchDB: path.join(PEERS, 'pouch-page.js'),
    RxDB: path.join(PEERS, 'rxdb-page.js'),
  };
  const scripts = new Map<string, string>();
  const scriptOf = async (entry: string): Promise<string> => {
    const known = scripts.get(entry) ?? (await bundlePage(entry, folder));
    scripts.set(entry, known);
    return known;
  };
  const closing: (() => void)[] = [];
  /** A page of another origin than the queue's, as an extension's is. */
  async function hand(entry: string): Promise<string> {
    const source = readFileSync(await scriptOf(entry));
    const server = createServer((request, response) =>
      request.url === '/bench.js'
        ? response.setHeader('content-type', 'text/javascript').end(source)
        : response
            .setHeader('content-type', 'text/html')
            .end(
              '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/bench.js"></script>',
            ),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    closing.push(
      () => void server.closeAllConnections(),
      () => void server.close(),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  async function startOurs(held: number, compresses: boolean): Promise<Queue> {
    const database = await databases.make();
    if (held > 0) await fillTopics(database, held, SUBMITTER);
    const settings = { CLIPDESK_COMPRESSION: compresses ? 'on' : 'off' };
    const running = await start('ours', database, databases.codes[EDITOR] ?? '', { settings });
    // Who has all the clips is somebody else: a sender's own would come to it.
    const sender = held > 0 ? OTHER_SUBMITTER : SUBMITTER;
    return {
      ...{ queueUrl: running.url, pageUrl: await hand(pages.ours) },
      ...{ senderCode: databases.codes[sender] ?? '', readerCode: databases.codes[EDITOR] ?? '' },
      async stop() {
        await running.stop();
        await databases.drop(database);
      },
    };
  }

  async function startOther(name: Name, held: number): Promise<Queue> {
    const own = mkdtempSync(path.join(folder, 'queue-'));
    const script = await scriptOf(pages[name]);
    const args = {
      thin: [path.join(HERE, 'thin-server.ts'), script, path.join(own, 'thin.sqlite'), String(held)],
      PouchDB: [path.join(PEERS, 'pouch-server.js'), script, own],
      RxDB: [path.join(PEERS, 'rxdb-server.js'), script, own],
      ours: [],
    }[name];
    const { url, stop } = await startProcess(args, {});
    return {
      ...{ queueUrl: url, pageUrl: `${url}/`, senderCode: '', readerCode: '' },
      async stop() {
        await stop();
        rmSync(own, { recursive: true, force: true });
      },
    };
  }

  return {
    start: (name, { held = 0, compresses = false } = {}) =>
      name === 'ours' ? startOurs(held, compresses) : startOther(name, held),
    async close() {
      for (const close of closing) close();
      await databases.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

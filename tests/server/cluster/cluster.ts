/** A PostgreSQL of one's own: real programs, in a folder that goes with it. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { scratchFolder } from '../scratch.ts';
import { endWithUs } from './end-with-us.ts';
import { postgresPrograms, RUN_AS } from './programs.ts';

const USER = 'clipdesk';

export type Cluster = {
  /** Address of a database in it. */
  url(database?: string): string;
  port: number;
  /** Resolves once it takes connections. */
  start(...settings: string[]): Promise<void>;
  /** `SIGINT` ends it as an administrator does, `SIGQUIT` as a power cut: it recovers when it starts again. */
  stop(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /** A copy of the data on another port; both have to be stopped. */
  copy(): Promise<Cluster>;
  folder: string;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
};

/** Makes a cluster and starts it. @param parent where its folder is made */
export async function startCluster(parent: string = scratchFolder()): Promise<Cluster> {
  const folder = makeFolder(parent);
  // Letters in an order that is not that of bytes: nothing may depend on how a database was made.
  const order = ['--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'];
  const data = path.join(folder, 'data');
  try {
    execFileSync(
      path.join(postgresPrograms(), 'initdb'),
      [`--pgdata=${data}`, `--username=${USER}`, '--auth=trust', '--encoding=UTF8', '--no-sync', ...order],
      { ...RUN_AS, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  } catch (error) {
    // Called off while it was made.
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const cluster = handle(folder, await freePort());
  await cluster.start();
  return cluster;
}

function makeFolder(parent: string): string {
  const folder = mkdtempSync(path.join(parent, 'clipdesk-postgres-'));
  const { uid, gid } = RUN_AS;
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function handle(folder: string, port: number): Cluster {
  let child: ChildProcess | null = null;
  const forget = endWithUs(() => {
    // As by a power cut: nobody waits for it, and its data goes with it.
    child?.kill('SIGQUIT');
    // What it still writes while it ends may stand in the way for a moment.
    spawnSync('sh', ['-c', 'for i in 1 2 3 4 5 6 7 8 9 10; do rm -rf -- "$0" && exit; sleep 0.2; done', folder], {
      stdio: 'ignore',
    });
  });
  const data = path.join(folder, 'data');
  const cluster: Cluster = {
    folder,
    port,
    url: (database = 'postgres') => `postgres://${USER}@127.0.0.1:${port}/${database}`,
    async start(...settings) {
      const fixed = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`, 'max_connections=200'];
      const args = [...fixed, 'lc_messages=C', ...settings].flatMap((setting) => ['-c', setting]);
      const started = spawn(path.join(postgresPrograms(), 'postgres'), ['-D', data, ...args], {
        ...RUN_AS,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      let said = '';
      await new Promise<void>((resolve, reject) => {
        started.stderr.on('data', (chunk) => {
          said = `${said}${chunk}`.slice(-4_000);
          if (said.includes('ready to accept')) resolve();
        });
        started.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
      });
    },
    async stop(signal = 'SIGINT') {
      const running = child;
      child = null;
      if (running === null || running.exitCode !== null) return;
      running.kill(signal);
      await once(running, 'exit');
    },
    async copy() {
      const other = makeFolder(path.dirname(folder));
      cpSync(data, path.join(other, 'data'), { recursive: true, preserveTimestamps: true });
      execFileSync('chmod', ['-R', 'u=rwX,go=', path.join(other, 'data')]);
      const { uid, gid } = RUN_AS;
      if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, other]);
      return handle(other, await freePort());
    },
    async remove() {
      await cluster.stop('SIGQUIT');
      forget();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return cluster;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

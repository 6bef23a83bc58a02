/** One employee with the real extension in a real Chromium, and a queue behind a wire that can fail. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Chromium, type ChromiumOptions, launchChromium } from '../../demo/browser/chromium.ts';
import { buildExtension } from '../../demo/build.ts';
import { type Intranet, startIntranet } from '../../demo/intranet/serve.ts';
import { closeWelcome, join } from '../../demo/joining.ts';
import { EDITOR, EMPLOYEE, startDemoQueue } from '../../demo/queue.ts';
import type { Clip } from '../../protocol/clip.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { openWire, type Wire } from './wire.ts';

export type Workplace = {
  folder: string;
  extensionDir: string;
  database: string;
  intranet: Intranet;
  wire: Wire;
  /** A link for one device of the employee, through the wire. */
  invite: () => Promise<string>;
  /** The same for an editor. */
  inviteEditor: () => Promise<string>;
  /** Stops the queue that runs in this process, to put another on its database. */
  stopQueue: () => Promise<void>;
  /** Starts the browser on the employee's profile, as often as it was ended. */
  launch: (more?: Partial<ChromiumOptions>) => Promise<Chromium>;
  /** Titles of all clips that the queue holds, by its database. */
  titles: () => Promise<string[]>;
  /** All clips that the running queue holds. */
  clips: () => Promise<Clip[]>;
  stop: () => Promise<void>;
};

export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const database = path.join(folder, 'queue.sqlite');
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  const intranet = await startIntranet({ intranet: 0, newspaper: 0 });
  const queue = await startDemoQueue(database, 0);
  const wire = await openWire(queue.url);
  let queueRuns = true;
  const stopQueue = async (): Promise<void> => {
    if (queueRuns) await queue.stop();
    queueRuns = false;
  };
  return {
    folder,
    extensionDir,
    database,
    intranet,
    wire,
    invite: async () => (await queue.invite(EMPLOYEE)).replace(queue.url, wire.url),
    inviteEditor: async () => (await queue.invite(EDITOR)).replace(queue.url, wire.url),
    stopQueue,
    launch: async (more = {}) => {
      const chromium = await launchChromium({ extensionDir, profileDir: path.join(folder, 'profile'), ...more });
      await closeWelcome(chromium);
      return chromium;
    },
    titles: async () => (queueRuns ? titlesIn(queue.store) : withStore(database, titlesIn)),
    clips: () => clipsIn(queue.store),
    stop: async () => {
      await wire.stop();
      await stopQueue();
      await intranet.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the browser and joins. */
export async function launchJoined(workplace: Workplace, more: Partial<ChromiumOptions> = {}): Promise<Chromium> {
  const chromium = await workplace.launch(more);
  await (await join(chromium, await workplace.invite())).close();
  return chromium;
}

async function withStore<T>(database: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(database, Date.now());
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const clipsIn = async (store: Store): Promise<Clip[]> => {
  const rows = await store.read((sql) => sql.all<{ body: string }>('SELECT body FROM clip WHERE body IS NOT NULL'));
  return rows.map(({ body }) => JSON.parse(body));
};

/** Titles of all clips that a queue holds. */
export const titlesIn = async (store: Store): Promise<string[]> =>
  (await clipsIn(store)).map(({ title }) => title).sort();

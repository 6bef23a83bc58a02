/** Everything of one round: a queue on a new database, the network, the people, and what is told of them. */

import { ROUTES } from '../../protocol/routes.ts';
import { addInvitation } from '../../server/rows/invitations.ts';
import { packFew } from '../storage/held-topics.ts';
import { copyDevice } from '../sync/copy-device.ts';
import { createRandom, type Random } from '../sync/random.ts';
import { type Client, createClient } from './client.ts';
import type { Engine, RoundDatabase } from './engine.ts';
import type { Defect } from './orders.ts';
import { buildOnce, createServer, type QueueServer } from './queue-server.ts';
import { newRecord, type Record } from './record.ts';
import { openWire, type Wire } from './wire.ts';

packFew();

/** What is wrong on purpose, in the queue or in a client, so that the harness can be seen to fail. */
export type AnyDefect = Defect | 'says saved before commit';

export type World = {
  seed: number;
  engine: Engine;
  database: RoundDatabase;
  defect: AnyDefect | null;
  random: Random;
  wire: Wire;
  servers: QueueServer[];
  clients: Client[];
  record: Record;
  /** How often each fault really happened. */
  faults: Map<string, number>;
  met(fault: string): void;
  trace(line: string): void;
  wrong(line: string): void;
  lines: string[];
  /** Time goes on for everybody. Milliseconds. */
  pass(ms: number): void;
  editors(): Client[];
  submitters(): Client[];
  /** Starts what is dead. */
  revive(): Promise<void>;
  /** One more browser of the person, restored from a backup of this one. */
  fork(client: Client): Promise<Client>;
  isForked(): boolean;
  /** One more browser of the person. */
  join(personId: string): Promise<Client>;
  close(): Promise<void>;
};

const PEOPLE = ['hanna', 'hanna', 'jonas', 'mara', 'timo'];
const EDITORS = ['mara', 'timo'];

export const PUSH = ROUTES.push;
export const PULL = ROUTES.pull;

export async function openWorld(engine: Engine, seed: number, defect: AnyDefect | null = null): Promise<World> {
  const random = createRandom(seed);
  const database = await engine.openRound();
  const lines: string[] = [];
  const faults = new Map<string, number>();
  const record = newRecord();
  let passed = 0;
  const trace = (line: string) => void lines.push(line);
  const met = (fault: string) => void faults.set(fault, (faults.get(fault) ?? 0) + 1);
  const wrong = (line: string) => {
    record.wrong.push(line);
    trace(`WRONG ${line}`);
  };
  const now = () => Date.now() + passed;
  const queueDefect = defect === 'says saved before commit' ? null : defect;
  const build = await buildOnce();
  const servers = Array.from({ length: engine.servers }, () => createServer(build, database.env, queueDefect, trace));
  const targets = () => servers.flatMap((server) => server.url() ?? []);
  const wire = await openWire(seed, targets, { trace, met });
  const invite = (personId: string) =>
    database.use(async (store) => {
      const { result } = await store.write((tx) =>
        addInvitation(tx, personId, { uses: 1, createdAt: Date.now(), expiresAt: Date.now() + 600_000 }),
      );
      return result;
    });
  const parts = { queueUrl: wire.url, invite, now, seed, trace, wrong };
  const clients: Client[] = [];
  const add = async (client: Client) => {
    clients.push(client);
    return client;
  };
  const nameOf = (personId: string) => `${personId}/${clients.filter((one) => one.personId === personId).length + 1}`;
  const world: World = {
    seed,
    engine,
    database,
    defect,
    random,
    wire,
    servers,
    clients,
    record,
    faults,
    met,
    trace,
    wrong,
    lines,
    pass: (ms) => {
      passed += ms;
    },
    editors: () => clients.filter(({ personId }) => EDITORS.includes(personId)),
    submitters: () => clients.filter(({ personId }) => !EDITORS.includes(personId)),
    async revive() {
      await Promise.all(servers.map((server) => server.revive()));
    },
    isForked: () => clients.length > PEOPLE.length,
    async fork(client) {
      return add(
        await createClient(parts, client.personId, nameOf(client.personId), await copyDevice(client.indexedDb)),
      );
    },
    async join(personId) {
      const client = await createClient(parts, personId, nameOf(personId));
      if (!(await client.signIn())) throw new Error(`${client.name} cannot join`);
      return client;
    },
    async close() {
      for (const client of clients) client.kill();
      await Promise.all(servers.map((server) => server.kill()));
      await wire.close();
      await database.remove();
    },
  };
  await world.revive();
  for (const personId of PEOPLE) await add(await world.join(personId));
  return world;
}

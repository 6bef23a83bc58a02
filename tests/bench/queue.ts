/**
 * What a durable submit costs, beside the least that it can cost: the rows that are there when it is answered, in the same
 * tables, by a bare `node:http` that knows nobody and asks nothing. Ours and the floors take turns, each on a new database; then the
 * same on PostgreSQL; then the memory of a queue that holds a million topics.
 */
import { parseArgs } from 'node:util';
import { ROUTES } from '../../protocol/routes.ts';
import { pullKind } from '../server/process.ts';
import { benchClip } from './clips.ts';
import { printFigure, printPeerFigure, quantile, summarize } from './figure.ts';
import { cpuMs, memoryOf, printLoad } from './process-figures.ts';
import {
  type Contender,
  type Databases,
  EDITOR,
  postgresDatabases,
  type Running,
  SUBMITTER,
  sqliteDatabases,
  start,
} from './queue/contenders.ts';
import { inUnit } from './queue/delivered.ts';
import { type NextBody, sendLoad } from './queue/load.ts';
import { fillTopics } from './queue/many-topics.ts';
import { VARIETY } from './queue/submit-rows.ts';

const USAGE = `npm run bench -- queue [--rounds 5] [--seconds 4] [--connections 50] [--engine sqlite|postgres|both|none] [--topics 1000000]
  --topics: how many the queue holds whose memory is looked at; 0: it is not`;

const WARM_UP_SECONDS = 1.5;

type Samples = { rate: number[]; cpu: number[]; p50: number[]; p99: number[] };
const empty = (): Samples => ({ rate: [], cpu: [], p50: [], p99: [] });

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '50' },
      engine: { type: 'string', default: 'both' },
      topics: { type: 'string', default: '1000000' },
    },
  });
  const [rounds, seconds, connections, topics] = [
    Number(values.rounds),
    Number(values.seconds),
    Number(values.connections),
    Number(values.topics),
  ];
  if (![rounds, seconds, connections, topics].every(Number.isFinite)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  printLoad('before');
  const isWanted = (engine: string) => values.engine === 'both' || values.engine === engine;
  if (isWanted('sqlite')) await onEngine('SQLite', await sqliteDatabases(), { rounds, seconds, connections });
  if (isWanted('postgres')) await onEngine('PostgreSQL', await postgresDatabases(), { rounds, seconds, connections });
  if (topics > 0) await memory(topics, { seconds, connections });
  printLoad('after');
}

type Shape = { rounds: number; seconds: number; connections: number };

async function onEngine(engine: string, databases: Databases, { rounds, ...shape }: Shape): Promise<void> {
  const isSqlite = engine === 'SQLite';
  const contenders: Contender[] = isSqlite ? ['http', 'grouped', 'each', 'ours'] : ['http', 'grouped', 'ours'];
  const all: Record<Contender, Samples> = { http: empty(), grouped: empty(), each: empty(), ours: empty() };
  const pulls: number[] = [];
  const withAllThatFollows: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const [step] of contenders.entries()) {
        const contender = contenders[(round + step) % contenders.length] ?? 'ours';
        const database = await databases.make();
        const running = await start(contender, database, databases.codes[SUBMITTER] ?? '');
        try {
          const body = submits(running);
          await sendLoad({ ...running, path: ROUTES.push }, { ...shape, seconds: WARM_UP_SECONDS, body });
          if (contender === 'ours') await everythingFollowed(running);
          const before = cpuMs(running.pid);
          const measured = await measure(running, ROUTES.push, { ...shape, body });
          add(all[contender], measured);
          if (contender === 'ours') {
            await everythingFollowed(running);
            withAllThatFollows.push(((cpuMs(running.pid) - before) * 1000) / measured.requests);
            const nothingNew = await pullBody(running);
            pulls.push((await measure(running, ROUTES.pull, { ...shape, seconds: 2, body: () => nothingNew })).cpu);
          }
        } finally {
          await running.stop();
          await databases.drop(database);
        }
      }
  } finally {
    await databases.close();
  }
  const { http, grouped, each, ours } = all;
  const name = (what: string) => `${what}, ${engine}`;
  printFigure(name('durable submits at 50 connections'), '1/s', ours.rate, grouped.rate, '>= 0.8 x floor');
  if (isSqlite) {
    const [own, single] = [summarize(ours.rate).value, { name: 'floor, a commit for each', value: median(each.rate) }];
    const beside = 'durable submits beside a commit for each';
    printPeerFigure(name(beside), '1/s', ours.rate.length, own, single, median(grouped.rate), '>= 5 x peer');
  }
  printFigure(name('p50 of a durable submit'), 'ms', ours.p50, grouped.p50, null);
  printFigure(name('p99 of a durable submit'), 'ms', ours.p99, grouped.p99, null);
  printFigure(name('server CPU of a durable submit, beside bare node:http'), 'us', ours.cpu, http.cpu, '<= 5 x floor');
  printFigure(name('server CPU of a durable submit, beside the same rows'), 'us', ours.cpu, grouped.cpu, null);
  printFigure(name('server CPU of a durable submit, with all that follows it'), 'us', withAllThatFollows, null, null);
  printFigure(
    name('server CPU of a pull of nothing new, beside bare node:http'),
    'us',
    pulls,
    http.cpu,
    '<= 5 x floor',
  );
}

const median = (samples: readonly number[]): number => summarize(samples).value;

/** Words and traits are made after the answer; who searches waits until they are. */
async function everythingFollowed(running: Running): Promise<void> {
  // Nobody waits for more than some seconds.
  for (let started = Number.NEGATIVE_INFINITY; performance.now() - started > 2_000; ) {
    started = performance.now();
    await search(running);
  }
}

async function search({ url, token }: Running): Promise<void> {
  const response = await fetch(`${url}${ROUTES.search}?q=werkhalle`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`a search was answered with ${response.status}`);
  await response.text();
}

function add(samples: Samples, { rate, cpu, p50, p99 }: Record<keyof Samples, number>): void {
  samples.rate.push(rate);
  samples.cpu.push(cpu);
  samples.p50.push(p50);
  samples.p99.push(p99);
}

async function measure(
  running: Running,
  path: string,
  load: { seconds: number; connections: number; body: NextBody },
): Promise<Record<keyof Samples | 'requests', number>> {
  const before = cpuMs(running.pid);
  const { requests, seconds, latencies } = await sendLoad({ ...running, path }, load);
  const cpu = ((cpuMs(running.pid) - before) * 1000) / requests;
  return { requests, rate: requests / seconds, cpu, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

let made = 0;

/** Every connection is a device that sends one clip after the other. */
function submits({ epoch }: Running): NextBody {
  const devices: { clientId: string; number: number }[] = [];
  return (connection) => {
    devices[connection] ??= { clientId: crypto.randomUUID(), number: 0 };
    const device = devices[connection];
    device.number += 1;
    made += 1;
    const clip = { ...benchClip(made, VARIETY), id: crypto.randomUUID() };
    return JSON.stringify({
      ...{ clientId: device.clientId, protocol: 1, epoch, acknowledged: device.number - 1 },
      mutations: [
        {
          ...{ id: clip.id, number: device.number, protocol: 1, madeAt: clip.capturedAt },
          action: { name: 'saveClip', clip },
        },
      ],
    });
  };
}

/** Asks for what came after everything that is there. */
async function pullBody({ url, token }: Running): Promise<string> {
  let cursor: unknown = null;
  for (let more = true; more; ) {
    const response = await fetch(url + ROUTES.pull, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ protocol: 1, cursor, limit: 500 }),
    });
    const page = (await response.json()) as { cursor: unknown; more: boolean };
    ({ cursor, more } = page);
  }
  return JSON.stringify({ protocol: 1, cursor, limit: 500 });
}

async function memory(topics: number, shape: Omit<Shape, 'rounds'>): Promise<void> {
  const databases = await sqliteDatabases();
  try {
    const database = await databases.make();
    await fillTopics(database, topics, SUBMITTER);
    const running = await start('ours', database, databases.codes[EDITOR] ?? '', inUnit());
    try {
      const told = topics.toLocaleString('en');
      const say = (when: string, value: number, goal: string | null) =>
        printFigure(`resident memory with ${told} topics, ${when}`, 'MB', [value], null, goal);
      say('after the start', memoryOf(running.pid).now, null);
      // An editor's first pull, and everybody's submits.
      await pullKind(running.url, running.token, 'topic');
      say('after an editor joined', memoryOf(running.pid).now, null);
      await sendLoad({ ...running, path: ROUTES.push }, { ...shape, seconds: 10, body: submits(running) });
      say('after 10 s of submits', memoryOf(running.pid).now, '<= 150 MB');
      say('at its highest', memoryOf(running.pid).highest, null);
    } finally {
      await running.stop();
    }
  } finally {
    await databases.close();
  }
}

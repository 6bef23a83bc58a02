/**
 * How long it takes until clips of one device are at another one, in a real Chromium and with a real queue, beside a
 * floor that does nothing but carry them, and beside PouchDB and RxDB. All of them take turns, each with a new queue
 * and new devices.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { printFigure, printPeerFigure, summarize } from './figure.ts';
import { printLoad } from './process-figures.ts';
import { type BenchBrowser, type Device, openBenchBrowser } from './sync/browser.ts';
import { type Contenders, type Name, openContenders, type Queue } from './sync/contenders.ts';
import { openCountingWire } from './sync/counting-wire.ts';

const USAGE = `npm run bench -- sync [--rounds 5] [--clips 10000] [--peers PouchDB,RxDB] [--held 1000,100000]
  --peers: may be empty; their packages are installed at the first run
  --held: sizes of the queue at which one change is measured; may be empty`;

const CHANGES = 7;
/** Milliseconds. */
const RESTS = 4_000;

type Figures = {
  push: number[];
  pull: number[];
  cards: number[];
  sent: number[];
  fetched: number[];
};
const empty = (): Figures => ({ push: [], pull: [], cards: [], sent: [], fetched: [] });

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      clips: { type: 'string', default: '10000' },
      peers: { type: 'string', default: 'PouchDB,RxDB' },
      held: { type: 'string', default: '1000,100000' },
    },
  });
  const [rounds, clips] = [Number(values.rounds), Number(values.clips)];
  const peers = (['PouchDB', 'RxDB'] as const).filter((name) => values.peers.split(',').includes(name));
  const held = values.held.split(',').filter(Boolean).map(Number);
  if (![rounds, clips, ...held].every(Number.isInteger)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const names: Name[] = ['thin', 'ours', ...peers];
  const contenders = await openContenders(names);
  const browser = await openBenchBrowser();
  const all = new Map(names.map((name) => [name, empty()]));
  printLoad('before');
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const step of names.keys()) {
        const name = names[(round + step) % names.length] ?? 'ours';
        await playRound({ contenders, browser, name, clips, figures: all.get(name) ?? empty() });
        console.error(`round ${round + 1} of ${rounds}: ${name}`);
      }
    printRounds(all, clips, peers);
    await bytesOnTheWire({ contenders, browser, clips });
    if (held.length > 0) await oneChange({ contenders, browser, held, samples: rounds * CHANGES });
  } finally {
    await browser.close();
    await contenders.close();
  }
  printLoad('after');
}

type Played = { contenders: Contenders; browser: BenchBrowser; name: Name; clips: number; figures: Figures };

async function playRound({ contenders, browser, name, clips, figures }: Played): Promise<void> {
  const queue = await contenders.start(name);
  try {
    const [sender, reader] = await openPair(browser, queue);
    await sender.time('fill', 0, clips);
    figures.push.push(await sender.time('push'));
    figures.pull.push(await reader.time('pull'));
    figures.cards.push(await reader.time('settle'));
    const there = await reader.count();
    if (there !== clips) throw new Error(`${name} fetched ${there} of ${clips}`);
    // So that nothing of the push waits any more.
    if (name === 'ours') await sender.time('pull');
    // The database of a browser tidies up for a while after so many rows, and a change would wait for that.
    await setTimeout(RESTS);
    for (let change = 0; change < CHANGES; change += 1) {
      figures.sent.push(await sender.time('change', Math.floor((change * clips) / CHANGES)));
      figures.fetched.push(await reader.time('pull'));
      if (name === 'ours') await sender.time('pull');
    }
    await sender.close();
    await reader.close();
  } finally {
    await queue.stop();
  }
}

async function openPair(
  browser: BenchBrowser,
  { pageUrl, queueUrl, senderCode, readerCode }: Queue,
): Promise<[Device, Device]> {
  return [
    await browser.open(pageUrl, { queueUrl, code: senderCode }),
    await browser.open(pageUrl, { queueUrl, code: readerCode }),
  ];
}

const sums = ({ sent, fetched }: Figures): number[] => sent.map((ms, at) => ms + (fetched[at] ?? Number.NaN));

const GOALS = {
  push: { floor: '<= 1.25 x floor', PouchDB: '<= 1/3 x peer', RxDB: '<= 1/3 x peer' },
  pull: { floor: '<= 1.1 x floor', PouchDB: '<= 1/4 x peer', RxDB: '<= 1/1.5 x peer' },
  change: { floor: '<= 1.5 x floor', PouchDB: '<= 1/3 x peer', RxDB: '<= 1/3 x peer' },
} as const;

function printRounds(all: ReadonlyMap<Name, Figures>, clips: number, peers: readonly ('PouchDB' | 'RxDB')[]): void {
  const of = (name: Name) => all.get(name) ?? empty();
  const told = clips.toLocaleString('en');
  const kinds = [
    { kind: 'push', name: `push of ${told}`, samples: (figures: Figures) => figures.push },
    { kind: 'pull', name: `first pull of ${told}`, samples: (figures: Figures) => figures.pull },
    { kind: 'change', name: 'one change, sent and fetched', samples: sums },
  ] as const;
  for (const { kind, name, samples } of kinds) {
    const [ours, floor] = [samples(of('ours')), samples(of('thin'))];
    printFigure(name, 'ms', ours, floor, GOALS[kind].floor);
    for (const peer of peers) {
      const theirs = { name: peer, value: summarize(samples(of(peer))).value };
      const [own, least] = [summarize(ours).value, summarize(floor).value];
      printPeerFigure(`${name}, beside ${peer}`, 'ms', ours.length, own, theirs, least, GOALS[kind][peer]);
    }
  }
  printFigure('one change, sent', 'ms', of('ours').sent, of('thin').sent, null);
  printFigure('one change, fetched', 'ms', of('ours').fetched, of('thin').fetched, null);
  printFigure(`cards of ${told} topics, made after the first pull`, 'ms', of('ours').cards, null, null);
}

/** In a run of its own: how much travels, plain and compressed, counted on the wire. */
async function bytesOnTheWire({ contenders, browser, clips }: Omit<Played, 'name' | 'figures'>): Promise<void> {
  const counted: Record<'plain' | 'compressed', { push: number; pull: number }> = {
    plain: { push: 0, pull: 0 },
    compressed: { push: 0, pull: 0 },
  };
  for (const how of ['plain', 'compressed'] as const) {
    const queue = await contenders.start('ours', { compresses: how === 'compressed' });
    const wire = await openCountingWire(queue.queueUrl);
    try {
      const [sender, reader] = await openPair(browser, { ...queue, queueUrl: wire.url });
      // A device has fetched before it sends: so it knows how the queue takes it.
      await sender.time('pull');
      await reader.time('pull');
      await sender.time('fill', 0, clips);
      wire.reset();
      await sender.time('push');
      counted[how].push = wire.bytes() / clips;
      wire.reset();
      await reader.time('pull');
      counted[how].pull = wire.bytes() / clips;
      await sender.close();
      await reader.close();
    } finally {
      await wire.close();
      await queue.stop();
    }
  }
  const both = ({ push, pull }: { push: number; pull: number }) => push + pull;
  for (const [name, of] of [
    ['push', ({ push }) => push],
    ['pull', ({ pull }) => pull],
    ['push and pull', both],
  ] as [string, typeof both][])
    printPeerFigure(
      `bytes of a clip on the wire, compressed, ${name}`,
      'bytes',
      1,
      of(counted.compressed),
      { name: 'plain', value: of(counted.plain) },
      null,
      '<= 0.35 x peer',
    );
}

type Sizes = { contenders: Contenders; browser: BenchBrowser; held: readonly number[]; samples: number };

/** One change with so many topics in the queue; the sizes and the floor take turns. */
async function oneChange({ contenders, browser, held, samples }: Sizes): Promise<void> {
  const pairs: { name: Name; size: number; sender: Device; reader: Device; figures: Figures; queue: Queue }[] = [];
  try {
    for (const size of held)
      for (const name of ['thin', 'ours'] as const) {
        const queue = await contenders.start(name, { held: size });
        const [sender, reader] = await openPair(browser, queue);
        const first = size + 1;
        await sender.time('fill', first, first + 1);
        await sender.time('push');
        await sender.time('pull');
        await reader.time('pull');
        await reader.time('settle');
        pairs.push({ name, size, sender, reader, figures: empty(), queue });
        console.error(`${name} with ${size} is ready`);
      }
    for (let sample = -1; sample < samples; sample += 1)
      for (const { name, size, sender, reader, figures } of pairs) {
        const sent = await sender.time('change', size + 1);
        const fetched = await reader.time('pull');
        if (name === 'ours') await sender.time('pull');
        if (sample < 0) continue;
        figures.sent.push(sent);
        figures.fetched.push(fetched);
      }
    const of = (name: Name, size: number) =>
      pairs.find((pair) => pair.name === name && pair.size === size)?.figures ?? empty();
    for (const size of held) {
      const name = `one change with ${size.toLocaleString('en')} in the queue, sent and fetched`;
      printFigure(name, 'ms', sums(of('ours', size)), sums(of('thin', size)), '<= 1.5 x floor');
    }
    const [small = 0] = held;
    const large = held.at(-1) ?? 0;
    const peer = {
      name: `${small.toLocaleString('en')} in the queue`,
      value: summarize(sums(of('ours', small))).value,
    };
    const value = summarize(sums(of('ours', large))).value;
    const name = `one change with ${large.toLocaleString('en')} in the queue, beside a small one`;
    printPeerFigure(name, 'ms', samples, value, peer, null, '<= 1.1 x peer');
  } finally {
    for (const { queue } of pairs) await queue.stop();
  }
}

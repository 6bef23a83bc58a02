/** Listens to the queue's pokes while a page is open: something changed, pull when convenient. */
import { pokeSchema } from '../protocol/session.ts';
import { backOff } from './back-off.ts';
import { SyncError, type SyncErrorKind } from './errors.ts';
import type { Transport } from './transport.ts';

/** The queue says something every 20 seconds; after this silence the line is dead. Milliseconds. */
const SILENCE_MS = 50_000;

/** Somebody has the page open and waits for news. Milliseconds. */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;

/** The person or an update has to do something first. */
const NO_USE: readonly SyncErrorKind[] = ['sign_in', 'update_extension', 'update_queue', 'not_found'];

export type Listening = {
  transport: Pick<Transport, 'events'>;
  /** Told the queue's position: once at each connection, then at each change. */
  onPoke(seq: number): void;
  signal: AbortSignal;
  sleep(ms: number): Promise<void>;
  random: () => number;
};

/** Connects again after every break, until `signal` says stop or listening is of no use. Never rejects. */
export async function followEvents({ transport, onPoke, signal, sleep, random }: Listening): Promise<void> {
  let attempts = 0;
  while (!signal.aborted) {
    try {
      await listen(transport, signal, (seq) => {
        attempts = 0;
        onPoke(seq);
      });
    } catch (error) {
      if (error instanceof SyncError && NO_USE.includes(error.kind)) return;
    }
    attempts += 1;
    if (!signal.aborted) await sleep(Math.min(LONGEST_MS, backOff(attempts, random, SHORTEST_MS)));
  }
}

/** Reads one stream until it ends or falls silent. */
async function listen(transport: Listening['transport'], signal: AbortSignal, onPoke: (seq: number) => void) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const ended = AbortSignal.any([signal, silence.signal]);
    const stream = await transport.events(ended);
    let rest = '';
    for await (const text of readText(stream, ended)) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const seq = readPoke(line);
        if (seq !== null) onPoke(seq);
      }
      // Nothing that a queue says is this long.
      if (rest.length > 10_000) return;
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

async function* readText(stream: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<string> {
  const reader = stream.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** The position that a line tells; null for comments, blank lines and what is not ours. */
function readPoke(line: string): number | null {
  if (!line.startsWith('data:')) return null;
  try {
    return pokeSchema.safeParse(JSON.parse(line.slice('data:'.length))).data?.seq ?? null;
  } catch {
    return null;
  }
}

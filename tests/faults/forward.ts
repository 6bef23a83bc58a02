import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request as open } from 'node:http';

export type Sent = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
export type Answer = { status: number; headers: IncomingHttpHeaders | Record<string, string>; body: Buffer };

/** Longer than any honest answer takes, shorter than a client waits. Milliseconds. */
const PATIENCE_MS = 15_000;

/** @param lines that may be used again; null: one for this request alone */
function begin(target: string, { method, path, headers }: Sent, lines: Agent | null) {
  const own = { ...headers, host: new URL(target).host, connection: lines === null ? 'close' : 'keep-alive' };
  return open(target + path, { method, headers: own, agent: lines ?? false, timeout: PATIENCE_MS });
}

/** What the queue answers, or null if there is no queue, or it ended before its answer did. */
export const forward = (target: string | null, sent: Sent, lines: Agent): Promise<Answer | null> =>
  new Promise((resolve) => {
    if (target === null) return resolve(null);
    const onward = begin(target, sent, lines);
    onward.on('error', () => resolve(null));
    onward.on('timeout', () => onward.destroy());
    onward.on('response', (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => resolve(null));
      answer.on('close', () => resolve(null));
      answer.on('end', () => {
        const { 'transfer-encoding': _framing, connection: _connection, ...headers } = answer.headers;
        resolve({ status: answer.statusCode ?? 502, headers, body: Buffer.concat(chunks) });
      });
    });
    onward.end(sent.body);
  });

/** Half of the body under the length of the whole, then the line is cut. */
export const forwardTorn = (target: string | null, sent: Sent): Promise<void> =>
  new Promise((resolve) => {
    if (target === null) return resolve();
    const onward = begin(target, sent, null);
    onward.on('error', () => resolve());
    onward.on('close', () => resolve());
    onward.write(sent.body.subarray(0, sent.body.length / 2), () => onward.destroy());
  });

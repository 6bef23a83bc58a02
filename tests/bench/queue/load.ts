/** Many connections that each send the next request when the last one is answered. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type Load = { requests: number; seconds: number /** Milliseconds. */; latencies: number[] };

/** The body of the next request of a connection. */
export type NextBody = (connection: number) => string;

/**
 * Sends for so long. On bare sockets: a client of its own weight would be measured too.
 * @throws if anything but 200 is answered
 */
export async function sendLoad(
  { url, path, token }: { url: string; path: string; token: string },
  { connections, seconds, body }: { connections: number; seconds: number; body: NextBody },
): Promise<Load> {
  const { hostname, port } = new URL(url);
  const head = `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: `;
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  const one = async (connection: number): Promise<void> => {
    const socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    await once(socket, 'connect');
    const answers = answersOf(socket);
    while (performance.now() < until) {
      const content = body(connection);
      const sent = performance.now();
      socket.write(`${head}${Buffer.byteLength(content)}\r\n\r\n${content}`);
      const answer = await answers.next();
      if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer);
      latencies.push(performance.now() - sent);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)));
  return { requests: latencies.length, seconds: (performance.now() - started) / 1000, latencies };
}

/** Answers with a length, one after the other. */
function answersOf(socket: Socket): { next(): Promise<string> } {
  let held = '';
  let waiting: { resolve(answer: string): void; reject(error: unknown): void } | null = null;
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the connection was closed')));
  socket.on('data', (chunk) => {
    held += chunk.toString('latin1');
    const end = held.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(held)?.[1];
    if (length === undefined) return waiting?.reject(new Error(`an answer without a length: ${held}`));
    const whole = end + 4 + Number(length);
    if (held.length < whole) return;
    const answer = held.slice(0, whole);
    held = held.slice(whole);
    waiting?.resolve(answer);
  });
  return { next: () => new Promise((resolve, reject) => (waiting = { resolve, reject })) };
}

/** Passes bytes on and counts them, both ways, with everything that HTTP puts around them. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type CountingWire = { url: string; bytes(): number; reset(): void; close(): Promise<void> };

export async function openCountingWire(target: string): Promise<CountingWire> {
  const { hostname, port } = new URL(target);
  let count = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('data', (chunk) => {
        count += chunk.length;
      });
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => count,
    reset() {
      count = 0;
    },
    async close() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

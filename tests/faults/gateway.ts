/** A fixed address before a database that moves, as operators have it: connections go to whoever is the primary now. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export type Gateway = {
  port: number;
  /** From now on to this port; what is open is cut. */
  pointTo(port: number): void;
  close(): void;
};

export async function openGateway(first: number): Promise<Gateway> {
  let target = first;
  const open = new Set<Socket>();
  // What is small leaves at once on both sides, as drivers have it: else every other answer waits 40 ms for an acknowledgement.
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    pointTo(port) {
      target = port;
      cut();
    },
    close() {
      server.close();
      cut();
    },
  };
}

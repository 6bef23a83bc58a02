/** A computer is restored from a backup of another, or of itself: two clients that believe they are one. */
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';

const MOST = 8;

export const forked: Fault = {
  name: 'two clients from one backup',
  async strike(world) {
    const { random, clients } = world;
    if (clients.length >= MOST) return;
    const client = random.pick(clients);
    // With something that waits, and sometimes with something that was answered but not pulled yet.
    await save(world, client);
    const copy = await world.fork(client);
    for (const one of [client, copy]) if (random.chance(0.7)) await save(world, one);
    await Promise.all([client.run('asked'), copy.run('asked')]);
    world.met(this.name);
  },
};

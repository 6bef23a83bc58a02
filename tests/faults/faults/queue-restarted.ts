/** The queue is told to stop, as by an update of its machine, while pushes are in the air. */
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';

const name = 'queue restarted';

export const queueRestarted: Fault = {
  name,
  async strike(world) {
    const { random } = world;
    for (const client of world.clients) if (random.chance(0.6)) await save(world, client);
    const flights = world.clients.map((client) => client.run('asked'));
    await Promise.all(world.servers.map((server) => server.stop()));
    await world.revive();
    await Promise.all(flights);
    world.met(name);
  },
};

/** One of the servers that stand side by side ends while pushes and pulls go to both; the others go on. */
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';

const name = 'one of two servers killed';

export const serverOfTwoKilled: Fault = {
  name,
  engine: 'postgres',
  async strike(world) {
    const { random, clients, servers } = world;
    for (const client of clients) if (random.chance(0.7)) await save(world, client);
    const flights = clients.map((client) => client.run('asked'));
    await Promise.race(flights);
    await random.pick(servers).kill();
    await Promise.all(flights);
    world.met(name);
    // Those that are left have to do for everybody, for a while.
    for (const client of clients) if (random.chance(0.5)) await client.run('asked');
  },
};

/** The queue's database is put back to a backup: what came since is gone from it [CL7]. */
import { judge, save } from '../acts.ts';
import type { Fault } from '../fault.ts';

export const queueRestored: Fault = {
  name: 'queue restored from a backup',
  async strike(world) {
    const { random, clients, database, record, servers } = world;
    // Some engines copy only what nobody uses.
    await Promise.all(servers.map((server) => server.stop()));
    await database.backUp();
    await world.revive();
    for (const client of clients) if (random.chance(0.6)) await save(world, client);
    for (const client of clients) if (random.chance(0.7)) await client.run('asked');
    for (const editor of world.editors()) await judge(world, editor);
    for (const editor of world.editors()) await editor.run('asked');
    await Promise.all(servers.map((server) => server.kill()));
    await database.restore();
    record.isRestored = true;
    await world.revive();
    world.met(this.name);
  },
};

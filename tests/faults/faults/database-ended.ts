/** The database ends under its queue: it starts again, or a standby takes its place. */
import { judge, save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import type { World } from '../world.ts';

async function strike(world: World, end: (() => Promise<void>) | undefined, name: string): Promise<void> {
  if (end === undefined) return;
  const { random, clients } = world;
  for (const client of clients) if (random.chance(0.7)) await save(world, client);
  for (const editor of world.editors()) await judge(world, editor);
  const flights = clients.map((client) => client.run('asked'));
  if (random.chance(0.5)) await Promise.race(flights);
  await end();
  await Promise.all(flights);
  world.met(name);
}

export const databaseEnded: Fault[] = [
  {
    name: 'database restarted',
    engine: 'postgres',
    strike: (world) => strike(world, world.database.restart, 'database restarted'),
  },
  {
    name: 'standby promoted',
    engine: 'postgres',
    strike: (world) => strike(world, world.database.promote, 'standby promoted'),
  },
];

/** What networks and the proxies in them do to one request. */

import { save } from '../acts.ts';
import { FATES, type Fate } from '../fates.ts';
import type { Fault } from '../fault.ts';
import { PULL, PUSH, type World } from '../world.ts';

async function strike(world: World, fate: Fate): Promise<void> {
  const { random, wire } = world;
  const client = random.pick(world.clients);
  await save(world, client);
  const path = random.chance(0.7) ? PUSH : PULL;
  // Counted by the wire.
  wire.plan(client.name, path, { fate });
  await client.run('asked');
  if (random.chance(0.5)) await client.run('asked');
}

export const networkFaults: Fault[] = FATES.map((fate) => ({ name: fate, strike: (world) => strike(world, fate) }));

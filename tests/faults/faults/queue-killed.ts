/** The queue's process is killed at a step of a push, while others push and pull. */
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import { KILL_STEPS, type KillStep } from '../orders.ts';
import { PUSH, type World } from '../world.ts';

async function strike(world: World, at: KillStep): Promise<void> {
  const { random, wire } = world;
  const client = random.pick(world.clients);
  for (let count = 1 + random.below(3); count > 0; count -= 1) await save(world, client);
  let isKilled = false;
  wire.plan(client.name, PUSH, {
    order: { name: 'die', at },
    answered: (status) => {
      isKilled = status === null || at === 'after the answer';
    },
  });
  const others = world.clients.filter((other) => other !== client && random.chance(0.5));
  await Promise.all([client, ...others].map((one) => one.run('asked')));
  // The line breaks before the operating system says that the process is gone.
  if (isKilled && (await Promise.any(world.servers.map((server) => server.isDead())))) world.met(nameOf(at));
  await world.revive();
  if (random.chance(0.5)) await client.run('asked');
}

const nameOf = (at: KillStep) => `queue killed ${at}`;

export const queueKilled: Fault[] = KILL_STEPS.map((at) => ({
  name: nameOf(at),
  strike: (world) => strike(world, at),
}));

/** A clock that is wrong by years, in either direction. */
import { judge, save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import { PULL } from '../world.ts';

const YEAR_MS = 365 * 86_400_000;
const YEARS = [-20, -3, 3, 20];

const ofClient: Fault = {
  name: "client's clock wrong by years",
  async strike(world) {
    const { random } = world;
    const client = random.pick(world.clients);
    client.set.clockOffset = random.pick(YEARS) * YEAR_MS;
    await save(world, client);
    await client.run('asked');
    if (random.chance(0.5)) await save(world, client);
    client.set.clockOffset = 0;
    world.met(this.name);
  },
};

const ofQueue: Fault = {
  name: "queue's clock wrong by years",
  async strike(world) {
    const { random, wire } = world;
    const client = random.pick(world.editors());
    const told = async (offset: number) => {
      wire.plan(client.name, PULL, { order: { name: 'clock', offset } });
      await client.run('asked');
    };
    await told(random.pick(YEARS) * YEAR_MS);
    await save(world, client);
    await judge(world, client);
    await client.run('asked');
    await told(0);
    world.met(this.name);
  },
};

export const wrongClock: Fault[] = [ofClient, ofQueue];

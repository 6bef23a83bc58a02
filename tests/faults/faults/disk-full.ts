/** No room: on the queue's disk, by the engine's own limit, or in the browser's quota. */
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import { PUSH } from '../world.ts';

const ofQueue: Fault = {
  name: "queue's disk full",
  async strike(world) {
    const { random, wire } = world;
    const client = random.pick(world.clients);
    // Enough that pages which have room still do not do.
    for (let count = 0; count < 6; count += 1) await save(world, client);
    let status: number | null = null;
    const order = { name: 'disk full', transactions: 1 + random.below(3) } as const;
    wire.plan(client.name, PUSH, {
      order,
      answered: (given) => {
        status = given;
      },
    });
    await client.run('asked');
    if (status === 503) world.met(this.name);
    else if (status === 500) world.wrong('a full disk was answered as if nobody had expected it');
  },
};

const ofClient: Fault = {
  name: "client's quota used up",
  async strike(world) {
    const { random } = world;
    const client = random.pick(world.clients);
    const steps = client.steps();
    if (random.chance(0.5)) {
      steps?.arm('quota', random.below(16));
      if ((await save(world, client)).hasFailed) world.met(this.name);
    } else {
      await save(world, client);
      steps?.arm('quota', random.below(60));
      await client.run('asked');
      if (steps?.isArmed() === false) world.met(this.name);
    }
    steps?.disarm();
  },
};

export const diskFull: Fault[] = [ofQueue, ofClient];

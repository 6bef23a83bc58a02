/** The browser ends at a step of what storage asks IndexedDB for; the step is chosen by the seed. */
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import { PULL, PUSH, type World } from '../world.ts';

/** About as many steps as each takes, so that every one of them can be the last. */
const STEPS = { save: 24, push: 12, pull: 50 };

const inSave: Fault = {
  name: 'client killed in a save',
  async strike(world) {
    const client = world.random.pick(world.clients);
    client.steps()?.arm('death', world.random.below(STEPS.save));
    const { isSaid, hasFailed } = await save(world, client);
    if (!isSaid && !hasFailed) world.met(this.name);
    else client.steps()?.disarm();
  },
};

const inFlight = (what: 'push' | 'pull', path: string): Fault => ({
  name: `client killed in a ${what}`,
  async strike(world: World) {
    const { random, wire } = world;
    const client = random.pick(world.clients);
    await save(world, client);
    const steps = client.steps();
    const after = random.below(STEPS[what]);
    // Some die while the request is in the air, the others while they keep what was answered.
    const arm = () => (after === 0 ? client.kill() : steps?.arm('death', after - 1));
    wire.plan(client.name, path, random.chance(0.3) ? { before: () => client.kill() } : { answered: arm });
    const end = await client.run('asked');
    if (end.how === 'died') world.met(this.name);
    steps?.disarm();
  },
});

export const clientKilled: Fault[] = [inSave, inFlight('push', PUSH), inFlight('pull', PULL)];

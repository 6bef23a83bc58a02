/** One round: people work, faults strike, everything is healed, and nothing may be lost. */
import { edit, judge, save } from './acts.ts';
import { check, type Verdict } from './check.ts';
import type { Engine } from './engine.ts';
import { faultsOf } from './faults.ts';
import { settle } from './settle.ts';
import { type AnyDefect, openWorld, type World } from './world.ts';

const STRIKES = 5;
/** How often a request has bad luck beside what strikes. */
const BACKGROUND = 0.1;

export type Round = Verdict & { seed: number; faults: Map<string, number>; lines: string[] };

/** The same seed gives the same acts and the same faults; only how processes overtake each other may differ. */
export async function playRound(engine: Engine, seed: number, defect: AnyDefect | null = null): Promise<Round> {
  const world = await openWorld(engine, seed, defect);
  try {
    await play(world);
    await settle(world);
    return { seed, ...(await check(world)), faults: world.faults, lines: world.lines };
  } catch (error) {
    const wrong = [...world.record.wrong, `the round broke: ${error instanceof Error ? error.stack : error}`];
    return { seed, submitted: 0, lost: 0, doubled: 0, outOfOrder: 0, wrong, faults: world.faults, lines: world.lines };
  } finally {
    await world.close();
  }
}

async function play(world: World): Promise<void> {
  const { random, seed } = world;
  const faults = faultsOf(world.engine.name);
  for (let strike = 0; strike < STRIKES; strike += 1) {
    world.wire.background = BACKGROUND;
    await work(world);
    // The first by turns, so that rounds one after the other have them all.
    const fault = strike === 0 ? faults[seed % faults.length] : random.pick(faults);
    world.wire.background = random.chance(0.5) ? BACKGROUND : 0;
    world.trace(`— ${fault?.name}`);
    await fault?.strike(world);
    await world.revive();
  }
}

/** An ordinary morning: some save, the desk decides, some of them send. */
async function work(world: World): Promise<void> {
  const { random } = world;
  for (const client of world.clients) {
    world.pass(random.below(3_600_000));
    if (random.chance(0.4)) await save(world, client);
    if (random.chance(0.1)) await client.signInIfAsked();
  }
  for (const editor of world.editors()) if (random.chance(0.6)) await judge(world, editor);
  for (const editor of world.editors()) if (random.chance(0.3)) await edit(world, editor);
  const flights = world.clients.filter(() => random.chance(0.5)).map((client) => client.run('act'));
  await Promise.all(flights);
}

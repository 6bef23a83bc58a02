/** The quiet end of a round: everything is healed, and everybody sends and fetches until nothing moves any more. */

import { currentSeq } from '../../server/store/change-log.ts';
import { readMeta } from '../../storage/meta.ts';
import type { Client } from './client.ts';
import type { World } from './world.ts';

/** What one device sends again, the others have to see, and a conflict may follow. */
const MOST_PASSES = 10;
/** Longer than any wait that a queue asks for. Milliseconds. */
const LONG_MS = 7_200_000;

export async function settle(world: World): Promise<void> {
  await world.revive();
  await world.wire.heal();
  if (world.wire.hasOrdered()) {
    // Started anew their clocks are right and their disks have room, whatever became of the order that said so.
    await Promise.all(world.servers.map((server) => server.stop()));
    await world.revive();
  }
  for (const client of world.clients) {
    client.set.clockOffset = 0;
    client.steps()?.disarm();
    await client.restart();
  }
  await passUntilQuiet(world, world.clients);
}

/** @returns the position of the queue at which all of them stand. */
export async function passUntilQuiet(world: World, clients: readonly Client[]): Promise<number> {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    await world.revive();
    const before = await Promise.all(clients.map((client) => standing(client)));
    // Nobody waits for nothing: a device that was away for so long asks for new tokens first.
    if (pass > 1 || before.some(({ waits, problem }) => waits > 0 || problem !== null)) world.pass(LONG_MS);
    for (const client of clients) {
      await client.signInIfAsked();
      const end = await client.run('asked');
      if (end.how === 'done' && end.value.lastProblem === 'sign_in') await client.signIn();
    }
    const seq = await world.database.use((store) => store.read(currentSeq));
    const standings = await Promise.all(clients.map((client) => standing(client)));
    if (standings.every(({ waits, at }) => waits === 0 && at === seq)) return seq;
  }
  for (const client of clients) {
    const { waits, problem } = await standing(client);
    if (waits > 0) world.wrong(`${client.name} still has ${waits} entries that wait (${problem})`);
  }
  return -1;
}

async function standing(client: Client): Promise<{ waits: number; at: number | null; problem: string | null }> {
  const db = client.db();
  if (db === null) return { waits: 0, at: null, problem: 'no account' };
  const { lastProblem } = await readMeta(db, 'schedule');
  return { waits: await db.outbox.count(), at: (await readMeta(db, 'cursor'))?.seq ?? null, problem: lastProblem };
}

/** The queue stops knowing a client's token while its push is on its way. */
import { hashSecret } from '../../../server/rows/devices.ts';
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import { PUSH } from '../world.ts';

export const tokenEnded: Fault = {
  name: 'token ended in the middle of a push',
  async strike(world) {
    const client = world.random.pick(world.clients);
    const token = client.token();
    if (token === null) return;
    await save(world, client);
    const revoke = () =>
      world.database.use(async (store) => {
        await store.write((tx) =>
          tx.run('UPDATE device SET revoked_at = $1 WHERE token_hash = $2', Date.now(), hashSecret(token)),
        );
      });
    world.wire.plan(client.name, PUSH, {
      before: revoke,
      answered: (status) => {
        if (status === 401) world.met(this.name);
      },
    });
    await client.run('asked');
    await save(world, client);
    if (world.random.chance(0.5)) await client.signInIfAsked();
  },
};

/** The queue stops knowing a client's token while its push is on its way: it expired, or the device was revoked. */
import { hashSecret } from '../../../server/rows/devices.ts';
import { save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import { PUSH } from '../world.ts';

export const tokenEnded: Fault = {
  name: 'token ended in the middle of a push',
  async strike(world) {
    const client = world.random.pick(world.clients);
    const token = await client.token();
    if (token === null) return;
    await save(world, client);
    const isRevoked = world.random.chance(0.5);
    const end = () =>
      world.database.use(async (store) => {
        await store.write(async (tx) => {
          if (isRevoked)
            await tx.run(
              'UPDATE device SET revoked_at = $1 WHERE id IN (SELECT device_id FROM access_token WHERE hash = $2)',
              Date.now(),
              hashSecret(token),
            );
          await tx.run('DELETE FROM access_token WHERE hash = $1', hashSecret(token));
        });
      });
    world.wire.plan(client.name, PUSH, {
      before: end,
      answered: (status) => {
        if (status === 401) world.met(this.name);
      },
    });
    await client.run('asked');
    await save(world, client);
    if (world.random.chance(0.5)) await client.signInIfAsked();
  },
};

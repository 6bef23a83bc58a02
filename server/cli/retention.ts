import { Command } from 'commander';
import { keepRetention } from '../retention/retention.ts';
import { noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

export const retentionCommand = () =>
  new Command('retention')
    .description('say what the retention policy of the strategy would let go of now; the queue does it once a day')
    .option('--apply', 'do it now')
    .action(async ({ apply = false }: { apply?: boolean }) => {
      const counts = await withStore(async (store) => {
        // Many transactions: noted before the first.
        if (apply) await store.write((tx) => noteAct(tx, 'retention --apply'));
        return keepRetention(store, Date.now(), !apply);
      });
      for (const [what, count] of Object.entries(counts)) console.log(`${what}: ${count}`);
      console.log(apply ? 'gone' : 'nothing was changed');
    });

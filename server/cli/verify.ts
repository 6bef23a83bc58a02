import { Command } from 'commander';
import { describeDifference } from '../verify/difference.ts';
import { repair, verify } from '../verify/verify.ts';
import { noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

/** Enough to see what is wrong; a broken database must not fill the terminal. */
const SHOWN = 100;

export const verifyCommand = () =>
  new Command('verify')
    .description('compute anew what follows from decisions and clips, and say where the database differs')
    .option('--repair', 'put right what is derived; decisions, clips and people stay as they are')
    .action(async ({ repair: wanted = false }: { repair?: boolean }) => {
      const left = await withStore(async (store) => {
        const found = await verify(store);
        for (const difference of found.slice(0, SHOWN)) console.log(describeDifference(difference));
        if (found.length > SHOWN) console.log(`… and ${found.length - SHOWN} more`);
        if (!wanted || found.length === 0) return found.length;
        await store.write((tx) => noteAct(tx, 'verify --repair'));
        await repair(store, found);
        const rest = await verify(store);
        console.log(`${found.length - rest.length} put right, ${rest.length} left`);
        return rest.length;
      });
      if (left === 0) console.log('everything follows from decisions and clips');
      else process.exitCode = 1;
    });

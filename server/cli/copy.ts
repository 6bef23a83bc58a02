import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { copyQueue } from '../copy/copy.ts';
import { isPostgres, openStore } from '../store/open.ts';

export const copyCommand = () =>
  new Command('copy')
    .description('make one database what another is: SQLite to PostgreSQL, or back; run again, it brings what is new')
    .requiredOption('--from <place>', 'an SQLite file or postgres://…; a queue may be running on it')
    .requiredOption('--to <place>', 'a new database, or one that an earlier copy of the same queue made')
    .action(async ({ from: source, to: target }: { from: string; to: string }, command: Command) => {
      if (source === target) command.error('error: that is the same database twice');
      if (!isPostgres(source) && !existsSync(source)) command.error(`error: there is no file ${source}`);
      const from = await openStore(source);
      try {
        const to = await openStore(target);
        try {
          await copyQueue(from, to, ({ name, rows, digest, written, removed }) =>
            console.log(`${name}: ${rows} rows, digest ${digest.slice(0, 16)}, ${written} written, ${removed} removed`),
          );
        } finally {
          await to.close();
        }
      } finally {
        await from.close();
      }
      console.log('copied: both databases say the same');
    });

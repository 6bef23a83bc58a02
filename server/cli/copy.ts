import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { copyQueue } from '../copy/copy.ts';
import { isPostgres } from '../store/address.ts';
import { openStore } from '../store/open.ts';
import { noteAct } from './note-act.ts';

/** An address with a password in it does not stand on a command line, which everybody on the machine may read. */
const place = (flag: string, variable: string, what: string) =>
  new Option(`--${flag} <place>`, what).env(variable).makeOptionMandatory();

export const copyCommand = () =>
  new Command('copy')
    .description('make one database what another is: SQLite to PostgreSQL, or back; run again, it brings what is new')
    .addOption(place('from', 'CLIPDESK_COPY_FROM', 'an SQLite file or postgres://…; a queue may be running on it'))
    .addOption(place('to', 'CLIPDESK_COPY_TO', 'a new database, or one that an earlier copy of the same queue made'))
    .action(async ({ from: source, to: target }: { from: string; to: string }, command: Command) => {
      if (source === target) command.error('error: that is the same database twice');
      if (!isPostgres(source) && !existsSync(source)) command.error(`error: there is no file ${source}`);
      const from = await openStore(source, Date.now(), { isPatient: true });
      try {
        const to = await openStore(target);
        try {
          // In the source and first: the copy has it too, and what may have left the house is noted however it ends.
          await from.write((tx) => noteAct(tx, 'copy', isPostgres(target) ? 'postgres' : basename(target)));
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

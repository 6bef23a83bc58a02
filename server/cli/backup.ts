import { basename } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { restoreQueue } from '../restore.ts';
import { sqliteFile } from '../store/open.ts';
import { backupSqlite } from '../store/sqlite.ts';
import { noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

export const backupCommand = () =>
  new Command('backup')
    .description('write a complete copy of the database; the queue may keep running')
    .argument('<file>', 'must not exist yet')
    .action(async (file: string) => {
      backupSqlite(sqliteFile(readConfig(process.env).database), file);
      await withStore((store) => store.write((tx) => noteAct(tx, 'backup', basename(file))));
      console.log(`written: ${file}`);
    });

export const restoreCommand = () =>
  new Command('restore')
    .description('put a backup in the place of the database; the queue must be stopped')
    .argument('<file>')
    .action(async (file: string) => {
      const { database, erasures } = readConfig(process.env);
      const former = await restoreQueue(file, sqliteFile(database), Date.now(), erasures);
      await withStore((store) => store.write((tx) => noteAct(tx, 'restore', basename(file))));
      console.log('restored; clients will notice and send again what the backup does not know');
      if (former !== null) console.log(`the database from before is kept as ${former}`);
    });

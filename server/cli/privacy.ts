import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { erasePerson } from '../privacy/erase.ts';
import { newFormerId, noteErasure } from '../privacy/erasures.ts';
import { exportPerson } from '../privacy/export.ts';
import { noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

export const exportCommand = () =>
  new Command('export')
    .description('write everything that the queue holds of one person into a new folder (Art. 15 GDPR)')
    .argument('<person>', 'id of the person')
    .argument('<folder>', 'must not exist yet')
    .action(async (personId: string, folder: string, _options: object, command: Command) => {
      const files = await withStore(async (store) => {
        const written = await exportPerson(store, personId, folder);
        if (written !== null) await store.write((tx) => noteAct(tx, 'export', personId));
        return written;
      });
      if (files === null) command.error(`error: there is no person "${personId}"`);
      console.log(`written: ${files} files in ${folder}`);
    });

export const eraseCommand = () =>
  new Command('erase')
    .description('erase one person for good (Art. 17 GDPR); what they did for topics stays, without their name')
    .argument('<person>', 'id of the person')
    .option('--with-content', 'also what they wrote: clips, notes and answers')
    .option('--yes', 'without this nothing is done: it cannot be taken back')
    .action(async (personId: string, options: { withContent?: boolean; yes?: boolean }, command: Command) => {
      if (options.yes !== true) command.error('error: this cannot be taken back; say --yes');
      const { erasures } = readConfig(process.env);
      const how = { formerId: newFormerId(), withContent: options.withContent === true, at: Date.now() };
      await withStore((store) =>
        store.write(async (tx) => {
          const erasure = await erasePerson(tx, personId, how);
          await noteAct(tx, 'erase', how.formerId);
          // Before it commits: what is on the list and not done is done at the next start, the other way round never.
          noteErasure(erasures, erasure);
        }),
      );
      console.log(`erased; what stays is that of ${how.formerId}`);
      console.log(`kept for restores in ${erasures}: back this file up apart from the database`);
    });

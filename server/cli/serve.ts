import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startQueue } from '../start.ts';

export const serveCommand = () =>
  new Command('serve')
    .description('run the queue until it is told to stop (Ctrl-C or SIGTERM)')
    .option('--database <place>', 'an SQLite file or postgres://…, instead of CLIPDESK_DATABASE')
    .action(async ({ database }: { database?: string }) => {
      const queue = await startQueue(
        readConfig(database === undefined ? process.env : { ...process.env, CLIPDESK_DATABASE: database }),
      );
      let stopping = false;
      const stop = () => {
        if (stopping) return;
        stopping = true;
        void queue.stop();
      };
      process.on('SIGINT', stop);
      process.on('SIGTERM', stop);
    });

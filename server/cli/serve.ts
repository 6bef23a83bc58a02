import { Command } from 'commander';
import { describeConfig, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startQueue } from '../start.ts';

export const serveCommand = () =>
  new Command('serve')
    .description('run the queue until it is told to stop (Ctrl-C or SIGTERM)')
    .option('--database <place>', 'an SQLite file or postgres://…, instead of CLIPDESK_DATABASE')
    .action(async ({ database }: { database?: string }) => {
      const environment = database === undefined ? process.env : { ...process.env, CLIPDESK_DATABASE: database };
      const config = readConfig(environment);
      const log = createLog(config.logLevel);
      log.info({ settings: describeConfig(environment) }, 'settings');
      const queue = await startQueue(config, { log });
      let stopping = false;
      const stop = () => {
        if (stopping) return;
        stopping = true;
        void queue.stop();
      };
      process.on('SIGHUP', () => queue.reloadCertificate());
      process.on('SIGINT', stop);
      process.on('SIGTERM', stop);
    });

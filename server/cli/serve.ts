import { Command } from 'commander';
import { describeConfig, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { listPeople } from '../rows/people.ts';
import { startQueue } from '../start.ts';

/** Whoever starts an empty queue has nobody who could join it yet. */
const HOW_TO_BEGIN =
  'nobody is known here yet: `strategy start` writes a strategy to begin with, `strategy apply` brings it here, `invite` lets its people join';

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
      if ((await queue.store.read(listPeople)).length === 0) log.info(HOW_TO_BEGIN);
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

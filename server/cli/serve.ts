import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startQueue } from '../start.ts';

export const serveCommand = () =>
  new Command('serve').description('run the queue until it is told to stop (Ctrl-C or SIGTERM)').action(async () => {
    const queue = await startQueue(readConfig(process.env));
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      void queue.stop();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });

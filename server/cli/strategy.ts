import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { applyStrategy } from '../strategy/apply.ts';
import { readStrategy } from '../strategy/read.ts';
import { noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

export const strategyCommand = () =>
  new Command('strategy')
    .description('people, departments, audiences, channels, goals and site profiles, from one YAML file')
    .addCommand(checkCommand())
    .addCommand(applyCommand());

const checkCommand = () =>
  new Command('check')
    .description('say what is wrong with a strategy file, and change nothing')
    .argument('<file>')
    .action((file: string) => {
      const { people, departments, audiences, channels, goals, siteProfiles } = readStrategy(
        readFileSync(file, 'utf8'),
      );
      const count = (entries: object) => Object.keys(entries).length;
      console.log(
        `${count(people)} people, ${count(departments)} departments, ${count(audiences)} audiences, ${count(channels)} channels, ${count(goals)} goals, ${count(siteProfiles)} site profiles: fine`,
      );
    });

const applyCommand = () =>
  new Command('apply')
    .description('make a strategy file the one of the queue; devices get it with their next pull')
    .argument('<file>')
    .action(async (file: string) => {
      const strategy = readStrategy(readFileSync(file, 'utf8'));
      const changed = await withStore((store) =>
        applyStrategy(store, strategy, (tx) => noteAct(tx, 'strategy apply', basename(file))),
      );
      const lines = Object.entries(changed).flatMap(([kind, ids]) =>
        ids.length > 0 ? `${kind}: ${ids.join(', ')}` : [],
      );
      console.log(lines.length === 0 ? 'nothing to change' : lines.join('\n'));
    });

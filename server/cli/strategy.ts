import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { hostSchema } from '../../protocol/site-profile.ts';
import { changeStrategy } from '../strategy/apply.ts';
import { exportStrategy } from '../strategy/export.ts';
import { heldStrategy } from '../strategy/held.ts';
import { readStrategy } from '../strategy/read.ts';
import { STARTERS, type Starter, starterStrategy } from '../strategy/starters.ts';
import { accountName, noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

export const strategyCommand = () =>
  new Command('strategy')
    .description('people, departments, audiences, channels, goals, rules and site profiles, as one YAML file')
    .addCommand(startCommand().exitOverride())
    .addCommand(checkCommand().exitOverride())
    .addCommand(applyCommand().exitOverride())
    .addCommand(exportCommand().exitOverride());

/** Never over a file that somebody has made their own. */
function writeNew(file: string, text: string, mode = 0o666): void {
  try {
    writeFileSync(file, text, { mode, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const message = `${file} is there already and stays as it is; name another file, or move that one away`;
    throw Object.assign(new Error(message), { code: error.code });
  }
}

/** Below it stands the intranet: no port, no `*`. */
function domainOf(text: string): string {
  if (hostSchema.safeParse(text).success && /^[^*]/.test(text)) return text;
  throw new InvalidArgumentError('a domain is written like example.com');
}

const startCommand = () =>
  new Command('start')
    .description('write a strategy to begin with: of an industrial company, a hospital or a city, with invented people')
    .addArgument(new Argument('<house>').choices(STARTERS))
    .argument('[file]', 'where to write it', 'strategy.yaml')
    .option(
      '--domain <domain>',
      'the domain of your intranet, such as example.com, for the rules for company information',
      domainOf,
    )
    .action((house: Starter, file: string, { domain }: { domain?: string }) => {
      writeNew(file, starterStrategy(house, domain ?? null));
      console.log(`${file}: make it yours, then strategy check and strategy apply`);
      if (domain === undefined)
        console.log('its rules are about an invented intranet: put your own host in, or write it anew with --domain');
    });

const checkCommand = () =>
  new Command('check')
    .description('say what is wrong with a strategy file, and change nothing')
    .argument('<file>')
    .action((file: string) => {
      const { people, departments, audiences, channels, goals, siteProfiles, rules } = readStrategy(
        readFileSync(file, 'utf8'),
      );
      const count = (entries: object) => Object.keys(entries).length;
      console.log(
        `${count(people)} people, ${count(departments)} departments, ${count(audiences)} audiences, ${count(channels)} channels, ${count(goals)} goals, ${count(rules)} rules, ${count(siteProfiles)} site profiles: fine`,
      );
    });

const applyCommand = () =>
  new Command('apply')
    .description('make a strategy file the one of the queue; devices get it with their next pull')
    .argument('<file>')
    .action(async (file: string) => {
      const strategy = readStrategy(readFileSync(file, 'utf8'));
      const author = { personId: null, account: accountName(), way: 'command' as const, at: Date.now() };
      const { applied, waiting } = await withStore((store) =>
        changeStrategy(store, () => strategy, author, {
          alongside: (tx) => noteAct(tx, 'strategy apply', basename(file)),
        }),
      );
      const lines = Object.entries(applied).flatMap(([kind, ids]) =>
        ids.length > 0 ? `${kind}: ${ids.join(', ')}` : [],
      );
      if (lines.length === 0) return console.log('nothing to change');
      console.log(lines.join('\n'));
      for (const { goalId, sponsorId } of waiting)
        console.log(`${goalId} is a draft until ${sponsorId ?? 'a sponsor, which it lacks,'} confirms it`);
    });

const exportCommand = () =>
  new Command('export')
    .description('the strategy of the queue as the file that check and apply take')
    .argument('[file]', 'where to write it; without it, it is printed')
    .action(async (file?: string) => {
      const yaml = exportStrategy(await withStore((store) => store.read(heldStrategy)));
      if (file === undefined) process.stdout.write(yaml);
      // What it says of people is not for everybody on the machine.
      else writeNew(file, yaml, 0o600);
    });

/** The queue's command line: `npm run queue -- --help`. */
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { OtherQueue } from '../copy/copy.ts';
import { StillNeeded } from '../privacy/erase.ts';
import { DatabaseTooNew } from '../store/migrate.ts';
import { NotForPostgres } from '../store/open.ts';
import { StoreUnavailable, UnfitDatabase } from '../store/store.ts';
import { StrategyError } from '../strategy/read.ts';
import { auditCommand } from './audit.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { copyCommand } from './copy.ts';
import { inviteCommand, revokeCommand } from './invite.ts';
import { peopleCommand } from './people.ts';
import { eraseCommand, exportCommand } from './privacy.ts';
import { retentionCommand } from './retention.ts';
import { serveCommand } from './serve.ts';
import { strategyCommand } from './strategy.ts';
import { verifyCommand } from './verify.ts';

const program = new Command('queue')
  .description('Clipdesk: the queue that takes clips from the whole house to the desk and back.')
  .addHelpText(
    'after',
    `
Settings come from the environment, or from the file that CLIPDESK_CONFIG names; the most used ones:
  CLIPDESK_DATABASE    an SQLite file, or postgres://…      (.clipdesk/queue.sqlite)
  CLIPDESK_HOST        the address to listen to             (127.0.0.1)
  CLIPDESK_PORT        the port to listen to                (8787)
  CLIPDESK_PUBLIC_URL  how people reach the queue           (the address it listens to)
  CLIPDESK_PROXIES     reverse proxies of your own before it (0)
  CLIPDESK_LOG_LEVEL   silent, error, warn, info or debug   (info)
  CLIPDESK_SIGN_IN_…   the company's OpenID provider, see docs/operate.md
docs/operate.md lists all of them.

Exit codes: 0 done, 1 failed, 2 wrong use.`,
  )
  .exitOverride();

const commands = [
  serveCommand,
  inviteCommand,
  revokeCommand,
  peopleCommand,
  strategyCommand,
  backupCommand,
  restoreCommand,
  copyCommand,
  verifyCommand,
  retentionCommand,
  exportCommand,
  eraseCommand,
  auditCommand,
];
for (const command of commands) program.addCommand(command().exitOverride());

/** Failures that the person at the keyboard can do something about: their message is the whole story. */
const EXPECTED = [
  ConfigError,
  DatabaseTooNew,
  NotForPostgres,
  OtherQueue,
  StillNeeded,
  StoreUnavailable,
  StrategyError,
  UnfitDatabase,
];

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander said what is wrong already.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const expected = EXPECTED.some((kind) => error instanceof kind) || (error instanceof Error && 'code' in error);
    console.error(expected && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

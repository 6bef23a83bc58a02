/** What the editor chose in the command palette last, so that it stands first the next time. */
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { guarded } from './problems.ts';

const KEPT = 8;

/** Their keys, the newest first. */
export const recentCommands = (db: AccountDatabase): Promise<string[]> => readMeta(db, 'recentCommands');

export const rememberCommand = (db: AccountDatabase, key: string): Promise<void> =>
  guarded(() =>
    db.transaction('rw', db.meta, async () => {
      const others = (await recentCommands(db)).filter((other) => other !== key);
      await writeMeta(db, 'recentCommands', [key, ...others].slice(0, KEPT));
    }),
  );

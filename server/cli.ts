/** The queue's program: starts what `server/cli/program.ts` says. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Made once, then read: what a start takes is mostly taking the types out of two hundred files. Beside the packages, for
// whoever may write there may change the program anyway; where nobody may write, it is not kept, and nothing else changes.
enableCompileCache(path.join(import.meta.dirname, '../node_modules/.cache/clipdesk'));

await import('./cli/program.ts');

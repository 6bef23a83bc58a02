import { init } from './001-init.ts';
import { clipFields } from './002-clip-fields.ts';
import { desk } from './003-desk.ts';
import { topicWords } from './004-topic-words.ts';
import { similar } from './005-similar.ts';
import { deskRules } from './008-desk-rules.ts';
import type { Migration } from './migration.ts';

/** In order, listed by hand. */
export const MIGRATIONS: readonly Migration[] = [init, clipFields, desk, topicWords, similar, deskRules];

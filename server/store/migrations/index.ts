import { init } from './001-init.ts';
import { clipFields } from './002-clip-fields.ts';
import { desk } from './003-desk.ts';
import { topicWords } from './004-topic-words.ts';
import { similar } from './005-similar.ts';
import { signIn } from './006-sign-in.ts';
import { operators } from './007-operators.ts';
import { deskRules } from './008-desk-rules.ts';
import { turns } from './009-turns.ts';
import { movedClips } from './010-moved-clips.ts';
import { strategy } from './011-strategy.ts';
import { rules } from './012-rules.ts';
import { clearance } from './013-clearance.ts';
import { briefAndAssignments } from './014-brief-and-assignments.ts';
import { results } from './015-results.ts';
import { followed } from './016-followed.ts';
import { embargo } from './017-embargo.ts';
import { assignmentWeeks } from './018-assignment-weeks.ts';
import { reuse } from './019-reuse.ts';
import { leadMinutes } from './020-lead-minutes.ts';
import type { Migration } from './migration.ts';

/** In order, listed by hand. */
export const MIGRATIONS: readonly Migration[] = [
  init,
  clipFields,
  desk,
  topicWords,
  similar,
  signIn,
  operators,
  deskRules,
  turns,
  movedClips,
  strategy,
  rules,
  clearance,
  briefAndAssignments,
  results,
  followed,
  embargo,
  assignmentWeeks,
  reuse,
  leadMinutes,
];

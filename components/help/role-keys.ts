/** The keys that a role works with most; all others stand in the overview of the inbox. */
import type { commands } from '../../locales/words.ts';
import type { Role } from '../../protocol/person.ts';
import { commandOf } from '../inbox/commands/command-table.ts';

type Command = keyof (typeof commands)['de'] & Parameters<typeof commandOf>[0];

const DESK: readonly Command[] = ['next', 'previous', 'accept', 'decline', 'hold', 'ask', 'merge', 'undo', 'help'];

const KEYS: Partial<Record<Role, readonly Command[]>> = {
  editor: DESK,
  duty: ['goOverdue', ...DESK.slice(0, 6)],
  lead: ['goOverdue', 'goPlan', 'goGoals', 'accept', 'decline', 'undo'],
};

/** Beside the two that everybody has: suggesting a page. */
export const keysOf = (role: Role): { name: Command; key: string }[] =>
  (KEYS[role] ?? []).map((name) => ({ name, key: commandOf(name).keys[0] ?? '' }));

/** Why a key did nothing. Pure. */
import { applying, COMMANDS, type CommandName, type NamedCommand } from './command-table.ts';
import type { Situation } from './situation.ts';
import { isSingleCharacter, type KeyPress, parseStroke, strokeMatches } from './stroke.ts';

export type IdleKey =
  /** `byState`: the state of the topic at hand is what it does not fit. */
  { kind: 'command'; name: CommandName; byState: boolean } | { kind: 'unknown'; key: string };

const ALL: readonly NamedCommand[] = COMMANDS;

/** Null where nothing was meant for the list: a chord, a key that writes or scrolls, or one that a panel takes. */
export function idleKey(press: KeyPress, situation: Situation): IdleKey | null {
  const { key, ctrlKey, metaKey, altKey, repeat } = press;
  if (situation.overlay !== null || ctrlKey || metaKey || altKey || repeat) return null;
  if (!isSingleCharacter({ key, shift: false, ctrl: false })) return null;
  const means = ({ keys }: NamedCommand) => keys.some((one) => strokeMatches(parseStroke(one), press));
  if (applying(situation).some(means)) return null;
  const command = ALL.find((one) => one.name !== 'digit' && means(one));
  if (command === undefined) return { kind: 'unknown', key };
  const isDecision = command.group === 'decide' && command.name !== 'undo';
  return {
    kind: 'command',
    name: command.name,
    byState: isDecision && situation.topic !== null && situation.picked === 0,
  };
}

/** Which command a key press means now. Pure: what was pressed before comes in, and what to remember goes out. */
import { applying, type NamedCommand } from './command-table.ts';
import type { Situation } from './situation.ts';
import { isComposing, isModifier, isSingleCharacter, type KeyPress, parseStroke, strokeMatches } from './stroke.ts';

export type KeyContext = {
  situation: Situation;
  /** Single letters, digits and signs are on (WCAG 2.1.4: they can be switched off). */
  letterKeys: boolean;
  /** The focus is where keys write text or choose from a list of their own. */
  typing: boolean;
  /** The focus is on something that Enter and Space press. */
  onControl: boolean;
  /** The focus is on a row of the list: Space picks it. Elsewhere Space scrolls. */
  onRow: boolean;
  /** The first key of a sequence that was pressed just now. */
  begun: string | null;
};

export type KeyReading =
  | { kind: 'command'; command: NamedCommand; key: string }
  /** The first key of a sequence; the next one decides. */
  | { kind: 'begins'; begun: string }
  /** Used up without a meaning: the second key of no sequence, or a key that is held down. */
  | { kind: 'swallowed' }
  /** A modifier on its way to its key: what was begun goes on. */
  | { kind: 'waiting' }
  /** The key belongs to the browser or to a field. */
  | { kind: 'none' };

type Keyed = { command: NamedCommand; strokes: string[] };

export function readKey(press: KeyPress, context: KeyContext): KeyReading {
  if (isComposing(press)) return { kind: 'none' };
  if (isModifier(press)) return { kind: 'waiting' };
  const keyed = applying(context.situation)
    .filter(({ inFields }) => inFields === true || !context.typing)
    .flatMap((command) => command.keys.map((keys): Keyed => ({ command, strokes: keys.split(' ') })))
    .filter(({ strokes }) => context.letterKeys || !isSingleCharacter(parseStroke(strokes[0] ?? '')));

  const matches = (written: string | undefined): boolean =>
    written !== undefined && strokeMatches(parseStroke(written), press);
  const typed = press.key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey;
  if (context.begun !== null && typed && !context.typing) {
    const found = keyed.find(({ strokes }) => strokes[0] === context.begun && matches(strokes[1]));
    return found === undefined
      ? { kind: 'swallowed' }
      : { kind: 'command', command: found.command, key: found.strokes.join(' ') };
  }

  const pressing = (context.onControl && press.key === 'Enter') || (!context.onRow && press.key === ' ');
  const single = pressing ? undefined : keyed.find(({ strokes }) => strokes.length === 1 && matches(strokes[0]));
  if (single !== undefined) {
    if (press.repeat && single.command.repeats !== true) return { kind: 'swallowed' };
    return { kind: 'command', command: single.command, key: single.strokes[0] ?? '' };
  }
  const sequence = keyed.find(({ strokes }) => strokes.length > 1 && matches(strokes[0]));
  return sequence === undefined ? { kind: 'none' } : { kind: 'begins', begun: sequence.strokes[0] ?? '' };
}

/** Where the focus stands, as `readKey` needs it. */
export function focusContext(target: EventTarget | null): Pick<KeyContext, 'typing' | 'onControl' | 'onRow'> {
  if (!(target instanceof Element)) return { typing: false, onControl: false, onRow: false };
  return {
    typing: target.matches(
      'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role="combobox"]',
    ),
    onControl: target.matches('button, a[href], summary, input'),
    onRow: target.matches('tr'),
  };
}

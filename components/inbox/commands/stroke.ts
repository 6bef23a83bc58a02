/**
 * Keys as the command table writes them: `j`, `Shift+i`, `Ctrl+k`, `ArrowDown`, `Space`, and sequences
 * such as `g e`. They are matched by what a key types (`event.key`), never by where it lies: on a German
 * layout Z and Y change places, `/` is Shift+7, and Ctrl+Alt is AltGr, so no chord has Alt in it.
 */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat'
>;

export type Stroke = { key: string; shift: boolean; ctrl: boolean };

export function parseStroke(written: string): Stroke {
  const parts = written.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  return { key: key === 'Space' ? ' ' : key, shift: parts.includes('Shift'), ctrl: parts.includes('Ctrl') };
}

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

/** Whether it is a single character that WCAG 2.1.4 wants to be switched off: a letter, digit or sign, shifted or not. */
export const isSingleCharacter = ({ key, ctrl }: Stroke): boolean => !ctrl && key.length === 1 && key !== ' ';

/** A letter may be typed with Caps Lock; a sign may need Shift on one layout and not on another. */
export function strokeMatches({ key, shift, ctrl }: Stroke, press: KeyPress): boolean {
  if (press.altKey || (press.ctrlKey || press.metaKey) !== ctrl) return false;
  if (isLetter(key)) return press.key.toLowerCase() === key && press.shiftKey === shift;
  if (key.length > 1 || key === ' ') return press.key === key && press.shiftKey === shift;
  return press.key === key;
}

/** An input method is at work: what is typed is not final. 229 is all that some browsers say of it. */
export const isComposing = (press: KeyPress): boolean =>
  press.isComposing || press.keyCode === 229 || press.key === 'Process' || press.key === 'Dead';

/** Held down for another key to come. */
export const isModifier = ({ key }: KeyPress): boolean =>
  ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn'].includes(key);

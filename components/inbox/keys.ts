/**
 * Which command a key means in the inbox. Letters and digits are matched by what they type
 * (`event.key`), not by where they lie: on a German layout Z and Y change places and `/` is Shift+7.
 */
import { DECLINE_REASONS, type DeclineReason } from '../../protocol/topic.ts';
import type { InboxPanel } from './inbox-props.ts';

export type Command =
  | { name: 'next' | 'previous' | 'open' | 'back' | 'accept' | 'startWork' | 'undo' | 'search' }
  | { name: 'panel'; panel: InboxPanel | null }
  | { name: 'reason'; reason: DeclineReason }
  /** The nth of the dates offered, from 0. */
  | { name: 'holdDate'; at: number };

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

export type KeyContext = {
  /** Single letters and digits are on (WCAG 2.1.4: they can be switched off). */
  letterKeys: boolean;
  /** The focus is where keys write text or choose from a list of their own. */
  typing: boolean;
  /** The focus is on something that Enter presses. */
  onControl: boolean;
  panel: InboxPanel | null;
};

const LETTERS: Record<string, Command> = {
  j: { name: 'next' },
  k: { name: 'previous' },
  o: { name: 'open' },
  u: { name: 'back' },
  '1': { name: 'accept' },
  '3': { name: 'panel', panel: 'decline' },
  h: { name: 'panel', panel: 'hold' },
  w: { name: 'startWork' },
  z: { name: 'undo' },
  '/': { name: 'search' },
  s: { name: 'search' },
  '?': { name: 'panel', panel: 'help' },
};

/** The command of a key press, or null when the key belongs to the browser or to a field. Pure. */
export function keyToCommand(press: KeyPress, context: KeyContext): Command | null {
  const { key } = press;
  if (press.isComposing) return null;
  if (key === 'Escape') return context.panel === null ? { name: 'back' } : { name: 'panel', panel: null };
  if (context.typing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return key.toLowerCase() === 'z' ? { name: 'undo' } : null;
  if (context.panel !== null) return context.letterKeys ? panelCommand(key, context.panel) : null;
  if (key === 'ArrowDown') return { name: 'next' };
  if (key === 'ArrowUp') return { name: 'previous' };
  if (key === 'Enter') return context.onControl ? null : { name: 'open' };
  return context.letterKeys ? (LETTERS[key.toLowerCase()] ?? null) : null;
}

function panelCommand(key: string, panel: InboxPanel): Command | null {
  const digit = /^[1-9]$/.test(key) ? Number(key) : null;
  if (digit === null) return null;
  if (panel === 'hold') return { name: 'holdDate', at: digit - 1 };
  const reason = panel === 'decline' ? DECLINE_REASONS[digit - 1] : undefined;
  return reason === undefined || reason === 'withdrawn' ? null : { name: 'reason', reason };
}

/** Where the focus stands, as `keyToCommand` needs it. */
export function focusContext(target: EventTarget | null): Pick<KeyContext, 'typing' | 'onControl'> {
  if (!(target instanceof Element)) return { typing: false, onControl: false };
  return {
    typing: target.matches(
      'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role="combobox"]',
    ),
    onControl: target.matches('button, a[href], summary'),
  };
}

import { useEffect, useRef } from 'preact/hooks';
import { useWindowKey } from '../../use-window-key.ts';
import { type CommandName, IN_FIELDS } from './command-table.ts';
import { focusContext, type KeyContext, readKey } from './read-key.ts';
import type { Situation } from './situation.ts';
import { type KeyPress, parseStroke, strokeMatches } from './stroke.ts';

/** The second key of a sequence has this long to come. Milliseconds. */
const SEQUENCE = 1_500;

/**
 * Runs the command of each key that is pressed in this window.
 * @param waits true: what keys mean is not there yet; `everywhere`: what is typed into a field is not for that field either
 */
export function useCommandKeys(
  situation: Situation,
  letterKeys: boolean,
  run: (name: CommandName, key: string) => void,
  waits: boolean | 'everywhere',
): void {
  const begun = useRef<{ key: string; at: number } | null>(null);
  /** Pressed while they had to wait, in their order. */
  const held = useRef<KeyPress[]>([]);

  const take = (press: KeyPress, at: number, focus: Pick<KeyContext, 'typing' | 'onControl' | 'onRow'>): boolean => {
    const before = begun.current;
    const running = before !== null && at - before.at < SEQUENCE ? before.key : null;
    const reading = readKey(press, { situation, letterKeys, begun: running, ...focus });
    if (reading.kind === 'waiting') return false;
    begun.current = reading.kind === 'begins' ? { key: reading.begun, at } : null;
    if (reading.kind === 'none') return false;
    if (reading.kind === 'command') run(reading.command.name, reading.key);
    return true;
  };
  /** A key that waited is shown to what has the focus now; here it was read already. */
  const isReplayed = useRef(false);
  // Before fields hear of it: Enter in one would send what is not all typed yet.
  useWindowKey((event) => {
    if (isReplayed.current) return;
    const { typing } = focusContext(event.target);
    // Behind keys that wait, all wait: the palette that Ctrl+K opens would be typed into by what was pressed before it.
    const behind = held.current.length > 0;
    const begins = waits === 'everywhere' || (waits && !typing);
    if (!(mayWait(event) && (behind || begins)) && !(behind && isForFields(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.current.push(event);
  }, 'first');
  useWindowKey((event) => {
    if (!isReplayed.current && take(event, event.timeStamp, focusContext(event.target))) event.preventDefault();
  });

  const takeNext = useRef(() => {});
  takeNext.current = () => {
    const press = held.current[0];
    if (press === undefined || waits !== false) return;
    const focus = focusContext(document.activeElement);
    isReplayed.current = true;
    // Whatever a key brings about, the next one has its turn: else no key of this page would mean anything any more.
    try {
      // A key before it may have opened a panel or a field.
      if (!take(press, performance.now(), focus) && (focus.typing || document.activeElement?.closest('form')))
        typeInto(document.activeElement, press);
    } finally {
      isReplayed.current = false;
      held.current.shift();
      scheduleNext();
    }
  };
  /** One line only: by two the next key would be read before the one before it has changed anything. */
  const isScheduled = useRef(false);
  const scheduleNext = (): void => {
    if (held.current.length === 0 || isScheduled.current) return;
    isScheduled.current = true;
    const next = () => {
      isScheduled.current = false;
      takeNext.current();
    };
    // Each by what the one before it has changed on the screen.
    requestAnimationFrame(() => setTimeout(next));
  };
  useEffect(() => {
    if (waits === false && !isScheduled.current) takeNext.current();
  }, [waits]);
}

/** What decides, moves and is typed, and Enter behind it. All else is the browser's, or a chord. */
const mayWait = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyPress): boolean =>
  !altKey && !isComposing && (key === 'Enter' || (key.length === 1 && !ctrlKey && !metaKey));

const FOR_FIELDS = IN_FIELDS.flatMap(({ keys }) => keys.map(parseStroke));

/** A key that is ours wherever the focus stands, as Ctrl+K is. */
const isForFields = (press: KeyPress): boolean => FOR_FIELDS.some((stroke) => strokeMatches(stroke, press));

/** Does what the browser would have done with a key that waited. */
function typeInto(focused: Element | null, { key, ctrlKey, metaKey, shiftKey }: KeyPress): void {
  const press = new KeyboardEvent('keydown', { key, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true });
  if (focused?.dispatchEvent(press) === false || key === 'Enter') return;
  // A panel takes a letter into its field.
  const field = document.activeElement;
  if (!focusContext(field).typing) return;
  if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && hasSelection(field))) {
    const end = field.value.length;
    field.setRangeText(key, field.selectionStart ?? end, field.selectionEnd ?? end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }));
  }
}

/** Of days, numbers and the like a browser shows parts, and throws where a selection is asked for. */
const hasSelection = (field: HTMLInputElement): boolean => field.selectionStart !== null;

import type { RefObject } from 'preact';
import { useWindowKey } from '../use-window-key.ts';

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable], [role="combobox"]');

/** j and k lead from card to card and z takes back what was just withdrawn, as at the desk. */
export function useCardKeys(
  list: RefObject<HTMLElement | null>,
  letterKeys: boolean,
  onUndo: (() => void) | null = null,
): void {
  useWindowKey((event) => {
    const isUndo = event.key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey && !event.isComposing;
    const withCtrl = event.ctrlKey || event.metaKey;
    if (isUndo && onUndo !== null && (withCtrl || letterKeys) && !event.repeat && !inField(event.target)) {
      event.preventDefault();
      onUndo();
      return;
    }
    const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    if (!letterKeys || by === 0 || isChord || inField(event.target)) return;
    const cards = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    const next = cards[at === -1 ? 0 : at + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}

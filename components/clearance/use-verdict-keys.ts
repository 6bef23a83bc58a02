import { useWindowKey } from '../use-window-key.ts';

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]');

/** One key for each way to decide. Not while something is typed, and never held down: each press is meant. */
export function useVerdictKeys(letterKeys: boolean, acts: Readonly<Record<string, () => unknown>>): void {
  useWindowKey((event) => {
    const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    const act = acts[event.key];
    if (!letterKeys || act === undefined || isChord || event.repeat || inField(event.target)) return;
    event.preventDefault();
    act();
  });
}

import { useEffect, useState } from 'preact/hooks';
import { useWindowKey } from '../../use-window-key.ts';
import { type IdleKey, idleKey } from './idle-key.ts';
import { focusContext } from './read-key.ts';
import type { Situation } from './situation.ts';

/** Long enough to read a line. Milliseconds. */
const SHOWN = 4_000;

/** The key that was pressed last and did nothing, for a few seconds. Called behind `useCommandKeys`, whose keys are used up by then. */
export function useIdleKey(situation: Situation, letterKeys: boolean): IdleKey | null {
  const [idle, setIdle] = useState<IdleKey | null>(null);
  // The next key ends it, whatever it means.
  useWindowKey(() => setIdle(null), 'first');
  useWindowKey((event) => {
    const { typing } = focusContext(event.target);
    if (letterKeys && !typing && !event.isComposing) setIdle(idleKey(event, situation));
  });
  useEffect(() => {
    if (idle === null) return;
    const timer = setTimeout(() => setIdle(null), SHOWN);
    return () => clearTimeout(timer);
  }, [idle]);
  return idle;
}

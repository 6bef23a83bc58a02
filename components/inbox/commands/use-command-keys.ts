import { useRef } from 'preact/hooks';
import { useWindowKey } from '../../use-window-key.ts';
import type { CommandName } from './command-table.ts';
import { focusContext, readKey } from './read-key.ts';
import type { Situation } from './situation.ts';

/** The second key of a sequence has this long to come. Milliseconds. */
const SEQUENCE = 1_500;

/** Runs the command of each key that is pressed in this window. */
export function useCommandKeys(
  situation: Situation,
  letterKeys: boolean,
  run: (name: CommandName, key: string) => void,
): void {
  const begun = useRef<{ key: string; at: number } | null>(null);
  useWindowKey((event) => {
    const before = begun.current;
    const running = before !== null && event.timeStamp - before.at < SEQUENCE ? before.key : null;
    const reading = readKey(event, { situation, letterKeys, begun: running, ...focusContext(event.target) });
    if (reading.kind === 'waiting') return;
    begun.current = reading.kind === 'begins' ? { key: reading.begun, at: event.timeStamp } : null;
    if (reading.kind === 'none') return;
    event.preventDefault();
    if (reading.kind === 'command') run(reading.command.name, reading.key);
  });
}

/** A queue that is wrong, as somebody might make it wrong: the harness has to notice. */
import { switches } from './switches.ts';

export type Value = string | number | bigint | null | Uint8Array;

let logged = 0;

/** Whether a defective queue leaves this statement out. */
export function isForgotten(text: string): boolean {
  switch (switches.defect) {
    case 'forgets outcomes':
      return /^INSERT INTO outcome/.test(text);
    case 'leaves a change out of the log':
      if (/^INSERT INTO change_log/.test(text)) logged += 1;
      return /^INSERT INTO change_log/.test(text) && logged % 7 === 0;
    default:
      return false;
  }
}

/** The values with which a defective queue runs this statement once more. */
export function again(text: string, [id, ...rest]: readonly Value[]): Value[] | null {
  if (switches.defect !== 'keeps a clip twice' || !/^INSERT INTO clip /.test(text) || id === undefined) return null;
  return [crypto.randomUUID(), ...rest];
}

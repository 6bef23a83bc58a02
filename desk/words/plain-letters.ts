/** Most letters of a text are plain: only the few others are looked at, and each only once. */

const ASCII = /^[\0-\x7f]*$/;
export const isAscii = (text: string): boolean => ASCII.test(text);

/** Letters beside one another that are not plain: nearly always a single umlaut. */
const RUN = /[^\0-\x7f]+/g;
const MOST_KNOWN = 2_000;
/** Longer ones are texts in other letters, of which none comes twice. */
const LONGEST_KNOWN = 4;
const known = new Map<(run: string) => string, Map<string, string>>();

/** @param replace says of a run what stands in its place, whatever is around it; the same function each time */
export function inPlainLetters(text: string, replace: (run: string) => string): string {
  if (isAscii(text)) return text;
  const held = known.get(replace) ?? new Map<string, string>();
  known.set(replace, held);
  return text.replace(RUN, (run) => {
    const before = held.get(run);
    if (before !== undefined) return before;
    const after = replace(run);
    if (run.length <= LONGEST_KNOWN && held.size < MOST_KNOWN) held.set(run, after);
    return after;
  });
}

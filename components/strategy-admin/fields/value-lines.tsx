import Plus from 'lucide/dist/esm/icons/plus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../icon.tsx';

type ValueLinesProps<Line> = {
  lines: readonly Line[];
  /** How many there may be. */
  most?: number;
  /** What the buttons say: the one that adds a line, and the one at each line that takes it away. */
  add: string;
  remove: string;
  /** A line that was just added. */
  fresh: Line;
  onLines(lines: readonly Line[]): void;
  /** The inputs of a line. @param change puts another one in its place */
  inputs(line: Line, at: number, change: (line: Line) => void): ComponentChildren;
};

/** A value of several lines, each of which can be taken away, with a button for one more. */
export function ValueLines<Line>({
  lines,
  most = Number.POSITIVE_INFINITY,
  add,
  remove,
  fresh,
  onLines,
  inputs,
}: ValueLinesProps<Line>) {
  const list = useRef<HTMLDivElement>(null);
  // Whoever adds a line types into it next.
  const [added, setAdded] = useState<number | null>(null);
  useEffect(() => {
    if (added === null) return;
    list.current?.querySelectorAll('.value-line').item(added)?.querySelector<HTMLElement>('input, select')?.focus();
    setAdded(null);
  }, [added]);
  return (
    <div class="value-lines" ref={list}>
      {[...lines.entries()].map(([at, line]) => (
        <div key={at} class="value-line">
          {inputs(line, at, (changed) => onLines(lines.with(at, changed)))}
          <button
            type="button"
            class="button button-quiet button-square"
            aria-label={remove}
            onClick={() => onLines(lines.toSpliced(at, 1))}
          >
            <Icon shapes={X} />
          </button>
        </div>
      ))}
      {lines.length >= most ? null : (
        <button
          type="button"
          class="button button-quiet value-add"
          onClick={() => {
            onLines([...lines, fresh]);
            setAdded(lines.length);
          }}
        >
          <Icon shapes={Plus} />
          {add}
        </button>
      )}
    </div>
  );
}

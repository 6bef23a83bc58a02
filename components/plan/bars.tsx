import { useEffect, useRef, useState } from 'preact/hooks';

/** Bars by week, drawn by hand: a few numbers need no library. The table behind them says the same [FG1]. */
type Series = { name: string; values: readonly number[]; class: string };

type BarsProps = {
  /** Says what the picture shows, with its most important number. */
  label: string;
  labels: readonly string[];
  /** Each of the groups is one bar of a week, its series stacked from below. */
  groups: readonly (readonly Series[])[];
};

const HEIGHT = 140;
const GAP = 10;
/** Beside the bars: the numbers at the left, half a date at the right. */
const LEFT = 34;
const RIGHT = 36;
/** The least room of a week, and of a date below it, so that no two touch. */
const WEEK = 44;
const DATE = 84;

export function Bars({ label, labels, groups }: BarsProps) {
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(0);
  const least = Math.max(320, labels.length * WEEK) + LEFT + RIGHT;
  useEffect(() => {
    const measured = box.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => {
      setRoom(measured.clientWidth);
      // The newest weeks are the ones that are asked about.
      measured.scrollLeft = measured.scrollWidth;
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  const totals = groups.map((group) =>
    labels.map((_, at) => group.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)),
  );
  const most = Math.max(1, ...totals.flat());
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const width = Math.max(least, room) - LEFT - RIGHT;
  const slot = width / labels.length;
  const every = Math.ceil(DATE / slot);
  const bar = Math.min(20, (slot - GAP) / groups.length);
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  return (
    <section ref={box} class="scroll-x" aria-label={label} {...(room > 0 && room < least ? { tabIndex: 0 } : {})}>
      <svg
        class="bars"
        role="img"
        aria-label={label}
        viewBox={`${-LEFT} -10 ${width + LEFT + RIGHT} ${HEIGHT + 36}`}
        width={room > least ? '100%' : least}
        height={HEIGHT + 36}
      >
        {ticks.map((tick) => (
          <g key={tick} class="bars-tick">
            <line x1={0} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={-6} y={y(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {labels.map((name, at) => (
          <g key={name}>
            {groups.map((group, place) => {
              let below = 0;
              const left = at * slot + (slot - bar * groups.length) / 2 + place * bar;
              return group.map(({ name: series, values, class: look }) => {
                const value = values[at] ?? 0;
                const from = below;
                below += value;
                return value === 0 ? null : (
                  <rect key={series} class={look} x={left} width={bar - 2} y={y(below)} height={y(from) - y(below)}>
                    <title>{`${name}: ${series} ${value}`}</title>
                  </rect>
                );
              });
            })}
            {(labels.length - 1 - at) % every === 0 ? (
              <text class="bars-label" x={at * slot + slot / 2} y={HEIGHT + 18} text-anchor="middle">
                {name}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </section>
  );
}

/** 1, 2, 5, 10, 20 …: at most five lines up to `most`. */
function niceStep(most: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const digit of [1, 2, 5]) if (most / (digit * ten) <= 5) return digit * ten;
  }
}

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

export function Bars({ label, labels, groups }: BarsProps) {
  const totals = groups.map((group) =>
    labels.map((_, at) => group.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)),
  );
  const most = Math.max(1, ...totals.flat());
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const width = Math.max(320, labels.length * 44);
  const slot = width / labels.length;
  const bar = Math.min(20, (slot - GAP) / groups.length);
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  return (
    <div class="scroll-x">
      <svg
        class="bars"
        role="img"
        aria-label={label}
        viewBox={`-34 -10 ${width + 40} ${HEIGHT + 36}`}
        width={width + 40}
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
            <text class="bars-label" x={at * slot + slot / 2} y={HEIGHT + 18} text-anchor="middle">
              {name}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** 1, 2, 5, 10, 20 …: at most five lines up to `most`. */
function niceStep(most: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const digit of [1, 2, 5]) if (most / (digit * ten) <= 5) return digit * ten;
  }
}

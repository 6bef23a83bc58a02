/** One measured figure as a line of JSON, and the small statistics behind it. */

export type Figure = {
  name: string;
  /** The median. */
  value: number;
  p95: number;
  unit: string;
  n: number;
  /** The same for the least that the platform takes, measured in turn with ours; null where there is none. */
  floor: { value: number; p95: number } | null;
  /** Our median over the floor's. */
  ratio: number | null;
  goal: string | null;
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Between the two nearest samples, as spreadsheets do. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(place)] ?? Number.NaN) - low) * (place - Math.floor(place));
}

const round = (value: number): number => Number(value.toPrecision(4));

export function summarize(samples: readonly number[]): { value: number; p95: number } {
  const sorted = [...samples].sort((a, b) => a - b);
  return { value: round(at(sorted, 0.5)), p95: round(at(sorted, 0.95)) };
}

export function printFigure(
  name: string,
  unit: string,
  ours: readonly number[],
  floor: readonly number[] | null,
  goal: string | null,
): void {
  const base = floor === null ? null : summarize(floor);
  const own = summarize(ours);
  const figure: Figure = {
    name,
    ...own,
    unit,
    n: ours.length,
    floor: base,
    ratio: base === null ? null : round(own.value / base.value),
    goal,
  };
  console.log(JSON.stringify(figure));
}

/** A figure beside the better of our peers in the same run; shares want to be high, times low. */
export function printPeerFigure(
  name: string,
  unit: string,
  n: number,
  value: number,
  peer: { name: string; value: number },
  floor: number | null,
  goal: string | null,
): void {
  console.log(
    JSON.stringify({
      name,
      value: round(value),
      unit,
      n,
      floor: floor === null ? null : round(floor),
      peer: { ...peer, value: round(peer.value) },
      ratio: round(value / peer.value),
      goal,
    }),
  );
}

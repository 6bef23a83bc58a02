/** Many rounds, and the figures of them. */
import type { Engine } from './engine.ts';
import { playRound, type Round } from './round.ts';
import type { AnyDefect } from './world.ts';

export type Figures = {
  rounds: number;
  faults: Map<string, number>;
  submitted: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  /** The rounds in which something was wrong. */
  failed: Round[];
};

/**
 * Rounds with the seeds `seed`, `seed + 1` …
 * @param engines one for each round that is played at the same time; may be the same where it plays many
 * @param stopAtFailure where one failure is all that is asked for
 */
export async function runRounds(
  engines: readonly Engine[],
  {
    seed,
    rounds,
    defect = null,
    stopAtFailure = false,
  }: { seed: number; rounds: number; defect?: AnyDefect | null; stopAtFailure?: boolean },
  onRound: (round: Round, count: number) => void = () => {},
): Promise<Figures> {
  const figures: Figures = {
    rounds: 0,
    faults: new Map(),
    submitted: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    failed: [],
  };
  let next = 0;
  const playOn = async (engine: Engine): Promise<void> => {
    const index = next;
    next += 1;
    if (index >= rounds || (stopAtFailure && figures.failed.length > 0)) return;
    const round = await playRound(engine, seed + index, defect);
    figures.rounds += 1;
    figures.submitted += round.submitted;
    figures.lost += round.lost;
    figures.doubled += round.doubled;
    figures.outOfOrder += round.outOfOrder;
    for (const [name, count] of round.faults) figures.faults.set(name, (figures.faults.get(name) ?? 0) + count);
    if (round.wrong.length > 0) figures.failed.push(round);
    onRound(round, figures.rounds);
    await playOn(engine);
  };
  await Promise.all(engines.map(playOn));
  return figures;
}

const LAST_LINES = 60;

/** How a failed round went, and how to see it again. */
export function describeFailure(engine: string, { seed, wrong, lines }: Round): string {
  return [
    `seed ${seed} failed; again: npm run test:faults -- --engine ${engine} --seed ${seed} --rounds 1`,
    ...wrong.slice(0, 12).map((line) => `  ✘ ${line}`),
    ...lines.slice(-LAST_LINES).map((line) => `    ${line}`),
  ].join('\n');
}

/** `npm run test:faults -- --seed N --rounds N [--engine sqlite|postgres|both] [--at-once N] [--trace]` */
import { parseArgs } from 'node:util';
import { closeEngines, ENGINE_NAMES, openEngines } from './engines.ts';
import { describeFailure, type Figures, runRounds } from './run-rounds.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '40' },
    engine: { type: 'string', default: 'both' },
    /** Rounds side by side: they wait more than they compute. */
    'at-once': { type: 'string', default: '4' },
    trace: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function table({ rounds, faults, submitted, lost, doubled, outOfOrder, failed }: Figures): string {
  const kinds = [...faults].sort(([a], [b]) => a.localeCompare(b)).map(([name, count]) => `  ${name}: ${count}`);
  const total = [...faults.values()].reduce((sum, count) => sum + count, 0);
  return [
    `rounds: ${rounds}`,
    `faults: ${total}`,
    ...kinds,
    `clips submitted: ${submitted}`,
    `lost: ${lost}`,
    `doubled: ${doubled}`,
    `out of order: ${outOfOrder}`,
    `rounds with anything wrong: ${failed.length}`,
  ].join('\n');
}

const names = values.engine === 'both' ? ENGINE_NAMES : [values.engine];
for (const name of names) {
  const engines = await openEngines(name, Number(values['at-once']));
  const started = performance.now();
  const [seed, rounds] = [Number(values.seed), Number(values.rounds)];
  const figures = await runRounds(engines, { seed, rounds }, (round, count) => {
    if (values.trace) say(round.lines.join('\n'));
    if (round.wrong.length > 0) say(describeFailure(name, round));
    if (count % 20 === 0) say(`${name}: ${count} rounds, ${Math.round((performance.now() - started) / 1000)} s`);
  });
  await closeEngines(engines);
  say(`engine: ${name}\n${table(figures)}`);
  if (figures.failed.length > 0) process.exitCode = 1;
}

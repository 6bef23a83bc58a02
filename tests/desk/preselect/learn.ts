/**
 * Learns the weights of the preselection from the open half alone, and says what they are worth on an organisation that
 * they were not learned from.
 */
import { goalsFor, isPickable } from '../../../desk/goals.ts';
import { departmentSigns, goalSigns, type Known, lookAt } from '../../../desk/preselect/signs.ts';
import { indexStrategy } from '../../../desk/preselect/strategy-index.ts';
import { DEPARTMENT_WEIGHTS, GOAL_WEIGHTS, probabilities, sumOf } from '../../../desk/preselect/weights.ts';
import { habitsFor, pastOf } from './history.ts';
import { organisations, TODAY } from './set.ts';

type Example = { candidates: { signs: number[]; isRight: boolean }[]; organisation: string };
type Weights = Record<string, number>;

const STEPS = 3_000;
const RATE = 0.05;
/** Pull towards what is thought beforehand, for each example: 150 clips say little. */
const CAUTION = 0.01;
/**
 * What is thought beforehand; everything else: nothing. The labelled people hardly ever clip in one section twice, so
 * the clips cannot say what a habit is worth (nor what a strategy tells, for these tell nothing); somebody who corrected a section does not want to do so again.
 */
const BEFOREHAND: Weights = { told: 10, section: 1, last: 0.5 };
/** Signs of which the clips cannot tell what they are worth. */
const isBelieved = (name: string): boolean => name in BEFOREHAND;

const cases = organisations(['open']).flatMap((organisation) =>
  organisation.clips.open.map((clip) => {
    const index = indexStrategy(organisation);
    const known: Known = {
      index,
      person: clip.person,
      habits: habitsFor(clip, pastOf(clip, organisation.clips.open)),
      now: TODAY,
    };
    return { clip, known, sorted: lookAt(clip, index), organisation: organisation.name };
  }),
);
type Case = (typeof cases)[number];

function learn(examples: readonly Example[], names: readonly string[]): Weights {
  const weights = names.map((name) => BEFOREHAND[name] ?? 0);
  const mean = names.map(() => 0);
  const spread = names.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight) => -CAUTION * weight);
    for (const { candidates } of examples) {
      const scores = candidates.map(({ signs }) => signs.reduce((sum, sign, n) => sum + sign * (weights[n] ?? 0), 0));
      const most = Math.max(...scores);
      const each = scores.map((score) => Math.exp(score - most));
      const all = each.reduce((sum, one) => sum + one, 0);
      const right = each.reduce((sum, one, c) => sum + (candidates[c]?.isRight ? one : 0), 0);
      if (right === 0) continue;
      candidates.forEach(({ signs, isRight }, c) => {
        const pull = ((isRight ? (each[c] ?? 0) / right : 0) - (each[c] ?? 0) / all) / examples.length;
        signs.forEach((sign, n) => {
          slope[n] = (slope[n] ?? 0) + pull * sign;
        });
      });
    }
    // Adam: signs are of very different sizes.
    slope.forEach((one, n) => {
      if (isBelieved(names[n] ?? '')) return;
      mean[n] = 0.9 * (mean[n] ?? 0) + 0.1 * one;
      spread[n] = 0.999 * (spread[n] ?? 0) + 0.001 * one * one;
      weights[n] =
        (weights[n] ?? 0) +
        (RATE * ((mean[n] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((spread[n] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    });
  }
  return Object.fromEntries(names.map((name, n) => [name, Number((weights[n] ?? 0).toFixed(2))]));
}

const rightDepartments = ({ clip }: Case) => [clip.departmentId, ...clip.departmentsAlso];
const rightGoals = ({ clip }: Case): (string | null)[] => [clip.goalId, ...clip.goalsAlso];

const departmentExample = (one: Case): Example => ({
  organisation: one.organisation,
  candidates: [...departmentSigns(one.sorted, one.known)].map(([id, signs]) => ({
    signs: Object.keys(DEPARTMENT_WEIGHTS).map((name) => signs[name as keyof typeof signs]),
    isRight: rightDepartments(one).includes(id),
  })),
});

const departmentOdds = (one: Case, weights: Weights) =>
  probabilities(
    new Map([...departmentSigns(one.sorted, one.known)].map(([id, signs]) => [id, sumOf(signs, weights as never)])),
  );

const pickable = ({ known }: Case) => known.index.goals.filter((goal) => isPickable(goal, TODAY));

const goalExample = (one: Case, weights: Weights): Example => ({
  organisation: one.organisation,
  candidates: [...goalSigns(one.sorted, pickable(one), departmentOdds(one, weights), one.known)].map(([id, signs]) => ({
    signs: Object.keys(GOAL_WEIGHTS).map((name) => signs[name as keyof typeof signs]),
    isRight: rightGoals(one).includes(id),
  })),
});

function judge(judged: readonly Case[], departmentWeights: Weights, goalWeights: Weights) {
  const hits = { department: 0, department3: 0, goal: 0, goal3: 0 };
  for (const one of judged) {
    const odds = departmentOdds(one, departmentWeights);
    const departments = [...odds].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    const usable = goalsFor(departments[0] ?? '', one.known.index.goals, TODAY);
    const goals = [...goalSigns(one.sorted, usable, odds, one.known)]
      .sort((a, b) => sumOf(b[1], goalWeights as never) - sumOf(a[1], goalWeights as never))
      .map(([id]) => id);
    const isHit = (right: readonly (string | null)[], found: readonly (string | null)[]) =>
      found.some((id) => right.includes(id)) ? 1 : 0;
    hits.department += isHit(rightDepartments(one), departments.slice(0, 1));
    hits.department3 += isHit(rightDepartments(one), departments.slice(0, 3));
    hits.goal += isHit(rightGoals(one), goals.slice(0, 1));
    hits.goal3 += isHit(rightGoals(one), goals.slice(0, 3));
  }
  return hits;
}

function learnBoth(from: readonly Case[]): [Weights, Weights] {
  const departmentWeights = learn(from.map(departmentExample), Object.keys(DEPARTMENT_WEIGHTS));
  const goalWeights = learn(
    from.map((one) => goalExample(one, departmentWeights)),
    Object.keys(GOAL_WEIGHTS),
  );
  return [departmentWeights, goalWeights];
}

const total = { department: 0, department3: 0, goal: 0, goal3: 0 };
for (const left of new Set(cases.map(({ organisation }) => organisation))) {
  const weights = learnBoth(cases.filter(({ organisation }) => organisation !== left));
  const hits = judge(
    cases.filter(({ organisation }) => organisation === left),
    ...weights,
  );
  for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += hits[name] / cases.length;
  console.log(JSON.stringify({ leftOut: left, ...hits }));
}
console.log(JSON.stringify({ leftOut: 'each in turn', ...total }));
const weights = learnBoth(cases);
console.log(JSON.stringify({ learned: weights, onTheSame: judge(cases, ...weights) }));

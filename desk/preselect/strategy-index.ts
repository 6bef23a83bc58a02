/** The strategy's own words, made once and asked for every page. */

import type * as z from 'zod/mini';
import type { Audience, Department, Goal, localTextSchema } from '../../protocol/strategy.ts';
import { activeDepartments } from '../goals.ts';
import { isCommon } from '../similar/common-words.ts';
import { type AddressNames, addressNames, businessOf } from './address-parts.ts';
import { type Meant, meantBy, type Place, type Trait } from './meant.ts';

type LocalText = z.infer<typeof localTextSchema>;

/** What departments and goals are preselected from. */
export type KnownStrategy = {
  departments: readonly Department[];
  goals: readonly Goal[];
  audiences: readonly Audience[];
};

export type Entry = { id: string; meant: Meant; length: number };

export type StrategyIndex = KnownStrategy & {
  ofDepartments: readonly Entry[];
  ofGoals: readonly Entry[];
  names: AddressNames;
  /** How much of each trait is in the goal that has most of it. */
  known: ReadonlyMap<Trait, number>;
  /** How rare a trait is among the entries: above 0. */
  rarity(trait: Trait): number;
};

/** How much a subject is a department's that usually is, beside a word of its name. */
const BUSINESS = 0.5;

const text = (local: LocalText | null | undefined, says: number): Place[] =>
  local == null ? [] : [local.de, local.en].map((one) => ({ text: one ?? '', says }));
const words = (id: string): string => id.replaceAll(/[._-]/g, ' ');

export function indexStrategy(strategy: KnownStrategy): StrategyIndex {
  const audiences = new Map(strategy.audiences.map((audience) => [audience.id, audience]));
  const goals = strategy.goals
    .filter(({ state }) => state === 'active')
    .map((goal) => ({
      id: goal.id,
      meant: meantBy([
        ...text(goal.title, 1),
        { text: words(goal.id), says: 0.7 },
        ...text(goal.measure, 0.7),
        { text: goal.strategyRef ?? '', says: 0.3 },
        ...goal.audienceIds.flatMap((id) => [
          ...text(audiences.get(id)?.name, 0.4),
          ...text(audiences.get(id)?.wants, 0.15),
        ]),
      ]),
    }));
  const departments = activeDepartments(strategy.departments).map((department) => ({
    id: department.id,
    meant: meantBy(
      [...text(department.name, 1), { text: words(department.id), says: 0.7 }, ...text(department.owes, 0.4)],
      businessOf(department).map((subject) => ({ trait: `~${subject}`, says: BUSINESS })),
    ),
  }));
  const having = new Map<Trait, number>();
  for (const { meant } of [...goals, ...departments])
    for (const [trait, weight] of meant.weights) having.set(trait, (having.get(trait) ?? 0) + weight);
  const known = new Map<Trait, number>();
  for (const { meant } of goals)
    for (const [trait, weight] of meant.weights) known.set(trait, Math.max(known.get(trait) ?? 0, weight));
  const all = goals.length + departments.length;
  const rarity = (trait: Trait): number =>
    Math.log((all + 1) / ((having.get(trait) ?? 0) + 0.5)) * (isCommon(trait) ? 0.2 : 1);
  const entry = ({ id, meant }: { id: string; meant: Meant }): Entry => {
    let sum = 0;
    for (const [trait, weight] of meant.weights) sum += (weight * rarity(trait)) ** 2;
    return { id, meant, length: Math.sqrt(sum) };
  };
  return {
    ...strategy,
    ofDepartments: departments.map(entry),
    ofGoals: goals.map(entry),
    names: addressNames(activeDepartments(strategy.departments)),
    known,
    rarity,
  };
}

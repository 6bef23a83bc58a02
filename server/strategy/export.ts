/**
 * A strategy as the YAML file that people write, check and apply. The same strategy is the same text: entries in the
 * order of their ids, fields in that of the schema, and nothing that says what is so anyway.
 */
import { stringify } from 'yaml';
import type { LocalText } from '../../protocol/strategy.ts';
import { type StrategyFile, strategyFileSchema } from './file.ts';

const HEAD = `# The strategy of this queue. Change it, then import it on the page "Strategy", or:
#   npm run queue -- strategy check FILE
#   npm run queue -- strategy apply FILE
`;

type Json = Record<string, unknown>;

export function exportStrategy(file: StrategyFile): string {
  const written: Json = {
    ...file,
    desk: file.desk === null ? null : { ...file.desk, hours: hours(file.desk.hours) },
    people: entries(file.people),
    siteProfiles: entries(file.siteProfiles),
    rules: entries(file.rules, (rule) => ({ ...rule, title: text(rule.title), text: text(rule.text) })),
    departments: entries(file.departments, (department) => ({
      ...department,
      name: text(department.name),
      owes: text(department.owes),
      questionHours: hours(department.questionHours),
      active: department.active ? null : false,
    })),
    audiences: entries(file.audiences, (audience) => ({
      ...audience,
      name: text(audience.name),
      wants: text(audience.wants),
    })),
    channels: entries(file.channels, (channel) => ({
      ...channel,
      name: text(channel.name),
      active: channel.active ? null : false,
    })),
    goals: entries(file.goals, (goal) => ({
      ...goal,
      title: text(goal.title),
      measure: text(goal.measure),
      unit: text(goal.unit),
      sponsorConfirmedAt: dayOrMoment(goal.sponsorConfirmedAt),
      periodFrom: dayOf(goal.periodFrom),
      periodTo: dayOf(goal.periodTo),
    })),
  };
  const sections = Object.keys(strategyFileSchema.shape).flatMap((section) => {
    const value = said(written[section]);
    return value === undefined ? [] : [[section, value]];
  });
  // The core schema has no dates, as the reader of these files.
  return HEAD + stringify(Object.fromEntries(sections), { schema: 'core', lineWidth: 120 });
}

const entries = <T extends object>(byId: Record<string, T>, write: (entry: T) => object = (entry) => entry): Json =>
  Object.fromEntries(
    Object.entries(byId)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, entry]) => [id, write(entry)]),
  );

/** Without what a reader fills in by itself: null and empty lists. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((each) => said(each) ?? {});
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const saidOfIt = said(inner);
    return saidOfIt === undefined ? [] : [[name, saidOfIt] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** One wording for everybody is written once. */
const text = (local: LocalText | null): unknown => (local !== null && local.de === local.en ? local.de : local);

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const hours = (list: readonly { weekday: number; from: number; to: number }[]) =>
  list.map(({ weekday, from, to }) => ({ weekday, from: clock(from), to: clock(to) }));

/** The first and the last millisecond of a day are written alike; which of them is meant says the field. */
const dayOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 10));

const dayOrMoment = (at: number | null): string | null =>
  at === null || at % 86_400_000 === 0 ? dayOf(at) : new Date(at).toISOString();

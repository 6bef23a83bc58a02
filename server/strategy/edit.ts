/** The strategy with one entry as somebody wants it, checked as a whole file is. */
import type { Goal } from '../../protocol/strategy.ts';
import type { EntrySection, GoalEntry, StrategyEdit } from '../../protocol/strategy-edit.ts';
import { SINGLE_SECTIONS, type StrategyFile } from './file.ts';
import { checkStrategy } from './read.ts';

const DAY_MS = 86_400_000;

/** Which entry an edit is about, as the history names it: a section that is one entry has no id. */
export function entryOfEdit({ put, remove }: StrategyEdit): { section: EntrySection; id: string | null } | null {
  const entry = put === undefined ? remove : { section: put.section, id: put.entry.id };
  if (entry === undefined) return null;
  return SINGLE_SECTIONS.has(entry.section) ? { section: entry.section, id: null } : entry;
}

/** @throws StrategyError */
export function editedStrategy(held: StrategyFile, { put, remove }: StrategyEdit): StrategyFile {
  const edited = put !== undefined ? withEntry(held, put) : remove !== undefined ? without(held, remove) : held;
  checkStrategy(edited);
  return edited;
}

function withEntry(held: StrategyFile, put: NonNullable<StrategyEdit['put']>): StrategyFile {
  const { id } = put.entry;
  if (put.section === 'goals') return { ...held, goals: { ...held.goals, [id]: goalOf(held.goals[id], put.entry) } };
  if (put.section === 'desk') {
    const { id: _, ...desk } = put.entry;
    return { ...held, desk };
  }
  const { id: _, ...entry } = put.entry;
  return { ...held, [put.section]: { ...held[put.section], [id]: entry } };
}

/** A period is of whole days. Whether the sponsor’s word still holds, and with it the state, is settled afterwards. */
function goalOf(held: StrategyFile['goals'][string] | undefined, entry: GoalEntry): Omit<Goal, 'id'> {
  const { id: _, closed, ...body } = entry;
  return {
    ...body,
    periodFrom: body.periodFrom === null ? null : body.periodFrom - (body.periodFrom % DAY_MS),
    periodTo: body.periodTo === null ? null : body.periodTo - (body.periodTo % DAY_MS) + DAY_MS - 1,
    sponsorConfirmedAt: held?.sponsorConfirmedAt ?? null,
    state: closed ? 'closed' : 'draft',
  };
}

function without(held: StrategyFile, { section, id }: NonNullable<StrategyEdit['remove']>): StrategyFile {
  if (section === 'desk') return { ...held, desk: null };
  const { [id]: _, ...rest } = held[section];
  return { ...held, [section]: rest };
}

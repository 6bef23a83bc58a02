/** What becomes of the sponsors' word and the state of goals that somebody wants to change. */
import { settledState, standsFor } from '../../desk/goal-confirmation.ts';
import { type Author, changesOfEntry } from '../rows/strategy-versions.ts';
import type { Sql } from '../store/store.ts';
import type { StrategyFile } from './file.ts';

type Goals = StrategyFile['goals'];
type Body = Goals[string];

const DAY_MS = 86_400_000;

/**
 * [SG4] A word that was given holds as long as what it was given for, whatever a file says. A new one comes from the
 * sponsor's own account; besides, whoever runs the machine may write down one that was given elsewhere.
 */
export async function settleGoals(sql: Sql, held: Goals, wanted: Goals, author: Author): Promise<Goals> {
  const settled: Goals = {};
  for (const [id, goal] of Object.entries(wanted)) {
    const sponsorConfirmedAt = await wordFor(sql, id, Object.hasOwn(held, id) ? held[id] : undefined, goal, author);
    const confirmed = { ...goal, sponsorConfirmedAt };
    settled[id] = { ...confirmed, state: settledState(confirmed) };
  }
  return settled;
}

async function wordFor(sql: Sql, id: string, held: Body | undefined, goal: Body, author: Author) {
  const said = goal.sponsorConfirmedAt;
  if (author.way === 'confirmation') return said;
  const holds = held !== undefined && standsFor(held, goal) ? held.sponsorConfirmedAt : null;
  if (holds !== null || said === null || author.way !== 'command') return holds;
  return said + DAY_MS > (await changedLast(sql, id, held, goal, author.at)) ? said : null;
}

/** A day from before the last change of what it stands for is that of an earlier word; it may be of the same day. */
async function changedLast(sql: Sql, id: string, held: Body | undefined, goal: Body, now: number): Promise<number> {
  if (held === undefined) return 0;
  if (held.sponsorConfirmedAt !== null && !standsFor(held, goal)) return now;
  const changes = await changesOfEntry(sql, 'goals', id);
  const last = changes.find(
    ({ act, fields }) => act === 'changed' && fields.some(({ path }) => CONFIRMED.has(path.split('.')[0] ?? '')),
  );
  return last?.at ?? 0;
}

const CONFIRMED = new Set([
  ...['strategyRef', 'measure', 'unit', 'target', 'periodFrom', 'periodTo'],
  ...['sponsorId', 'sponsorConfirmedAt'],
]);

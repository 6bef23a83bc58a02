/** The strategy where it is kept: read, edited, imported and confirmed there and nowhere else, so only online. */
import { confirmedPart } from '../desk/goal-confirmation.ts';
import { type Problem, problemSchema } from '../protocol/problem.ts';
import { confirmationPath, ROUTES } from '../protocol/routes.ts';
import type { Goal } from '../protocol/strategy.ts';
import { type StrategyEdit, type StrategyView, strategyViewSchema } from '../protocol/strategy-edit.ts';
import { faultsOf, type SaidFault } from '../protocol/strategy-fault.ts';
import {
  type History,
  historySchema,
  type StrategyImport,
  type StrategySaved,
  type StrategyVersion,
  strategySavedSchema,
  strategyVersionSchema,
} from '../protocol/strategy-history.ts';
import { ask, askJson, type Line } from './ask.ts';
import { SyncError, type SyncErrorKind } from './errors.ts';

/** Fails only with a `SyncError`. */
export type StrategyDesk = {
  read(): Promise<StrategyView>;
  edit(edit: StrategyEdit): Promise<StrategySaved>;
  exportFile(): Promise<string>;
  importFile(request: StrategyImport): Promise<StrategySaved>;
  /** @param before the number of a version: those older than it; null: the newest */
  history(before: number | null): Promise<History>;
  /** Stands for a goal as it is here. */
  confirm(goal: Goal): Promise<StrategySaved>;
  takeBack(goalId: string): Promise<StrategySaved>;
};

const post = (body: unknown) => ({ method: 'POST', type: 'application/json', body: JSON.stringify(body) }) as const;

export const createStrategyDesk = (line: Line): StrategyDesk => ({
  read: () => askJson(line, ROUTES.strategy, {}, strategyViewSchema),
  edit: (edit) => askJson(line, ROUTES.strategyEdits, post(edit), strategySavedSchema),
  exportFile: async () => (await ask(line, ROUTES.strategyFile)).text(),
  importFile: (request) => askJson(line, ROUTES.strategyFile, post(request), strategySavedSchema),
  history: (before) =>
    askJson(line, ROUTES.strategyVersions + (before === null ? '' : `?before=${before}`), {}, historySchema),
  confirm: (goal) => askJson(line, confirmationPath(goal.id), post(confirmedPart(goal)), strategySavedSchema),
  takeBack: (goalId) => askJson(line, confirmationPath(goalId), { method: 'DELETE' }, strategySavedSchema),
});

export type StrategyRefused =
  /** What others changed meanwhile, the oldest first. */
  | { kind: 'changed'; since: StrategyVersion[] }
  | { kind: 'faulty'; faults: SaidFault[] }
  | { kind: 'line'; because: SyncErrorKind };

/** Why nothing was changed. */
export function whyRefused(error: unknown): StrategyRefused {
  if (!(error instanceof SyncError)) return { kind: 'line', because: 'failed' };
  const problem = problemOf(error);
  if (error.kind === 'strategy_changed')
    return {
      kind: 'changed',
      since: (problem?.since ?? []).flatMap((version) => strategyVersionSchema.safeParse(version).data ?? []),
    };
  if (error.kind === 'strategy_faulty') return { kind: 'faulty', faults: problem === null ? [] : faultsOf(problem) };
  return { kind: 'line', because: error.kind };
}

const problemOf = ({ cause }: SyncError): Problem | null => problemSchema.safeParse(cause).data ?? null;

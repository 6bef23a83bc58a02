import { RequestProblem } from '../problem.ts';
import { StrategyChanged } from './apply.ts';
import { StrategyError } from './read.ts';

/** Why a strategy was not changed, as the answer to a request. */
export function asProblem(error: unknown): never {
  if (error instanceof StrategyChanged) throw new RequestProblem('strategy_changed', { since: error.since });
  if (error instanceof StrategyError)
    throw new RequestProblem('strategy_faulty', {
      errors: error.faults.map(({ line, ...fault }) => ({ ...fault, ...(line === null ? {} : { line }) })),
    });
  throw error;
}

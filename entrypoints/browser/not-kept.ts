import type { NotKeptBecause } from '../../components/not-kept.tsx';
import { REFUSALS } from '../../protocol/refusal.ts';
import { asStorageError } from '../../storage/problems.ts';
import { saveProblem } from './save-problem.ts';

/** Why an act was not kept, as a person is told it. */
export function notKeptBecause(error: unknown): NotKeptBecause {
  const { kind } = asStorageError(error);
  return REFUSALS.find((refusal) => refusal === kind) ?? saveProblem(error);
}

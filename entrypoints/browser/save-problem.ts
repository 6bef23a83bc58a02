import type { SaveProblem } from '../../components/problems.ts';
import { asStorageError } from '../../storage/problems.ts';

/** Why nothing was saved, as a person is told it. */
export function saveProblem(error: unknown): SaveProblem {
  const { kind, path } = asStorageError(error);
  if (kind === 'storage_full' || kind === 'too_late' || kind === 'rule_refuses' || kind === 'rule_not_accepted')
    return kind;
  if (kind === 'invalid') return path.startsWith('address') ? 'address_invalid' : 'clip_invalid';
  return 'storage_failed';
}

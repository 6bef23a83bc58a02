import type { SaveProblem } from '../../components/problems.ts';
import { asStorageError } from '../../storage/problems.ts';

/** Why nothing was saved, as a person is told it. */
export function saveProblem(error: unknown): SaveProblem {
  const { kind, path } = asStorageError(error);
  if (kind === 'storage_full' || kind === 'too_late') return kind;
  return kind === 'invalid' && path.startsWith('address') ? 'address_invalid' : 'storage_failed';
}

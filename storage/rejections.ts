/** What editors said is not the same, so that nobody is asked twice. */
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded } from './problems.ts';
import { readWaiting } from './waiting.ts';

/** [ST2][SM5] The topics that somebody said are not the same as this one, waiting entries applied. */
export async function rejectedWith(db: AccountDatabase, topicId: string): Promise<Set<string>> {
  const [asFirst, asSecond, { entries }] = await Promise.all([
    db.rejections.where('topicId').equals(topicId).toArray(),
    db.rejections.where('otherId').equals(topicId).toArray(),
    readWaiting(db),
  ]);
  const rejected = new Set([...asFirst.map(({ otherId }) => otherId), ...asSecond.map((row) => row.topicId)]);
  for (const { action } of entries) {
    if (action.name !== 'rejectSimilar') continue;
    const other = action.topicId === topicId ? action.otherId : action.otherId === topicId ? action.topicId : null;
    if (other === null) continue;
    if (action.rejected) rejected.add(other);
    else rejected.delete(other);
  }
  return rejected;
}

/**
 * Says that two topics are not the same, or with `rejected: false` that they may be after all.
 * @throws StorageError those of `saveClip`
 */
export async function rejectSimilar(
  db: AccountDatabase,
  { topicId, otherId, rejected }: { topicId: string; otherId: string; rejected: boolean },
  now: number,
): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.outbox, db.meta, () =>
      append(db, crypto.randomUUID(), { name: 'rejectSimilar', topicId, otherId, rejected }, now),
    ),
  );
}

import type { ChangeKind } from '../../protocol/pull.ts';
import type { Tx } from '../store/store.ts';
import { releaseAddresses } from './addresses.ts';

/**
 * What hangs on a topic, in the order in which it can go: how its rows are found and told of, and how they are removed.
 * Words, labels and traits are not here: they follow their topic by themselves (see `Follow` of the store). Statements
 * are prepared once per text, so each is written out.
 */
const OF_TOPIC: { kind: ChangeKind | null; find: string; remove: string }[] = [
  {
    kind: 'topic',
    find: 'SELECT id FROM topic WHERE reuse_of = $1',
    remove: 'UPDATE topic SET reuse_of = NULL WHERE reuse_of = $1',
  },
  {
    kind: null,
    find: '',
    remove: 'DELETE FROM question_link WHERE question_id IN (SELECT id FROM question WHERE topic_id = $1)',
  },
  {
    kind: 'question',
    find: 'SELECT id FROM question WHERE topic_id = $1',
    remove: 'DELETE FROM question WHERE topic_id = $1',
  },
  { kind: 'note', find: 'SELECT id FROM note WHERE topic_id = $1', remove: 'DELETE FROM note WHERE topic_id = $1' },
  {
    kind: 'share',
    find: 'SELECT id FROM share WHERE publication_id IN (SELECT id FROM publication WHERE topic_id = $1)',
    remove: 'DELETE FROM share WHERE publication_id IN (SELECT id FROM publication WHERE topic_id = $1)',
  },
  {
    kind: 'result',
    find: 'SELECT id FROM result WHERE topic_id = $1',
    remove: 'DELETE FROM result WHERE topic_id = $1',
  },
  {
    kind: 'publication',
    find: 'SELECT id FROM publication WHERE topic_id = $1',
    remove: 'DELETE FROM publication WHERE topic_id = $1',
  },
  {
    kind: 'assignment',
    find: 'SELECT id FROM assignment WHERE topic_id = $1',
    remove: 'DELETE FROM assignment WHERE topic_id = $1',
  },
  {
    kind: 'claim',
    find: 'SELECT topic_id AS id FROM claim WHERE topic_id = $1',
    remove: 'DELETE FROM claim WHERE topic_id = $1',
  },
  {
    kind: 'rejection',
    find: 'SELECT id FROM similar_rejection WHERE topic_id = $1 OR other_id = $1',
    remove: 'DELETE FROM similar_rejection WHERE topic_id = $1 OR other_id = $1',
  },
  { kind: null, find: '', remove: 'DELETE FROM clearance_step WHERE topic_id = $1' },
  {
    kind: 'clearance',
    find: 'SELECT topic_id AS id FROM clearance WHERE topic_id = $1',
    remove: 'DELETE FROM clearance WHERE topic_id = $1',
  },
  { kind: null, find: '', remove: 'DELETE FROM decision WHERE topic_id = $1' },
];

/** Removes a topic and all that hangs on it but its clips, which were taken back and stay as that. */
export async function deleteTopic(tx: Tx, id: string): Promise<void> {
  await releaseAddresses(tx, id);
  for (const { kind, find, remove } of OF_TOPIC) {
    const rows = kind === null ? [] : await tx.all<{ id: string }>(find, id);
    for (const row of rows) if (kind !== null) tx.changed(kind, row.id);
    await tx.run(remove, id);
  }
  await tx.run('DELETE FROM topic WHERE id = $1', id);
  tx.changed('topic', id);
}

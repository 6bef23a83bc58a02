/** Short ways to a state that a test begins with. */
import type { PushResponse } from '../../protocol/push.ts';
import type { Topic } from '../../protocol/topic.ts';
import { acknowledge, nextBatch } from '../../storage/batch.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { NOW } from '../desk/samples.ts';
import { draft, newClip, page } from './device.ts';

/** Keeps a clip of a page of its own. */
export async function saveOne(db: AccountDatabase, name = 'a', over: Parameters<typeof newClip>[0] = {}) {
  const input = newClip({ draft: draft({ address: `https://intranet.example/${name}` }), ...over });
  return (await saveClip(db, input, NOW)).clip;
}

/** The queue answers all that waits; `refuse` names entries by id. */
export async function answerAll(db: AccountDatabase, refuse: readonly string[] = [], seq = 1): Promise<void> {
  const batch = await nextBatch(db, 500, NOW);
  if (batch === null) return;
  const refused: PushResponse['refused'] = batch.mutations
    .filter(({ id }) => refuse.includes(id))
    .map(({ id, number }) => ({ id, number, refusal: { kind: 'unknown_department', path: 'clip.departmentId' } }));
  await acknowledge(db, batch, { lastNumber: batch.mutations.at(-1)?.number ?? 0, seq, refused }, NOW);
}

/** A pull brings these topics, and for each clip of this person its row. */
export async function pullTopics(db: AccountDatabase, topics: readonly Topic[], seq = 1): Promise<void> {
  const asked = await readMeta(db, 'cursor');
  const rows = (await db.clips.toArray()).map((row) => ({ ...row, receivedAt: row.receivedAt ?? NOW }));
  const changes = [
    ...topics.map((row) => ({ kind: 'topic' as const, id: row.id, row })),
    ...rows.map((row) => ({ kind: 'clip' as const, id: row.clip.id, row })),
  ];
  await receivePage(db, asked, page(changes, { seq }), NOW);
}

/** A device on which a first pull brought topics in packs of three. */
import type { Change } from '../../protocol/pull.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { packing } from '../../storage/pack-topics.ts';
import { nothingBrought, receivePage } from '../../storage/receive-page.ts';
import type { StoredClip } from '../../storage/rows.ts';
import { clip, editor, NOW, submitter, topic } from '../desk/samples.ts';
import { newDatabase, newIndexedDb, page } from './device.ts';
import { packFew } from './held-topics.ts';

const COLLEAGUE = { id: submitter.id, name: submitter.name };
const asUsual = { ...packing };
/** After each test. */
export const packAsUsual = (): void => void Object.assign(packing, asUsual);

export type Said = { topic: Topic; clips: StoredClip[] };

/** A topic with its clip, whose words nothing else has. */
export function said(name: string, over: Partial<Topic> = {}, person = COLLEAGUE): Said {
  const row = topic({ title: `Thema ${name}`, ...over });
  const opening = clip({ id: row.id, title: `Thema ${name}`, note: `Notiz ${name}` });
  return {
    topic: row,
    clips: [{ clip: opening, topicId: row.id, submitter: person, addressKey: 'k', receivedAt: NOW }],
  };
}

export const topicChange = (row: Topic): Change => ({ kind: 'topic', id: row.id, row });
export const clipChange = (row: StoredClip): Change => ({
  kind: 'clip',
  id: row.clip.id,
  row: { ...row, receivedAt: row.receivedAt ?? NOW },
});
export const goneChange = (kind: 'topic' | 'clip', id: string): Change => ({ kind, id, row: null });
export const changesOf = (all: readonly Said[]): Change[] =>
  all.flatMap(({ topic: row, clips }) => [topicChange(row), ...clips.map(clipChange)]);

/** The next page of a later pull. */
export async function tell(db: AccountDatabase, changes: Change[], over: { reset?: boolean } = {}): Promise<void> {
  const asked = await readMeta(db, 'cursor');
  if (!(await receivePage(db, asked, page(changes, { seq: (asked?.seq ?? 0) + 1, ...over }), NOW)))
    throw new Error('not stored');
}

export async function packedDevice(all: readonly Said[], indexedDb = newIndexedDb()): Promise<AccountDatabase> {
  packFew();
  const db = newDatabase(editor, indexedDb);
  await receivePage(db, null, page(changesOf(all)), NOW, nothingBrought());
  if ((await db.topics.count()) > 0 || (await db.topicPacks.count()) === 0) throw new Error('not packed');
  return db;
}

/** Everything that is written on this device. */
export const written = async (db: AccountDatabase): Promise<string> =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

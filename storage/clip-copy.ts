/** All that is needed to suggest a page again after its clip was taken back: to be read before it goes. */

import { blankDraft } from '../protocol/blank-draft.ts';
import type { Clip } from '../protocol/clip.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { storedPicture } from './pictures.ts';
import type { StoredClip } from './rows.ts';
import type { NewClip } from './save-clip.ts';
import { topicAt } from './topics.ts';

/** @returns what `saveClip` takes; the new clip will have an id of its own */
export async function copyOfClip(db: AccountDatabase, clip: Clip): Promise<NewClip> {
  const [row, text, stored] = await Promise.all([
    db.clips.get(clip.id),
    db.pageTexts.get(clip.id),
    storedPicture(db, clip.id),
  ]);
  const picture = clip.picture === null || stored === null ? null : { bytes: stored.bytes, picture: clip.picture };
  const { title, departmentId, goalId, note } = clip;
  const draft = { ...blankDraft(clip.address), ...clip, text: text?.text ?? '' };
  const pageKey = Promise.resolve(row?.addressKey ?? null);
  const joins = row === undefined ? null : await sharedTopic(db, row);
  const copy = { draft, pageKey, title, departmentId, goalId, note, picture, draftKey: null };
  return joins === null ? copy : { ...copy, joins };
}

/**
 * [SM4] The topic that stays without this clip: another's that it joined or went into, or its own that others joined.
 * Whether it still takes one more is said when the copy is saved.
 */
async function sharedTopic(db: AccountDatabase, { clip, topicId }: StoredClip): Promise<string | null> {
  if (topicId !== clip.id) return topicId;
  const [topic, clips] = await Promise.all([topicAt(db, topicId), clipsOf(db, [topicId])]);
  return clips.length > 1 || (topic?.supporterCount ?? 1) > 1 ? topicId : null;
}

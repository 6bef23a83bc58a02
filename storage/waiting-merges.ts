/**
 * What waiting merges and their taking back do to the topics at both ends (ST2): clips and supporters are seen
 * where they will be. Nothing of it is stored.
 */
import { canTakeIn, goAway, letGo, takeIn } from '../desk/merging.ts';
import type { Clip } from '../protocol/clip.ts';
import type { Topic } from '../protocol/topic.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import type { OutboxEntry, StoredClip } from './rows.ts';
import { topicsAt } from './topics.ts';

/** A topic that waiting decisions merge or bring back: as the queue sent it and as it will stand. */
type Move = { before: Topic; after: Topic };

export type WaitingMerges = {
  /** By the topic that takes in or lets go. */
  taken: ReadonlyMap<string, readonly Move[]>;
  left: ReadonlyMap<string, readonly Move[]>;
  /** The clips of all topics at both ends, by the topic at which the queue has them. */
  clips: ReadonlyMap<string, readonly StoredClip[]>;
};

export const NO_MERGES: WaitingMerges = { taken: new Map(), left: new Map(), clips: new Map() };

/** The topics that an entry may merge or bring back. */
const mayMove = ({ action }: OutboxEntry): string[] =>
  action.name === 'decide' &&
  (action.decision.to === 'merged' || action.decision.undoes !== null || action.decision.to === 'new')
    ? [action.decision.topicId]
    : [];

/** @param standing a topic as it will stand by the decisions on itself alone. */
export async function readMerges(
  db: AccountDatabase,
  entries: readonly OutboxEntry[],
  standing: (row: Topic) => Topic,
): Promise<WaitingMerges> {
  const ids = [...new Set(entries.flatMap(mayMove))];
  if (ids.length === 0) return NO_MERGES;
  const rows = (await topicsAt(db, ids)).filter((row) => row !== undefined);
  const moves = rows.map((before): Move => ({ before, after: standing(before) }));
  const moved = moves.filter(({ before, after }) => before.mergedInto !== after.mergedInto);
  if (moved.length === 0) return NO_MERGES;
  const taken = Map.groupBy(
    moved.filter(({ after }) => after.mergedInto !== null),
    ({ after }) => after.mergedInto ?? '',
  );
  const left = Map.groupBy(
    moved.filter(({ before }) => before.mergedInto !== null),
    ({ before }) => before.mergedInto ?? '',
  );
  const ends = new Set([...moved.map(({ before }) => before.id), ...taken.keys(), ...left.keys()]);
  const clips = (await Promise.all([...ends].map((id) => clipsOf(db, [id])))).flat();
  return { taken, left, clips: Map.groupBy(clips, ({ topicId }) => topicId) };
}

/** Ids of the topics whose clips are seen at this one: itself, and what waiting merges bring, however far. */
export function seenTogether({ taken }: WaitingMerges, topicId: string): string[] {
  const together = [topicId];
  for (const id of together)
    for (const { before } of taken.get(id) ?? []) if (!together.includes(before.id)) together.push(before.id);
  return together;
}

/** A topic, its own waiting decisions applied, with what merges do to it beside. */
export function withMerges(topic: Topic, merges: WaitingMerges, shows: (clip: Clip) => boolean): Topic {
  const taken = (merges.taken.get(topic.id) ?? []).filter(({ before }) => canTakeIn(topic, before.id));
  const left = merges.left.get(topic.id) ?? [];
  const at = (ids: readonly string[]): StoredClip[] =>
    ids.flatMap((id) => merges.clips.get(id) ?? []).filter(({ clip }) => shows(clip));
  const isAway = (merges.taken.get(topic.mergedInto ?? '') ?? []).some(({ before }) => before.id === topic.id);
  if (isAway) return goAway(topic);
  let seen = topic;
  if (taken.length > 0) {
    const count = supportersOf(at(seenTogether(merges, topic.id)));
    for (const { before } of taken)
      seen = takeIn(seen, before, Math.max(count, seen.supporterCount), before.coverClipId);
  }
  for (const { before } of left) {
    // Which other clips came with it the queue alone knows; the one that opened it did.
    const staying = at([topic.id]).filter(({ clip }) => clip.id !== before.id);
    const cover = staying.some(({ clip }) => clip.id === seen.coverClipId) ? seen.coverClipId : null;
    seen = letGo(
      seen,
      before.id,
      supportersOf(staying),
      cover ?? staying.find(({ clip }) => clip.picture !== null)?.clip.id ?? null,
    );
  }
  const home = [...merges.left.values()].flat().find(({ before }) => before.id === topic.id);
  if (home !== undefined && home.after.mergedInto === null) {
    const own = at([home.before.mergedInto ?? '']).filter(({ clip }) => clip.id === topic.id);
    const cover = own.find(({ clip }) => clip.picture !== null)?.clip.id ?? null;
    seen = { ...seen, supporterCount: Math.max(supportersOf(own), 1), coverClipId: cover };
  }
  return seen;
}

const supportersOf = (clips: readonly StoredClip[]): number => new Set(clips.map(({ submitter }) => submitter.id)).size;

/** A queue of a test that opens, moves, merges and forgets topics by chance, and what a device has to hold of it. */
import { LIMITS } from '../../protocol/limits.ts';
import type { Change } from '../../protocol/pull.ts';
import type { HeldTopic } from '../../protocol/search.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { StoredClip } from '../../storage/rows.ts';
import { clip, DAY, editor, NOW, submitter, topic, uuid } from '../desk/samples.ts';
import { createRandom } from '../sync/random.ts';

const COLLEAGUE = { id: submitter.id, name: submitter.name };
const MYSELF = { id: editor.id, name: editor.name };
const STATES = ['new', 'new', 'held', 'accepted', 'in_work', 'published', 'declined'] as const;
const OLD = NOW - (LIMITS.workingSetDays + 1) * DAY;
const TITLES = ['Neue Werkstatt', 'Kantine mit Haferdrink', 'Drehmaschinen in Bremen', 'Azubis bauen ein Boot'];

const topicChange = (row: Topic): Change => ({ kind: 'topic', id: row.id, row });
const clipChange = (row: StoredClip): Change => ({
  kind: 'clip',
  id: row.clip.id,
  row: { ...row, receivedAt: row.receivedAt ?? NOW },
});
const gone = (kind: 'topic' | 'clip', id: string): Change => ({ kind, id, row: null });

/** Of each row what was said of it last, where that was said. */
export const onceEach = (changes: readonly Change[]): Change[] => {
  const last = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`;
    last.delete(key);
    last.set(key, change);
  }
  return [...last.values()];
};

export function createStory(seed: number) {
  const random = createRandom(seed);
  const topics = new Map<string, Topic>();
  const clips = new Map<string, StoredClip>();
  // Few moments, so that many stand at the same one.
  const moment = () => (random.chance(0.2) ? OLD : NOW) + random.below(4);
  // Some ids are written in large letters, as the schema allows.
  const newId = () => {
    const id = uuid().replace(/^.{8}/, () =>
      random
        .below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    );
    return random.chance(0.2) ? id.toUpperCase() : id;
  };
  const pickTopic = () => random.pick([...topics.values()]);
  const clipsOf = (topicId: string) => [...clips.values()].filter((row) => row.topicId === topicId);

  const putTopic = (row: Topic): Change => {
    topics.set(row.id, row);
    return topicChange(row);
  };
  const putClip = (row: StoredClip): Change => {
    clips.set(row.clip.id, row);
    return clipChange(row);
  };
  const newClip = (topicId: string, id = newId()): Change =>
    putClip({
      clip: clip({ id, title: random.pick(TITLES), capturedAt: NOW - random.below(3) }),
      topicId,
      submitter: random.chance(0.25) ? MYSELF : COLLEAGUE,
      addressKey: `k${random.below(9)}`,
      receivedAt: NOW,
    });
  const moved = (row: Topic): Topic => ({
    ...row,
    title: random.pick(TITLES),
    state: random.pick(STATES),
    stateSince: moment(),
    departmentId: random.pick(['hr', 'comms']),
    forMeeting: random.chance(0.3),
    lead: random.chance(0.3) ? MYSELF : null,
  });

  const opens = (): Change[] => {
    const id = newId();
    const row = moved(topic({ id, createdAt: NOW - random.below(3) }));
    return [
      putTopic(row),
      ...(random.chance(0.9) ? [newClip(id, id)] : []),
      ...Array.from({ length: random.below(3) }, () => newClip(id)),
    ];
  };
  const merges = (): Change[] => {
    const [from, into] = [pickTopic(), pickTopic()];
    if (from.id === into.id) return [];
    return [
      putTopic({ ...from, state: 'merged', stateSince: moment(), mergedInto: into.id }),
      putTopic({ ...into, mergedFrom: [...into.mergedFrom, from.id] }),
      ...clipsOf(from.id).map((row) => putClip({ ...row, topicId: into.id })),
    ];
  };
  const leaves = (): Change[] => {
    const { id } = pickTopic();
    topics.delete(id);
    return [gone('topic', id), ...clipsOf(id).map((row) => forgets(row.clip.id))];
  };
  const forgets = (clipId: string): Change => {
    clips.delete(clipId);
    return gone('clip', clipId);
  };
  const edits = (): Change[] => {
    if (clips.size === 0) return [];
    const row = random.pick([...clips.values()]);
    if (random.chance(0.3)) return [forgets(row.clip.id)];
    return [putClip({ ...row, clip: { ...row.clip, note: `Nachtrag ${random.below(99)}` } })];
  };
  const acts = [
    opens,
    opens,
    () => [putTopic(moved(pickTopic()))],
    merges,
    leaves,
    edits,
    () => [newClip(pickTopic().id)],
  ];

  /** What happens next, each row once and as it stands at the end. */
  const happens = (times: number): Change[] =>
    onceEach(Array.from({ length: times }, () => (topics.size < 2 ? opens : random.pick(acts))()).flat());
  return {
    random,
    topics,
    clips,
    happens,
    /** In no order, as whoever changed last stands last. */
    everything: (): Change[] =>
      [...[...topics.values()].map(topicChange), ...[...clips.values()].map(clipChange)]
        .map((change) => ({ change, at: random.next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ change }) => change),
    /** As the archive answers it. */
    heldTopic: (): HeldTopic => {
      const found = pickTopic();
      const clips = clipsOf(found.id).map((row) => ({ ...row, receivedAt: NOW }));
      return { topic: found, clips, notes: [], questions: [], publications: [], assignments: [], clearances: [] };
    },
  };
}

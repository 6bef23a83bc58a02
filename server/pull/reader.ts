/**
 * Who may see what, as SQL [VI1]: decided where the rows are, so that a page costs what it carries.
 * A reader knows more keys than they see: what they saw before and no longer may. Such a key is
 * sent as null (PL2).
 */
import { mayDecide } from '../../desk/roles.ts';
import type { Person } from '../../protocol/person.ts';
import { OPEN_STATES } from '../rows/topics.ts';
import { AFTER_CHUNK } from '../store/chunks.ts';
import type { Sql, Value } from '../store/store.ts';
import { workingSetFloor } from './working-set.ts';

export type Reader = {
  /** A condition on `change_log`; its values begin at $3. */
  knows: string;
  knowsValues: Value[];
  /** Conditions on `clip` and `topic` in a look-up by chunks, and the values after the chunk. */
  seesClip: string;
  seesTopic: string;
  seesValues: Value[];
};

const PUBLIC_KINDS = `change_log.kind IN ('department', 'audience', 'goal', 'address')`;
const SELF = `(change_log.kind = 'person' AND change_log.id = $3)`;
const OWN_CLIP = `(change_log.kind = 'clip' AND EXISTS (
  SELECT 1 FROM clip WHERE clip.id = change_log.id AND clip.submitter_id = $3))`;
const OWN_TOPIC = `(change_log.kind = 'topic' AND EXISTS (
  SELECT 1 FROM clip WHERE clip.topic_id = change_log.id AND clip.submitter_id = $3))`;
const ONCE_PUBLISHED = `(change_log.kind = 'topic' AND EXISTS (
  SELECT 1 FROM topic WHERE topic.id = change_log.id AND topic.first_published_at IS NOT NULL))`;

/** [VI2] Everyone: their own clips and the topics of those, and what is published. */
const ownReader = (person: Person): Reader => ({
  knows: [PUBLIC_KINDS, SELF, OWN_CLIP, OWN_TOPIC, ONCE_PUBLISHED].join(' OR '),
  knowsValues: [person.id],
  seesClip: `clip.submitter_id = ${AFTER_CHUNK}`,
  seesTopic: `(topic.state IN ('published', 'evaluated') OR EXISTS (
    SELECT 1 FROM clip WHERE clip.topic_id = topic.id AND clip.submitter_id = ${AFTER_CHUNK} AND clip.body IS NOT NULL))`,
  seesValues: [person.id],
});

/** $4: where the reader began, $5: the working set's oldest change, $6: since when closed topics belong to it. */
const IN_WORKING_SET = `(topic.changed_at >= $5 AND (topic.changed_at >= $6 OR topic.state IN (${OPEN_STATES})))`;
const WORKING_TOPIC = `(change_log.kind = 'topic' AND EXISTS (
  SELECT 1 FROM topic WHERE topic.id = change_log.id AND ${IN_WORKING_SET}))`;
const WORKING_CLIP = `(change_log.kind = 'clip' AND EXISTS (
  SELECT 1 FROM clip JOIN topic ON topic.id = clip.topic_id WHERE clip.id = change_log.id AND ${IN_WORKING_SET}))`;
const SINCE_BEGUN = `(change_log.kind IN ('clip', 'topic') AND change_log.seq > $4)`;

/**
 * [VI2] Those at the desk: at first also the working set, from then on every change of a clip or
 * topic. What leaves the working set only by growing old is the device's to drop.
 */
const deskReader = (person: Person, begunAt: number, floor: number, closedSince: number): Reader => ({
  knows: [PUBLIC_KINDS, SELF, SINCE_BEGUN, OWN_CLIP, OWN_TOPIC, ONCE_PUBLISHED, WORKING_TOPIC, WORKING_CLIP].join(
    ' OR ',
  ),
  knowsValues: [person.id, begunAt, floor, closedSince],
  seesClip: '1 = 1',
  seesTopic: '1 = 1',
  seesValues: [],
});

export async function readerOf(sql: Sql, person: Person, begunAt: number, now: number): Promise<Reader> {
  if (!mayDecide(person.roles)) return ownReader(person);
  const { floor, closedSince } = await workingSetFloor(sql, now);
  return deskReader(person, begunAt, floor, closedSince);
}

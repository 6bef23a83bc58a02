/** The rows that a page carries, each kind by one look-up; rows the reader may not see do not come. */
import type { Clip, ClipRow } from '../../protocol/clip.ts';
import type { ChangeKind } from '../../protocol/pull.ts';
import type { AddressRow, State, Topic } from '../../protocol/topic.ts';
import { colleagueView, findPerson, ownView } from '../rows/people.ts';
import type { StrategyKind } from '../rows/strategy.ts';
import {
  DECISION_COLUMNS,
  type DecisionColumns,
  findTopic,
  TOPIC_COLUMNS,
  TOPIC_JOINS,
  type TopicColumns,
  toTopic,
} from '../rows/topics.ts';
import { AFTER_CHUNK, allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Sql } from '../store/store.ts';
import { acknowledgements } from './acknowledgement-rows.ts';
import { absences, assignments, timeBudgets } from './assignment-rows.ts';
import { clearances } from './clearance-rows.ts';
import {
  claims,
  type Look,
  notes,
  publications,
  questions,
  type RowsById,
  rejections,
  results,
  savedViews,
  shares,
} from './desk-rows.ts';
import type { Reader } from './reader.ts';
import { consents, thanks } from './thanks-rows.ts';

export type { RowsById } from './desk-rows.ts';

const strategy: (kind: StrategyKind) => Look = (kind) => async (sql, _reader, ids) => {
  const rows = await allInChunks<{ id: string; body: string }>(
    sql,
    `SELECT id, body FROM strategy WHERE kind = '${kind}' AND id IN (${CHUNK_PLACEHOLDERS})`,
    ids,
  );
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body)]));
};

/** A reader knows no person but themselves. */
const people: Look = async (sql, _reader, ids) => {
  const rows: RowsById = new Map();
  for (const id of ids) {
    const person = await findPerson(sql, id);
    if (person !== null) rows.set(id, ownView(person));
  }
  return rows;
};

/** Those who answer for something; who does not, or no longer, is null to everybody. */
const colleagues: Look = async (sql, _reader, ids) => {
  const rows: RowsById = new Map();
  for (const id of ids) {
    const person = await findPerson(sql, id);
    const colleague = person === null ? null : await colleagueView(sql, person);
    if (colleague !== null) rows.set(id, colleague);
  }
  return rows;
};

type ClipJoin = {
  id: string;
  topic_id: string;
  submitter_id: string;
  submitter_name: string;
  address_key: string | null;
  body: string;
  received_at: number;
};

const clips: Look = async (sql, reader, ids) => {
  const rows = await allInChunks<ClipJoin>(
    sql,
    `SELECT clip.id, clip.topic_id, clip.submitter_id, person.name AS submitter_name, clip.address_key, clip.body,
       clip.received_at
     FROM clip JOIN person ON person.id = clip.submitter_id
     WHERE clip.id IN (${CHUNK_PLACEHOLDERS}) AND clip.body IS NOT NULL AND ${reader.seesClip}`,
    ids,
    ...reader.seesValues,
  );
  return new Map(rows.map((row) => [row.id, toClipRow(row)]));
};

/** What was parsed when it came in is not parsed again when it goes out. */
const toClipRow = (row: ClipJoin): ClipRow => ({
  clip: JSON.parse(row.body) as Clip,
  topicId: row.topic_id,
  submitter: { id: row.submitter_id, name: row.submitter_name },
  addressKey: row.address_key ?? '',
  receivedAt: row.received_at,
});

const topics: Look = async (sql, reader, ids) => {
  const rows = await allInChunks<TopicColumns & { embargoed: number }>(
    sql,
    `SELECT ${TOPIC_COLUMNS}, topic.embargoed FROM topic ${TOPIC_JOINS}
     WHERE topic.id IN (${CHUNK_PLACEHOLDERS}) AND ${reader.seesTopic}`,
    ids,
    ...reader.seesValues,
  );
  const found = rows.map(({ id }) => id);
  const decisions = await decisionsOf(sql, found);
  const merged = await mergedInto(sql, found);
  // What only supporters are told stands on few topics: of nearly all of them nobody has to ask.
  const marked = rows.filter((row) => row.clearance_state !== null).map(({ id }) => id);
  const supported = reader.asksForSupport ? await supportedBy(sql, reader, marked) : new Set<string>();
  return new Map(
    rows.map((row): [string, Topic] => {
      const topic = toTopic(row, decisions.get(row.id) ?? [], merged.get(row.id) ?? []);
      return [row.id, reader.shows(topic, { isSupported: supported.has(row.id), isEmbargoed: row.embargoed === 1 })];
    }),
  );
};

/** Those of these topics that hold a clip of the reader's. */
async function supportedBy(sql: Sql, { seesValues }: Reader, topicIds: readonly string[]): Promise<Set<string>> {
  const rows = await allInChunks<{ topic_id: string }>(
    sql,
    `SELECT DISTINCT topic_id FROM clip
     WHERE topic_id IN (${CHUNK_PLACEHOLDERS}) AND body IS NOT NULL AND submitter_id = ${AFTER_CHUNK}`,
    topicIds,
    ...seesValues,
  );
  return new Set(rows.map(({ topic_id }) => topic_id));
}

/** For each topic those that were merged into it. */
async function mergedInto(sql: Sql, topicIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await allInChunks<{ id: string; merged_into: string }>(
    sql,
    `SELECT id, merged_into FROM topic WHERE merged_into IN (${CHUNK_PLACEHOLDERS}) ORDER BY id`,
    topicIds,
  );
  const groups = Map.groupBy(rows, (row) => row.merged_into);
  return new Map([...groups].map(([into, sources]) => [into, sources.map(({ id }) => id)]));
}

async function decisionsOf(sql: Sql, topicIds: readonly string[]): Promise<Map<string, DecisionColumns[]>> {
  const rows = await allInChunks<DecisionColumns>(
    sql,
    `SELECT ${DECISION_COLUMNS} FROM decision LEFT JOIN person AS actor ON actor.id = decision.actor_id
     WHERE decision.topic_id IN (${CHUNK_PLACEHOLDERS}) ORDER BY decision.topic_id, decision.ordinal`,
    topicIds,
  );
  return Map.groupBy(rows, (row) => row.topic_id);
}

type AddressJoin = {
  key: string;
  topic_id: string;
  state: State;
  state_since: number;
  supporter_count: number;
  embargoed: number;
};

const addresses: Look = async (sql, reader, keys) => {
  const rows = await allInChunks<AddressJoin>(
    sql,
    `SELECT address.key, address.topic_id, topic.state, topic.state_since, topic.supporter_count, topic.embargoed
     FROM address JOIN topic ON topic.id = address.topic_id WHERE address.key IN (${CHUNK_PLACEHOLDERS})`,
    keys,
  );
  // The state is public, so it has to wait as it does on the topic.
  if (reader.hidesEmbargoed) for (const row of rows) if (row.embargoed === 1) row.state = 'in_work';
  const early = rows.filter((row) => row.state === 'declined' && row.state_since > reader.quietSince);
  for (const row of early) {
    const topic = await findTopic(sql, row.topic_id);
    if (topic === null) continue;
    const shown = reader.shows(topic, { isSupported: false, isEmbargoed: false });
    row.state = shown.state;
    row.state_since = shown.stateSince;
  }
  return new Map(rows.map((row): [string, AddressRow] => [row.key, toAddressRow(row)]));
};

const toAddressRow = (row: AddressJoin): AddressRow => ({
  key: row.key,
  topicId: row.topic_id,
  state: row.state,
  stateSince: row.state_since,
  supporterCount: row.supporter_count,
});

export const LOOKS: Record<ChangeKind, Look> = {
  assignment: assignments,
  absence: absences,
  timeBudget: timeBudgets,
  person: people,
  department: strategy('department'),
  audience: strategy('audience'),
  goal: strategy('goal'),
  channel: strategy('channel'),
  deskRules: strategy('deskRules'),
  siteProfile: strategy('siteProfile'),
  rule: strategy('rule'),
  acknowledgement: acknowledgements,
  colleague: colleagues,
  clip: clips,
  topic: topics,
  note: notes,
  question: questions,
  publication: publications,
  result: results,
  share: shares,
  thanks,
  consent: consents,
  claim: claims,
  clearance: clearances,
  savedView: savedViews,
  rejection: rejections,
  address: addresses,
};

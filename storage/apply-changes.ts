/** What a page of a pull says of topics, clips, addresses and all else, brought into the tables. Inside the transaction of the page. */
import type { Table } from 'dexie';
import type { Change } from '../protocol/pull.ts';
import type { Topic } from '../protocol/topic.ts';
import { forgetAddresses, keepAddresses } from './addresses.ts';
import type { AccountDatabase, PULLED } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { type Leaving, leaving, packing, packTopics, takeOut } from './pack-topics.ts';
import { marked, type StoredClip } from './rows.ts';
import { forgetClip } from './send-again.ts';
import { moveCounts } from './topic-counts.ts';
import type { PackedTopic } from './topic-packs.ts';

/** Kinds whose rows are kept as they come, and where. */
const TABLES = {
  department: 'departments',
  audience: 'audiences',
  goal: 'goals',
  channel: 'channels',
  deskRules: 'deskRules',
  siteProfile: 'siteProfiles',
  colleague: 'colleagues',
  note: 'notes',
  question: 'questions',
  publication: 'publications',
  result: 'results',
  share: 'shares',
  thanks: 'thanks',
  consent: 'consents',
  assignment: 'assignments',
  absence: 'absences',
  timeBudget: 'timeBudgets',
  claim: 'claims',
  clearance: 'clearances',
  savedView: 'savedViews',
  rejection: 'rejections',
  rule: 'rules',
  acknowledgement: 'acknowledgements',
} as const satisfies Partial<Record<Change['kind'], (typeof PULLED)[number]>>;
const SIMPLE = Object.keys(TABLES) as (keyof typeof TABLES)[];

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

const isSimple = (kind: Change['kind']): kind is keyof typeof TABLES => kind in TABLES;

/** Tables of the page whose rows are kept as they come. */
export const simpleTables = (db: AccountDatabase, changes: readonly Change[]): Table[] => {
  const names = new Set(changes.flatMap(({ kind }) => (isSimple(kind) ? [TABLES[kind]] : [])));
  return [...names].map((name): Table => db.table(name));
};

export const ofKind = <K extends Change['kind']>(changes: readonly Change[], kind: K) =>
  changes.filter((change): change is ChangeOf<K> => change.kind === kind);
const rowsOf = <R>(list: readonly { row: R | null }[]): R[] => list.flatMap(({ row }) => (row === null ? [] : [row]));
export const hasOneOf = (changes: readonly Change[], kind: Change['kind'], ids: ReadonlySet<string>): boolean =>
  ofKind(changes, kind).some(({ id }) => ids.has(id));
const goneOf = (list: readonly { id: string; row: unknown }[]): string[] =>
  list.flatMap(({ id, row }) => (row === null ? [id] : []));

/**
 * Rows as they stood before a page: where topics were counted, and whose cards said something of clips and questions (`topicIds`);
 * the ids of all topics and clips of it that are here; and those of them that are in packs.
 */
export type Before = { topics: Topic[]; topicIds: string[]; ids: ReadonlySet<string>; packed: Leaving };
export const NOTHING: Before = { topics: [], topicIds: [], ids: new Set(), packed: { topics: [], left: [] } };

/** @param mayBeHere of all others nothing is asked */
export async function readBefore(
  db: AccountDatabase,
  changes: readonly Change[],
  mayBeHere: (id: string) => boolean,
): Promise<Before> {
  const idsOf = (kind: Change['kind']) =>
    ofKind(changes, kind)
      .map(({ id }) => id)
      .filter(mayBeHere);
  const [topicIds, clipIds] = [idsOf('topic'), idsOf('clip')];
  const [topics, clips, questions, packed] = await Promise.all([
    bulkGet(db.topics, topicIds),
    bulkGet(db.clips, clipIds),
    bulkGet(db.questions, idsOf('question')),
    leaving(db, [...topicIds, ...clipIds]),
  ]);
  const changed = new Set(topicIds);
  const held = [...topics, ...packed.topics.map(({ topic }) => topic)];
  const heldClips = [...clips, ...packed.topics.flatMap((one) => one.clips)];
  return {
    topics: held.filter(({ id }) => changed.has(id)),
    ids: new Set([...held.map(({ id }) => id), ...heldClips.map(({ clip }) => clip.id)]),
    topicIds: [
      ...[...clips, ...questions].map(({ topicId }) => topicId),
      ...packed.topics.map(({ topic }) => topic.id),
    ],
    packed,
  };
}

/** Every question that is put to the engine costs. */
export async function bulkGet<R>(
  table: { bulkGet(ids: string[]): PromiseLike<(R | undefined)[]> },
  ids: readonly string[],
): Promise<R[]> {
  if (ids.length === 0) return [];
  return (await table.bulkGet([...ids])).filter((row) => row !== undefined);
}

/** The topics whose cards have something of what changed. */
export const concerned = (changes: readonly Change[], before: Before): string[] => [
  ...before.topicIds,
  ...ofKind(changes, 'topic').map(({ id }) => id),
  ...[...rowsOf(ofKind(changes, 'clip')), ...rowsOf(ofKind(changes, 'question'))].map(({ topicId }) => topicId),
];

/** `packsTopics`: those that were not here, if they are many. `packsAddresses`: none of the page is here. */
type First = { packsTopics: boolean; packsAddresses: boolean };

export async function applyChanges(
  db: AccountDatabase,
  changes: readonly Change[],
  before: Before,
  { packsTopics, packsAddresses }: First,
): Promise<void> {
  const [topics, clips, addresses] = [ofKind(changes, 'topic'), ofKind(changes, 'clip'), ofKind(changes, 'address')];
  const stays = unsaid(before.packed.topics, changes);
  // The queue tells nobody of anybody but themselves [VI1].
  const [person] = rowsOf(ofKind(changes, 'person'));
  await Promise.all([
    ...(person === undefined ? [] : [writeMeta(db, 'person', person)]),
    moveCounts(db, before.topics, rowsOf(topics)),
    takeOut(db, before.packed),
    putTopics(
      db,
      [...rowsOf(topics), ...stays.topics],
      [...rowsOf(clips), ...stays.clips],
      (id) => packsTopics && !before.ids.has(id),
    ),
    putAndDelete<Topic>(db.table('topics'), [], goneOf(topics)),
    ...goneOf(clips).map((id) => forgetClip(db, id)),
    keepAddresses(db, rowsOf(addresses), packsAddresses),
    forgetAddresses(db, goneOf(addresses)),
    ...SIMPLE.map((kind) => {
      const list: readonly { id: string; row: unknown }[] = ofKind(changes, kind);
      return putAndDelete(db.table(TABLES[kind]), rowsOf(list), goneOf(list));
    }),
  ]);
}

/** Of what was taken out of packs that of which the page says nothing. */
function unsaid(packed: readonly PackedTopic[], changes: readonly Change[]): { topics: Topic[]; clips: StoredClip[] } {
  const said = (kind: Change['kind']) => new Set(ofKind(changes, kind).map(({ id }) => id));
  const [topicIds, clipIds] = [said('topic'), said('clip')];
  return {
    topics: packed.map(({ topic }) => topic).filter(({ id }) => !topicIds.has(id)),
    clips: packed.flatMap(({ clips }) => clips).filter(({ clip }) => !clipIds.has(clip.id)),
  };
}

async function putTopics(
  db: AccountDatabase,
  topics: readonly Topic[],
  clips: readonly StoredClip[],
  mayPack: (id: string) => boolean,
): Promise<void> {
  const packable = topics.filter(({ id }) => mayPack(id));
  const places = packable.length < packing.least ? [] : packable.map((topic) => ({ topic, clips: [] as StoredClip[] }));
  const placeOf = new Map(places.map((place) => [place.topic.id, place]));
  const rows = clips.length === 0 ? [] : await markedClips(db, clips);
  const others = rows.filter((row) => {
    // Own clips are found by indexes of their own.
    const place = row.own === undefined && mayPack(row.clip.id) ? placeOf.get(row.topicId) : undefined;
    place?.clips.push(row);
    return place === undefined;
  });
  await Promise.all([
    places.length > 0 && packTopics(db, places),
    putAndDelete<Topic>(
      db.table('topics'),
      topics.filter(({ id }) => !placeOf.has(id)),
      [],
    ),
    putAndDelete<StoredClip>(db.clips, others, []),
  ]);
}

async function markedClips(db: AccountDatabase, clips: readonly StoredClip[]): Promise<StoredClip[]> {
  const { id } = await readMeta(db, 'person');
  return clips.map((row) => marked(row, id));
}

/** Nothing is asked of a table of which the page says nothing: every question that is put to the engine costs. */
async function putAndDelete<R>(table: Table<R, string>, rows: readonly R[], gone: readonly string[]): Promise<void> {
  if (rows.length > 0) await table.bulkPut(rows);
  if (gone.length > 0) await table.bulkDelete([...gone]);
}

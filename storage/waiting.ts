/** The waiting entries with what is needed to see rows as they will stand (ST2). */
import { Dexie, type Table, type Transaction } from 'dexie';
import { clipWithWaiting, type Known, topicWithWaiting } from '../desk/waiting.ts';
import { NO_CLEARANCE } from '../desk/waiting-clearances.ts';
import { clearanceSchema } from '../protocol/clearance.ts';
import { DEFAULT_DESK_RULES, type DeskRules, deskRulesSchema } from '../protocol/desk-rules.ts';
import type { Action } from '../protocol/mutation.ts';
import { colleagueSchema, type Person, type PersonRef } from '../protocol/person.ts';
import { publicationSchema } from '../protocol/publication.ts';
import { questionSchema } from '../protocol/question.ts';
import { type Goal, goalSchema } from '../protocol/strategy.ts';
import type { Topic } from '../protocol/topic.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { outboxEntries } from './outbox.ts';
import { type OutboxEntry, outboxEntrySchema, type StoredClip } from './rows.ts';
import { sound } from './sound.ts';
import { topicTables } from './topic-packs.ts';
import { NO_MERGES, readMerges, type WaitingMerges, withMerges } from './waiting-merges.ts';

export type Waiting = Known & {
  person: Person;
  /** Whose effect no pulled row shows yet, in their order. */
  entries: readonly OutboxEntry[];
  /** The same by the topic that they are about: after a decision on many, each looks at its own only. */
  byTopic: ReadonlyMap<string, readonly OutboxEntry[]>;
  /** What waiting decisions move between topics. */
  merges: WaitingMerges;
  /** Numbers above this one were not acknowledged. */
  settledThrough: number;
};

/** The tables that `readWaiting` reads; a transaction that calls it has to cover them. */
export const waitingTables = (db: AccountDatabase): Table[] => [
  db.outbox,
  ...topicTables(db),
  db.meta,
  db.deskRules,
  db.colleagues,
  db.questions,
  db.clearances,
  db.goals,
  db.publications,
];

export const clipIdOf = (action: Action): string | null => {
  if (action.name === 'saveClip') return action.clip.id;
  return action.name === 'editClip' || action.name === 'withdrawClip' ? action.clipId : null;
};

/** How the desk works, as the queue told this device; the usual hours where the company said nothing. */
export async function deskRules(db: AccountDatabase): Promise<DeskRules> {
  const [rules] = sound('deskRules', deskRulesSchema, [await db.deskRules.get('desk')]);
  return rules ?? DEFAULT_DESK_RULES;
}

const ofTransaction = new WeakMap<Transaction, Promise<Waiting>>();

/**
 * Reads the `waitingTables`, in the transaction that the caller stands in if there is one. It opens none of its
 * own: in a live query that asks for more afterwards the rest was never answered. In a transaction that only reads
 * nothing can change: there it is read once, whoever asks.
 */
export function readWaiting(db: AccountDatabase): Promise<Waiting> {
  const transaction: Transaction | null | undefined = Dexie.currentTransaction;
  if (transaction == null || transaction.mode !== 'readonly') return read(db);
  const known = ofTransaction.get(transaction);
  if (known !== undefined) return known;
  const reading = read(db);
  ofTransaction.set(transaction, reading);
  return reading;
}

async function read(db: AccountDatabase): Promise<Waiting> {
  const [person, { through }, outbox, rules] = await Promise.all([
    readMeta(db, 'person'),
    readMeta(db, 'settled'),
    outboxEntries(db),
    deskRules(db),
  ]);
  const entries = sound('outbox', outboxEntrySchema, outbox);
  const clipIds = [...new Set(entries.map(({ action }) => clipIdOf(action)))].filter((id) => id !== null);
  const found = clipIds.length === 0 ? [] : await db.clips.bulkGet(clipIds);
  const rows = found.filter((row) => row !== undefined);
  const topicOf = new Map(rows.map((row) => [row.clip.id, row.topicId]));
  const pulled = new Set(rows.filter((row) => row.receivedAt !== null).map((row) => row.clip.id));
  const topicOfClip = (clipId: string) => topicOf.get(clipId) ?? null;
  const { questionsAbout, topicOfQuestion } = await readQuestions(db, entries);
  // The topic that came with a pulled clip counts its supporter already.
  const unseen = entries.filter(({ action }) => action.name !== 'saveClip' || !pulled.has(action.clip.id));
  const byTopic = new Map<string, OutboxEntry[]>();
  const put = (topicId: string, entry: OutboxEntry) => {
    const others = byTopic.get(topicId);
    if (others === undefined) byTopic.set(topicId, [entry]);
    else others.push(entry);
  };
  for (const entry of unseen) {
    const topicId = topicIdOf(entry.action, topicOfClip, topicOfQuestion);
    if (topicId !== null) put(topicId, entry);
  }
  const colleagues = await namedColleagues(db, unseen, person);
  const goals = await goalsForWork(db, unseen);
  const supported = await supportedTopics(db, unseen, rows, person.id);
  const known: Known = {
    rules,
    topicOf: topicOfClip,
    goal: (id) => goals.find((goal) => goal.id === id) ?? null,
    supports: (topicId) => supported.has(topicId),
    colleague: (id) => colleagues.get(id) ?? null,
    questionsAbout,
    publicationsOf: await readPublications(db, unseen),
    clearanceOf: await readClearances(db, unseen),
  };
  const merges = await readMerges(
    db,
    unseen,
    (row) => topicWithWaiting(row.id, row, byTopic.get(row.id) ?? [], person, known) ?? row,
  );
  // A merge is about the topic at its other end too.
  for (const ends of [merges.taken, merges.left])
    for (const [topicId, moves] of ends)
      for (const { before } of moves)
        for (const entry of byTopic.get(before.id) ?? []) if (entry.action.name === 'decide') put(topicId, entry);
  return { ...known, person, entries: unseen, byTopic, merges, settledThrough: through };
}

/** Of the topics that waiting clips join, those that have another clip of this person's: the queue counts nobody twice. */
async function supportedTopics(
  db: AccountDatabase,
  entries: readonly OutboxEntry[],
  rows: readonly StoredClip[],
  personId: string,
): Promise<Set<string>> {
  const saved = new Set(entries.flatMap(({ action }) => (action.name === 'saveClip' ? [action.clip.id] : [])));
  const topicIds = new Set(rows.flatMap(({ clip, topicId }) => (saved.has(clip.id) ? [topicId] : [])));
  if (topicIds.size === 0) return topicIds;
  const held = await Promise.all([...topicIds].map((id) => clipsOf(db, [id])));
  const others = held
    .flat()
    .filter(
      ({ clip, submitter, receivedAt }) => submitter.id === personId && receivedAt !== null && !saved.has(clip.id),
    );
  return new Set(others.filter(({ clip }) => clipWithWaiting(clip, entries) !== null).map(({ topicId }) => topicId));
}

const questionIdOf = (action: Action): string | null =>
  action.name === 'answerQuestion' || action.name === 'withdrawQuestion' ? action.questionId : null;

/** The pulled questions of the topics that waiting entries ask about, and the topic of each question that they name. */
async function readQuestions(db: AccountDatabase, entries: readonly OutboxEntry[]) {
  const topicOf = new Map<string, string>();
  for (const { action } of entries)
    if (action.name === 'askQuestion') topicOf.set(action.question.id, action.question.topicId);
  const named = entries.map(({ action }) => questionIdOf(action)).filter((id) => id !== null);
  const found = named.length === 0 ? [] : await db.questions.bulkGet(named);
  for (const row of found) if (row !== undefined) topicOf.set(row.id, row.topicId);
  const topicIds = [...new Set(topicOf.values())];
  const rows = topicIds.length === 0 ? [] : await db.questions.where('topicId').anyOf(topicIds).toArray();
  const sorted = sound('questions', questionSchema, rows);
  const byTopic = new Map(topicIds.map((topicId) => [topicId, sorted.filter((row) => row.topicId === topicId)]));
  return {
    questionsAbout: (topicId: string) => byTopic.get(topicId) ?? [],
    topicOfQuestion: (questionId: string) => topicOf.get(questionId) ?? null,
  };
}

/** [PB2] What is planned is asked for where a topic is called published, and there alone. */
async function readPublications(
  db: AccountDatabase,
  entries: readonly OutboxEntry[],
): Promise<Known['publicationsOf']> {
  const topicIds = entries.flatMap(({ action }) =>
    action.name === 'decide' && action.decision.to === 'published' ? [action.decision.topicId] : [],
  );
  const rows = topicIds.length === 0 ? [] : await db.publications.where('topicId').anyOf(topicIds).toArray();
  const held = sound('publications', publicationSchema, rows);
  return (topicId) => held.filter((publication) => publication.topicId === topicId);
}

/** The pulled clearances that waiting entries ask for or decide, with who suggested their topics as far as that is held here. */
async function readClearances(db: AccountDatabase, entries: readonly OutboxEntry[]): Promise<Known['clearanceOf']> {
  const topicIds = [...new Set(entries.flatMap(({ action }) => clearanceTopic(action) ?? []))];
  const held = new Map<string, ReturnType<Known['clearanceOf']>>();
  for (const topicId of topicIds) {
    const [row] = sound('clearances', clearanceSchema, [await db.clearances.get(topicId)]);
    const clips = await clipsOf(db, [topicId]);
    held.set(topicId, { ...(row ?? NO_CLEARANCE), submitterIds: new Set(clips.map(({ submitter }) => submitter.id)) });
  }
  return (topicId) => held.get(topicId) ?? { ...NO_CLEARANCE, submitterIds: new Set() };
}

/** The topic whose clearance an action asks for or decides. */
const clearanceTopic = (action: Action): string | null => {
  if (action.name === 'askClearance') return action.ask.topicId;
  return action.name === 'decideClearance' ? action.verdict.topicId : null;
};

/** Those whom waiting entries name, and the person themselves. */
async function namedColleagues(
  db: AccountDatabase,
  entries: readonly OutboxEntry[],
  { id, name }: Person,
): Promise<Map<string, PersonRef>> {
  const ids = entries.flatMap(({ action }) => (action.name === 'editTopic' ? (action.changes.leadId ?? []) : []));
  const found = ids.length === 0 ? [] : await db.colleagues.bulkGet([...new Set(ids)]);
  const rows = sound('colleagues', colleagueSchema, found);
  const known = rows.map((row): [string, PersonRef] => [row.id, { id: row.id, name: row.name }]);
  return new Map([[id, { id, name }], ...known]);
}

/** The goal of a topic as this device holds it. Reads one of the `waitingTables`. */
export async function goalOf(db: AccountDatabase, { goalId }: Pick<Topic, 'goalId'>): Promise<Goal | null> {
  if (goalId === null) return null;
  const [goal] = sound('goals', goalSchema, [await db.goals.get(goalId)]);
  return goal ?? null;
}

/** [BR1] Goals are asked for where work begins, and there alone. */
async function goalsForWork(db: AccountDatabase, entries: readonly OutboxEntry[]): Promise<Goal[]> {
  const begins = entries.some(({ action }) => action.name === 'decide' && action.decision.to === 'in_work');
  return begins ? sound('goals', goalSchema, await db.goals.toArray()) : [];
}

/** The topic that an action of the desk names. */
export function namedTopic(action: Action): string | null {
  if (action.name === 'decide') return action.decision.topicId;
  if (action.name === 'editTopic') return action.topicId;
  if (action.name === 'savePublication') return action.publication.topicId;
  if (action.name === 'saveResult') return action.result.topicId;
  if (action.name === 'askQuestion') return action.question.topicId;
  if (action.name === 'askAssignment') return action.assignment.topicId;
  if (action.name === 'withdrawNote') return action.topicId;
  if (action.name === 'askClearance' || action.name === 'decideClearance') return clearanceTopic(action);
  return action.name === 'addNote' ? action.note.topicId : null;
}

function topicIdOf(action: Action, topicOf: Waiting['topicOf'], topicOfQuestion: Waiting['topicOf']): string | null {
  const named = namedTopic(action);
  if (named !== null) return named;
  const questionId = questionIdOf(action);
  if (questionId !== null) return topicOfQuestion(questionId);
  const clipId = clipIdOf(action);
  return clipId === null ? null : topicOf(clipId);
}

/** The topics that waiting entries are about. */
export const touchedTopics = (waiting: Waiting): Set<string> => new Set(waiting.byTopic.keys());

export function seenTopic(waiting: Waiting, topicId: string, row: Topic | null): Topic | null {
  const topic = topicWithWaiting(topicId, row, waiting.byTopic.get(topicId) ?? [], waiting.person, waiting);
  if (topic === null || waiting.merges === NO_MERGES) return topic;
  return withMerges(topic, waiting.merges, (clip) => clipWithWaiting(clip, waiting.entries) !== null);
}

/** Whether something about this topic has not reached the queue. */
export const isTopicWaiting = (waiting: Waiting, topicId: string): boolean =>
  waiting.byTopic.get(topicId)?.some(({ number }) => number > waiting.settledThrough) ?? false;

/** The database of one account (VI3): its tables, its versions, and how it is opened. */
import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Absence } from '../protocol/absence.ts';
import type { Assignment } from '../protocol/assignment.ts';
import type { Claim } from '../protocol/claim.ts';
import type { Clearance } from '../protocol/clearance.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Note } from '../protocol/note.ts';
import type { Colleague } from '../protocol/person.ts';
import type { Publication } from '../protocol/publication.ts';
import type { Question } from '../protocol/question.ts';
import type { Result } from '../protocol/result.ts';
import type { Acknowledgement, Rule } from '../protocol/rule.ts';
import type { SavedView } from '../protocol/saved-view.ts';
import type { Consent, Share, Thanks } from '../protocol/sharing.ts';
import type { Rejection } from '../protocol/similar.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import type { Audience, Channel, Department, Goal } from '../protocol/strategy.ts';
import type { TimeBudget } from '../protocol/time-budget.ts';
import type { AddressRow, Topic } from '../protocol/topic.ts';
import type { Account } from './accounts.ts';
import type {
  AddressPack,
  FormDraft,
  Habit,
  OutboxEntry,
  PageText,
  ParkedEntry,
  ReadMark,
  SharedHere,
  StoredClip,
  StoredPicture,
  TopicCards,
  TopicCount,
  TopicPack,
  Upload,
} from './rows.ts';
import { fillClipFields, fillTopicFields, markOwnClips } from './upgrades.ts';

type Tables = {
  clips: Table<StoredClip, string>;
  topics: EntityTable<Topic, 'id'>;
  topicPacks: EntityTable<TopicPack, 'id'>;
  addresses: EntityTable<AddressRow, 'key'>;
  addressPacks: EntityTable<AddressPack, 'id'>;
  departments: EntityTable<Department, 'id'>;
  audiences: EntityTable<Audience, 'id'>;
  goals: EntityTable<Goal, 'id'>;
  channels: EntityTable<Channel, 'id'>;
  deskRules: EntityTable<DeskRules, 'id'>;
  siteProfiles: EntityTable<SiteProfile, 'id'>;
  colleagues: EntityTable<Colleague, 'id'>;
  notes: EntityTable<Note, 'id'>;
  questions: EntityTable<Question, 'id'>;
  publications: EntityTable<Publication, 'id'>;
  assignments: EntityTable<Assignment, 'id'>;
  absences: EntityTable<Absence, 'id'>;
  timeBudgets: EntityTable<TimeBudget, 'id'>;
  claims: EntityTable<Claim, 'topicId'>;
  results: EntityTable<Result, 'id'>;
  shares: EntityTable<Share, 'id'>;
  thanks: EntityTable<Thanks, 'topicId'>;
  consents: EntityTable<Consent, 'personId'>;
  clearances: EntityTable<Clearance, 'topicId'>;
  savedViews: EntityTable<SavedView, 'id'>;
  rejections: EntityTable<Rejection, 'id'>;
  rules: EntityTable<Rule, 'id'>;
  acknowledgements: EntityTable<Acknowledgement, 'id'>;
  topicCounts: EntityTable<TopicCount, 'key'>;
  topicCards: EntityTable<TopicCards, 'bucket'>;
  outbox: EntityTable<OutboxEntry, 'number'>;
  parked: EntityTable<ParkedEntry, 'id'>;
  pageTexts: EntityTable<PageText, 'clipId'>;
  pictures: EntityTable<StoredPicture, 'clipId'>;
  uploads: EntityTable<Upload, 'clipId'>;
  drafts: EntityTable<FormDraft, 'key'>;
  habits: EntityTable<Habit, 'key'>;
  readMarks: EntityTable<ReadMark, 'topicId'>;
  sharedHere: EntityTable<SharedHere, 'key'>;
  meta: EntityTable<{ key: string; value: unknown }, 'key'>;
};
export type AccountDatabase = Dexie & Tables;
/** The tables that only the queue fills; a reset forgets them (PL2). `clips` is partly one of them. */
export const PULLED = [
  'topics',
  'topicPacks',
  'addresses',
  'addressPacks',
  'departments',
  'audiences',
  'goals',
  'channels',
  'deskRules',
  'siteProfiles',
  'colleagues',
  'notes',
  'questions',
  'publications',
  'results',
  'shares',
  'thanks',
  'consents',
  'assignments',
  'absences',
  'timeBudgets',
  'claims',
  'clearances',
  'savedViews',
  'rejections',
  'rules',
  'acknowledgements',
  'topicCounts',
  'topicCards',
] as const;

/** Another IndexedDB than the browser's own: one for each device of a test. */
export type IndexedDb = Required<Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>>;

/**
 * Strict for every transaction: measured, it costs about 1 ms a commit, and a page of 500 pulled
 * rows takes 160. A second, relaxed connection for those would save less than 1 % of a pull and
 * bring two ways to write the same table.
 */
export const DURABILITY = { chromeTransactionDurability: 'strict' } as const;

const databaseName = (accountKey: string): string => `clipdesk:${accountKey}`;

/** Opens at its first use, so that a popup pays nothing for having it at hand. */
export function openDatabase(account: Account, indexedDb?: IndexedDb): AccountDatabase {
  const db = new Dexie(databaseName(account.key), { ...DURABILITY, ...indexedDb }) as AccountDatabase;
  db.version(1).stores({
    clips: 'clip.id, topicId, [submitter.id+clip.capturedAt], [submitter.id+addressKey]',
    topics:
      'id, [state+stateSince], [departmentId+state+stateSince], [goalId+state+stateSince], [kind+state+stateSince]',
    addresses: 'key',
    departments: 'id',
    audiences: 'id',
    goals: 'id',
    topicCounts: 'key',
    outbox: 'number',
    parked: 'id',
    pageTexts: 'clipId',
    pictures: 'clipId, fetchedAt',
    uploads: 'clipId',
    drafts: 'key, keptAt',
    habits: 'key',
    meta: 'key',
  });
  db.version(2).stores({ siteProfiles: 'id' }).upgrade(fillClipFields);
  db.version(3)
    .stores({
      topics:
        'id, [state+stateSince], [departmentId+state+stateSince], [goalId+state+stateSince], [kind+state+stateSince], [state+dueAt], mergedInto',
      channels: 'id',
      deskRules: 'id',
      colleagues: 'id',
      notes: 'id, topicId',
      questions: 'id, topicId, [to.id+state]',
      publications: 'id, topicId, dueAt',
      claims: 'topicId',
      savedViews: 'id',
      readMarks: 'topicId',
    })
    .upgrade(fillTopicFields);
  db.version(4).stores({ topicCards: 'bucket', rejections: 'id, topicId, otherId' });
  db.version(5).stores({ clearances: 'topicId, state' }).upgrade(fillTopicFields);
  db.version(6)
    .stores({ assignments: 'id, topicId, toId', absences: 'id', timeBudgets: 'id, personId' })
    .upgrade(fillTopicFields);
  db.version(7).stores({
    results: 'id, topicId, goalId',
    shares: 'id, publicationId',
    thanks: 'topicId',
    consents: 'personId',
    sharedHere: 'key',
  });
  db.version(8).stores({ rules: 'id', acknowledgements: 'id' });
  db.version(9).stores({ addressPacks: '++id, *keys' });
  // Indexes of `clips` and `topics` were a quarter of what a first pull took: what nobody asks for is in none.
  db.version(10)
    .stores({
      clips:
        'clip.id, topicId, [submitter.id+clip.capturedAt], [submitter.id+addressKey], [own+clip.capturedAt], [own+addressKey]',
    })
    .upgrade(markOwnClips);
  db.version(11).stores({
    clips: 'clip.id, topicId, [own+clip.capturedAt], [own+addressKey]',
    topics: 'id, [state+stateSince]',
  });
  db.version(12).stores({ topicPacks: '++id, *ids, *places' });
  // [OB1] A client is born with its database: whoever loses the database is another client.
  db.on('populate', (transaction) =>
    transaction.table('meta').bulkAdd([
      { key: 'client', value: { clientId: crypto.randomUUID(), nextNumber: 1 } },
      { key: 'person', value: account.person },
      { key: 'epoch', value: account.queue.epoch },
    ]),
  );
  closePolitely(db);
  return db;
}

/**
 * Makes way for a newer version or a deletion elsewhere. After a deletion it stays closed: opening
 * again would create an empty database for an account that has left.
 */
export function closePolitely(db: Dexie): void {
  db.on('versionchange', (event) => {
    db.close({ disableAutoOpen: event.newVersion === null });
    return false;
  });
}

/** A device of a test: an IndexedDB of its own with an account in it. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { addressKey } from '../../desk/address.ts';
import { blankDraft } from '../../protocol/blank-draft.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';
import type { Change, PullResponse } from '../../protocol/pull.ts';
import type { Tokens } from '../../protocol/session.ts';
import type { Account } from '../../storage/accounts.ts';
import { type AccountDatabase, type IndexedDb, openDatabase } from '../../storage/database.ts';
import type { NewClip } from '../../storage/save-clip.ts';
import { submitter } from '../desk/samples.ts';

export const QUEUE = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Nordwerk',
  epoch: '22222222-2222-4222-8222-222222222222',
};
export const OTHER_EPOCH = '33333333-3333-4333-8333-333333333333';

export const newIndexedDb = (): IndexedDb => ({ indexedDB: new IDBFactory(), IDBKeyRange });

/** What a queue gives a device; @param letter so that two differ */
export const tokens = (letter = 'a'): Tokens => ({
  access: letter.repeat(43),
  accessMs: 1_200_000,
  refresh: letter.repeat(65),
});

export const accountOf = (person: Person): Account => ({
  key: `${QUEUE.id}:${person.id}`,
  queueUrl: 'https://queue.example',
  queue: QUEUE,
  person,
  tokens: { access: 'a'.repeat(43), accessUntil: Number.MAX_SAFE_INTEGER, refresh: 'r'.repeat(65) },
  joinedAt: 0,
});

export const newDatabase = (person = submitter, indexedDb = newIndexedDb()): AccountDatabase =>
  openDatabase(accountOf(person), indexedDb);

export const draft = (over: Partial<ClipDraft> = {}): ClipDraft => ({
  ...blankDraft('https://intranet.example/hr/werkstatt'),
  title: 'Neue Ausbildungswerkstatt',
  kind: 'intranet',
  siteName: 'Intranet',
  lang: 'de',
  excerpt: 'Ab Januar lernen 40 Auszubildende an neuen Maschinen.',
  text: 'Der ganze Text der Seite.',
  wordCount: 5,
  ...over,
});

export const newClip = ({ draft: of = draft(), ...over }: Partial<NewClip> = {}): NewClip => ({
  draft: of,
  pageKey: addressKey(of.address, of.canonicalAddress),
  title: 'Neue Ausbildungswerkstatt',
  departmentId: 'hr',
  goalId: null,
  note: '',
  picture: null,
  draftKey: null,
  ...over,
});

export const picture = (bytes = new Uint8Array([1, 2, 3])): NonNullable<NewClip['picture']> => ({
  bytes,
  picture: { hash: 'ab'.repeat(32), type: 'image/webp', width: 640, height: 400, bytes: bytes.length, alt: '' },
});

/** A page of a pull as the queue would answer. */
export const page = (changes: Change[], over: Partial<PullResponse> & { seq?: number; epoch?: string } = {}) => {
  const { seq = 1, epoch = QUEUE.epoch, ...rest } = over;
  return { reset: false, more: false, cursor: { epoch, seq, view: 'own' }, changes, ...rest } satisfies PullResponse;
};

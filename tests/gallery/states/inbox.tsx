/** The inbox with what its lists hold and what it says. */
import { TopicResults } from '../../../components/results/topic-results.tsx';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';
import { ABSENCES, OF_TOPIC, WEEKS } from '../samples/assignments.ts';
import { ARABIC, ENDLESS, HARBOUR, REPORT, uuid, WIND } from '../samples/clips.ts';
import { NOW, PEOPLE } from '../samples/company.ts';
import {
  ACCEPTED,
  BIKES,
  BRIEFED,
  DECLINED,
  detail,
  FAIR,
  HARBOUR_DETAIL,
  HARBOUR_TOPIC,
  HELD,
  LATE,
  MANY,
  NOTED,
  NOTES,
  PUBLISHED,
  picked,
  RESULT,
  ROWS,
  row,
  SHIFT,
  UNREAD,
  WITH_CLEARANCES,
} from '../samples/desk.ts';
import { FINDING } from '../samples/finding.ts';
import { PICTURES } from '../samples/pictures.ts';
import { topicOf } from '../samples/topics.ts';
import { INBOX_PANELS } from './inbox-panels.tsx';
import { BASE, show } from './inbox-screen.tsx';

const nothing = () => {};

export const INBOX = {
  ...INBOX_PANELS,
  loading: show({ rows: null, total: null, topic: null, selectedId: null }),
  ready: show(),
  open: show({ open: true }),
  'nothing-selected': show({ topic: null, selectedId: null }),
  empty: show({ rows: [], total: 0, topic: null, selectedId: null, counts: {} }),
  'empty-filter': show({
    rows: [],
    total: 0,
    topic: null,
    selectedId: null,
    filter: { ...BASE.filter, departmentIds: ['it'], text: 'Server' },
  }),
  'empty-search': show({
    rows: [],
    total: 0,
    topic: null,
    selectedId: null,
    filter: { ...BASE.filter, text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung' },
    finding: { ...FINDING, viewKey: null },
  }),
  found: show({
    filter: { ...EVERYTHING, text: 'hafen', departmentIds: ['it'], kinds: ['news', 'wiki'], overdue: true },
    total: 2,
    rows: ROWS.slice(0, 2),
    finding: {
      ...FINDING,
      archive: {
        kind: 'found',
        topics: [DECLINED, HARBOUR_TOPIC],
        total: { count: 1000, more: true },
        more: true,
      },
    },
  }),
  'found-offline': show({
    filter: { ...EVERYTHING, text: 'hafen' },
    finding: { ...FINDING, archive: { kind: 'offline' } },
  }),
  'found-failed': show({
    filter: { ...EVERYTHING, states: ['new'], text: 'hafen' },
    rows: [],
    total: 0,
    finding: { ...FINDING, archive: { kind: 'failed' } },
  }),
  'from-archive': show({
    topic: detail(DECLINED, [[REPORT, PEOPLE.sofia, null]]),
    selectedId: REPORT.id,
    finding: { ...FINDING, viewKey: 'mine', fromArchive: true },
  }),
  results: show({
    topic: detail(PUBLISHED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderQuestions: () => (
      <TopicResults
        own={[RESULT]}
        lessons={[
          { ...RESULT, id: uuid(641), topicId: WIND.id, lesson: 'Bilder von Menschen wirken besser als Technik.' },
        ]}
        similarIds={[WIND.id]}
        titleOf={() => WIND.title}
        onOpen={nothing}
      />
    ),
  }),
  briefed: show({ topic: detail(BRIEFED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  assignments: show({
    topic: detail(BRIEFED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    assignments: OF_TOPIC,
    absences: ABSENCES,
  }),
  load: show({ load: WEEKS }),
  noted: show({ notes: NOTES, topic: detail(NOTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  overdue: show({
    overdue: [SHIFT.id, BIKES.id],
    rows: ROWS.map((entry, at) => (at < 2 ? { ...entry, topic: { ...entry.topic, ...LATE[at] } } : entry)),
    selectedId: SHIFT.id,
    topic: detail({ ...topicOf(SHIFT, [], 2), ...LATE[0] }, [[SHIFT, PEOPLE.mira, PICTURES.people]]),
  }),
  unread: show({ rows: UNREAD }),
  'row-clearances': show({ rows: WITH_CLEARANCES }),
  picked: show({ rows: UNREAD, picked: picked(...ROWS.slice(1, 4)) }),
  'picked-all': show({ picked: picked(...ROWS), total: ROWS.length, open: true }),
  progress: show({ total: 412, more: true, progress: { done: 250, of: 412 } }),
  'left-as-they-were': show({
    leftAsTheyWere: {
      did: 'decided',
      done: 98,
      left: [
        { because: 'conflict', count: 1 },
        { because: 'forbidden_transition', count: 3 },
      ],
    },
  }),
  decided: show({
    acts: [
      { title: WIND.title, count: 1, to: 'held' },
      { title: SHIFT.title, count: 1, to: 'accepted' },
    ],
    canUndo: true,
    arrived: 3,
  }),
  changed: show({ acts: [{ title: HARBOUR.title, count: 1, changed: 'labels' }], canUndo: true }),
  'just-merged': show({ acts: [{ title: SHIFT.title, count: 1, to: 'merged', into: HARBOUR.title }], canUndo: true }),
  'decided-many': show({ acts: [{ title: '', count: 98, to: 'declined' }], canUndo: true }),
  'empty-done': show({ rows: [], total: 0, topic: null, selectedId: null, counts: { accepted: 12 }, decidedCount: 24 }),
  'empty-view': show({
    rows: [],
    total: 0,
    topic: null,
    selectedId: null,
    filter: { ...BASE.filter, states: ['in_work'] },
  }),
  offline: show({ problem: 'offline', unsent: 2, rows: ROWS.map((entry, at) => ({ ...entry, waiting: at < 2 })) }),
  unkept: show({ notKept: [{ topicId: HARBOUR.id, title: HARBOUR.title, count: 1, because: 'storage_full' }] }),
  collision: show({
    collision: {
      topicId: HARBOUR.id,
      title: HARBOUR.title,
      theirs: {
        by: PEOPLE.aylin.name,
        at: NOW - 40_000,
        state: 'held',
        sentence: 'Wir warten auf das Foto der Stadt.',
      },
      mine: { to: 'declined', reason: 'covered', sentence: 'Danke! Das stand im Oktober schon im Magazin.' },
      way: 'decide',
      of: 2,
    },
  }),
  'collision-many': show({
    collision: {
      topicId: HARBOUR.id,
      title: HARBOUR.title,
      theirs: { by: null, at: NOW - 40_000, state: 'accepted', sentence: null },
      mine: null,
      way: null,
      of: 1,
    },
  }),
  merged: show({
    topic: {
      ...HARBOUR_DETAIL,
      merged: { into: topicOf(WIND), from: [topicOf(BIKES), topicOf(ENDLESS)] },
      reused: { of: topicOf(BIKES), by: [topicOf(ENDLESS)] },
      lookedAtBy: PEOPLE.aylin.name,
    },
    rows: ROWS.map((entry, at) => ({ ...entry, lookedAtBy: at === 3 || at === 1 ? PEOPLE.aylin.name : null })),
  }),
  'all-states': show({
    filter: { ...BASE.filter, states: [] },
    rows: [
      row(ACCEPTED, HARBOUR, PICTURES.harbour),
      row(DECLINED, REPORT, null, true),
      row(HELD, FAIR, null),
      ...ROWS.slice(0, 3),
    ],
    topic: detail(ACCEPTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
  }),
  declined: show({
    topic: detail(DECLINED, [[REPORT, PEOPLE.sofia, null]]),
    selectedId: REPORT.id,
    rows: [row(DECLINED, REPORT, null)],
    filter: { ...BASE.filter, states: ['declined'] },
  }),
  long: show({ topic: detail(topicOf(ENDLESS), [[ENDLESS, PEOPLE.mira, null]]), selectedId: ENDLESS.id }),
  arabic: show({ topic: detail(topicOf(ARABIC), [[ARABIC, PEOPLE.mira, PICTURES.people]]), selectedId: ARABIC.id }),
  'keys-off': show({ letterKeys: false }),
  many: show({ rows: MANY, total: MANY.length }),
};

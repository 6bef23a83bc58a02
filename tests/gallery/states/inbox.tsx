import { AskClearancePanel } from '../../../components/clearance/ask-clearance-panel.tsx';
import { ClearanceSection } from '../../../components/clearance/clearance-section.tsx';
import type { InboxScreenProps, Overlay, TopicDetail, TopicRow } from '../../../components/inbox/inbox-props.ts';
import { InboxScreen } from '../../../components/inbox/inbox-screen.tsx';
import { PublishPanel } from '../../../components/inbox/panels/publish-panel.tsx';
import { PageFrame } from '../../../components/page-frame.tsx';
import { EvaluatePanel } from '../../../components/results/evaluate-panel.tsx';
import { TopicResults } from '../../../components/results/topic-results.tsx';
import { markOf } from '../../../desk/clearances.ts';
import { NO_BRIEF } from '../../../protocol/brief.ts';
import { CLEARANCE_STATES } from '../../../protocol/clearance.ts';
import type { Clip } from '../../../protocol/clip.ts';
import type { PersonRef } from '../../../protocol/person.ts';
import type { PublicationInput } from '../../../protocol/publication.ts';
import type { Result } from '../../../protocol/result.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';
import { ABSENCES, OF_TOPIC, WEEKS } from '../samples/assignments.ts';
import { BY_RULE, REFUSED, seen, WITH_CONDITIONS } from '../samples/clearances.ts';
import { ARABIC, clip, ENDLESS, HARBOUR, REPORT, uuid, WIND, WORKSHOP } from '../samples/clips.ts';
import { DAY, HOUR, NOW, PEOPLE, STRATEGY } from '../samples/company.ts';
import { FINDING } from '../samples/finding.ts';
import { PICTURES } from '../samples/pictures.ts';
import { topicOf } from '../samples/topics.ts';

const nothing = () => {};

const row = (topic: Topic, of: Clip, pictureUrl: string | null, waiting = false): TopicRow => ({
  topic,
  siteName: of.siteName,
  pictureUrl,
  waiting,
  reading: 'read',
  muted: false,
  lookedAtBy: null,
});

const detail = (topic: Topic, clips: readonly [Clip, PersonRef, string | null][]): TopicDetail => ({
  topic,
  clips: clips.map(([of, submitter, pictureUrl]) => ({ clip: of, submitter, pictureUrl })),
  waiting: false,
  merged: { into: null, from: [] },
  reused: { of: null, by: [] },
  lookedAtBy: null,
  alike: [],
});

const BIKES = clip(11, {
  title: 'Fahrradwerkstatt in der Mittagspause: reparieren statt warten',
  kind: 'intranet',
  departmentId: 'nachhaltigkeit',
  goalId: 'zusammenhalt',
  capturedAt: NOW - 30 * HOUR,
});
const SHIFT = clip(12, {
  title: 'Nachtschicht hilft Pflegeheim: Notstrom in vierzig Minuten',
  kind: 'intranet',
  departmentId: 'produktion',
  goalId: 'vertrauen',
  capturedAt: NOW - 50 * HOUR,
});
const PATENT = clip(13, {
  title: 'Patent des Jahres geht an das Team Dichtungen',
  kind: 'news',
  siteName: 'Technik Nord',
  departmentId: 'entwicklung',
  goalId: 'zukunft',
  capturedAt: NOW - 6 * HOUR,
});
const FAIR = clip(14, {
  title: 'Hannover Messe: Standplan und Themen',
  kind: 'document',
  siteName: null,
  departmentId: 'vertrieb',
  goalId: null,
  capturedAt: NOW - 5 * DAY,
});

const HARBOUR_TOPIC = topicOf(HARBOUR, [], 3);
const ROWS: TopicRow[] = [
  row(topicOf(SHIFT, [], 2), SHIFT, PICTURES.people),
  row(topicOf(WIND), WIND, PICTURES.wind),
  row(topicOf(BIKES), BIKES, null),
  row(HARBOUR_TOPIC, HARBOUR, PICTURES.harbour),
  row(topicOf(PATENT), PATENT, PICTURES.chart),
  row(topicOf(ARABIC), ARABIC, null),
  row(topicOf(WORKSHOP), WORKSHOP, PICTURES.workshop),
  row(topicOf(ENDLESS), ENDLESS, null),
];
const HARBOUR_DETAIL = detail(HARBOUR_TOPIC, [
  [HARBOUR, PEOPLE.mira, PICTURES.harbour],
  [
    {
      ...HARBOUR,
      id: uuid(31),
      note: 'Meine Tochter hat gefragt, ob Papa das gebaut hat. Ja!',
      quote: null,
      excerpt: '',
      capturedAt: NOW - 9 * HOUR,
    },
    PEOPLE.henrik,
    null,
  ],
]);

const PLANNED: PublicationInput[] = [
  {
    ...{ id: uuid(950), topicId: HARBOUR.id, channelId: 'intranet', state: 'planned', dueAt: NOW - DAY },
    ...{ publishedAt: null, address: null },
  },
];

const BASE: InboxScreenProps = {
  rows: ROWS,
  total: ROWS.length,
  more: false,
  counts: { new: 8, query: 0, held: 3, accepted: 5, in_work: 2, published: 41, evaluated: 12, declined: 17, merged: 4 },
  filter: { ...EVERYTHING, states: ['new'] },
  finding: { ...FINDING, viewKey: 'incoming' },
  strategy: STRATEGY,
  selectedId: HARBOUR.id,
  topic: HARBOUR_DETAIL,
  open: false,
  arrived: 0,
  picked: new Set(),
  acts: [],
  canUndo: false,
  progress: null,
  leftAsTheyWere: null,
  decidedCount: 0,
  recent: [],
  collision: null,
  notKept: [],
  problem: null,
  unsent: 0,
  person: PEOPLE.jonas.name,
  meId: PEOPLE.jonas.id,
  notes: [],
  assignments: [],
  absences: [],
  load: [],
  onGiveAssignment: nothing,
  onCancelAssignment: nothing,
  overdue: [],
  onEditTopic: nothing,
  onAddNote: nothing,
  letterKeys: true,
  onFilter: nothing,
  onSelect: nothing,
  onOpen: nothing,
  onBack: nothing,
  onDecide: nothing,
  onPick: nothing,
  onPickAll: nothing,
  onPickNone: nothing,
  onDecidePicked: nothing,
  onUndoLast: nothing,
  onMarkRead: nothing,
  onMarkPickedRead: nothing,
  onMute: nothing,
  onDismissLeft: nothing,
  onOpenPage: nothing,
  onFindTopics: async () => [],
  onUsed: nothing,
  renderClearance: () => null,
  renderAskClearance: () => null,
  renderQuestions: () => null,
  renderAsk: () => null,
  renderPublish: (place) => (
    <PublishPanel
      {...place}
      clearance={null}
      embargoUntil={null}
      channels={STRATEGY.channels}
      timeZone={STRATEGY.rules.timeZone}
      planned={PLANNED}
      onPublish={nothing}
    />
  ),
  renderEvaluate: (place) => (
    <EvaluatePanel
      {...place}
      goal={STRATEGY.goals.find(({ id }) => id === 'vertrauen') ?? null}
      strategy={STRATEGY}
      appeared={[]}
      onEvaluate={nothing}
    />
  ),
  onShowArrived: nothing,
  onKeepTheirs: nothing,
  onTakeMine: nothing,
  onUnmerge: nothing,
  onTakeOver: nothing,
  onRetry: nothing,
  onDismissNotKept: nothing,
  onMore: nothing,
};

const show =
  (change: Partial<InboxScreenProps> = {}) =>
  () => (
    <PageFrame current="inbox" person={PEOPLE.jonas.name} desk unsent={change.unsent ?? 0} parked={0} onOpen={nothing}>
      <InboxScreen {...BASE} {...change} />
    </PageFrame>
  );

const panel = (initialOverlay: Overlay, change: Partial<InboxScreenProps> = {}) => show({ initialOverlay, ...change });

/** What is picked, and how many more than the rows on the screen. */
const picked = (...rows: TopicRow[]) => new Set(rows.map(({ topic }) => topic.id));
const UNREAD = ROWS.map((entry, at): TopicRow => {
  const reading = at < 3 ? 'unread' : at === 5 ? 'changed' : 'read';
  return { ...entry, reading, muted: at === 6 };
});

const WITH_CLEARANCES = ROWS.map((entry, at): TopicRow => {
  const state = CLEARANCE_STATES[at % CLEARANCE_STATES.length] ?? 'open';
  const clearance = { state, conditions: null, embargoUntil: null };
  return { ...entry, topic: { ...entry.topic, clearance }, waiting: at === 1, reading: at < 4 ? 'changed' : 'read' };
});

const ACCEPTED = topicOf(
  HARBOUR,
  [
    {
      to: 'held',
      by: PEOPLE.aylin,
      ago: 24 * HOUR,
      sentence: 'Spannend! Wir warten auf das Foto der Stadt.',
      holdUntil: NOW - 8 * HOUR,
    },
    { to: 'new', by: null, ago: 8 * HOUR },
    { to: 'accepted', by: PEOPLE.jonas, ago: HOUR, sentence: null },
  ],
  3,
);
const IN_WORK = topicOf(HARBOUR, [
  { to: 'accepted', by: PEOPLE.jonas, ago: DAY },
  { to: 'in_work', by: PEOPLE.jonas, ago: HOUR },
]);
const PUBLISHED = topicOf(HARBOUR, [
  { to: 'accepted', by: PEOPLE.jonas, ago: DAY },
  { to: 'in_work', by: PEOPLE.jonas, ago: 3 * HOUR },
  { to: 'published', by: PEOPLE.jonas, ago: HOUR },
]);
const RESULT: Result = {
  ...{ id: uuid(640), goalId: 'vertrauen', topicId: HARBOUR.id, publicationId: null, value: 63.5, unit: '%' },
  ...{
    measuredAt: NOW - DAY,
    source: 'manual',
    lesson: 'Früher mit der Stadt sprechen.',
    measure: { de: 'Zustimmung' },
  },
  ...{ by: PEOPLE.jonas, changedAt: NOW },
};
const BRIEFED: Topic = {
  ...ACCEPTED,
  brief: {
    ...NO_BRIEF,
    message: 'Aus dem alten Hafen wird Strom für die ganze Stadt.',
    audienceIds: ['nachbarn', 'schule'],
    competition: 'Die Stadtwerke berichten selbst; wir zeigen, wer es gebaut hat.',
    people: 'Foto: Team Bild',
    material: 'Ein Drehtag am Kai',
    effort: 'L',
  },
};
const NOTED: Topic = { ...HARBOUR_TOPIC, labels: ['Messe', 'Bildstrecke'], forMeeting: true };
const NOTES = [
  {
    id: uuid(91),
    topicId: HARBOUR.id,
    text: 'Werkleitung gibt Bescheid, ob wir filmen dürfen.',
    by: PEOPLE.aylin,
    at: NOW - 4 * HOUR,
  },
  { id: uuid(92), topicId: HARBOUR.id, text: 'Dürfen wir. Termin: Dienstag, 9 Uhr.', by: PEOPLE.jonas, at: NOW - HOUR },
];
const LATE = [
  { dueAt: NOW - 3 * DAY, escalation: { level: 'head', person: PEOPLE.sofia, at: NOW - DAY } },
  { dueAt: NOW - 2 * HOUR, escalation: { level: 'duty', person: PEOPLE.jonas, at: NOW - 2 * HOUR } },
] satisfies Partial<Topic>[];
const DECLINED = topicOf(REPORT, [
  {
    to: 'declined',
    by: PEOPLE.jonas,
    ago: 3 * HOUR,
    reason: 'covered',
    sentence: 'Danke! Die Umfrage war im Oktober Titelgeschichte, der Link steht im Intranet.',
  },
]);
const HELD = topicOf(FAIR, [{ to: 'held', by: PEOPLE.jonas, ago: DAY, holdUntil: NOW + 20 * DAY }]);

const MANY: TopicRow[] = Array.from({ length: 10_000 }, (_, n) => {
  const base = ROWS[n % ROWS.length] ?? ROWS[0];
  if (base === undefined) throw new Error('no rows');
  return { ...base, topic: { ...base.topic, id: uuid(0x100000 + n), title: `${n + 1}. ${base.topic.title}` } };
});

export const INBOX = {
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
  decline: panel('decline'),
  hold: panel('hold'),
  'decline-dropped': panel('decline', { topic: detail(ACCEPTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  publish: panel('publish', { topic: detail(IN_WORK, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'publish-no-channels': panel('publish', {
    topic: detail(IN_WORK, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderPublish: (place) => (
      <PublishPanel
        {...place}
        clearance={null}
        embargoUntil={null}
        channels={[]}
        timeZone={STRATEGY.rules.timeZone}
        planned={[]}
        onPublish={nothing}
      />
    ),
  }),
  'ask-clearance-again': panel('clearance', {
    renderAskClearance: (place) => (
      <AskClearancePanel {...place} rules={STRATEGY.rules} standing={WITH_CONDITIONS} onAsk={nothing} />
    ),
  }),
  'ask-clearance-refused': panel('clearance', {
    renderAskClearance: (place) => (
      <AskClearancePanel {...place} rules={STRATEGY.rules} standing={REFUSED} onAsk={nothing} />
    ),
  }),
  'ask-clearance': panel('clearance', {
    renderAskClearance: (place) => (
      <AskClearancePanel {...place} rules={STRATEGY.rules} standing={null} onAsk={nothing} />
    ),
  }),
  'publish-closed': panel('publish', {
    topic: detail({ ...IN_WORK, clearance: markOf(BY_RULE) }, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderClearance: () => <ClearanceSection found={{ view: seen(BY_RULE), mayDrop: false }} onDrop={nothing} />,
    renderPublish: (place) => (
      <PublishPanel
        {...place}
        clearance={markOf(BY_RULE)}
        embargoUntil={null}
        channels={STRATEGY.channels}
        timeZone={STRATEGY.rules.timeZone}
        planned={PLANNED}
        onPublish={nothing}
      />
    ),
  }),
  'publish-refused': panel('publish', {
    topic: detail({ ...IN_WORK, clearance: markOf(REFUSED) }, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderPublish: (place) => (
      <PublishPanel
        {...place}
        clearance={markOf(REFUSED)}
        clearanceSteps={REFUSED.steps}
        embargoUntil={null}
        channels={STRATEGY.channels}
        timeZone={STRATEGY.rules.timeZone}
        planned={PLANNED}
        onPublish={nothing}
      />
    ),
  }),
  evaluate: panel('evaluate', { topic: detail(PUBLISHED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'evaluate-not-measurable': panel('evaluate', {
    topic: detail(PUBLISHED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderEvaluate: (place) => (
      <EvaluatePanel {...place} goal={null} strategy={STRATEGY} appeared={[]} onEvaluate={nothing} />
    ),
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
  assign: panel('lead'),
  department: panel('department'),
  goal: panel('goal'),
  labels: panel('labels', { topic: detail(NOTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  title: panel('title'),
  brief: panel('brief', { topic: detail(BRIEFED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  briefed: show({ topic: detail(BRIEFED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'start-work': panel('startWork', { topic: detail(ACCEPTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'start-work-all': panel('startWork', {
    topic: detail({ ...ACCEPTED, goalId: null, lead: null }, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
  }),
  assignments: show({
    topic: detail(BRIEFED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    assignments: OF_TOPIC,
    absences: ABSENCES,
  }),
  assignment: panel('assignment'),
  load: show({ load: WEEKS }),
  overload: panel('overload', { load: WEEKS }),
  'overload-nowhere': panel('overload', { load: WEEKS.slice(0, 2) }),
  note: panel('note', { notes: NOTES }),
  noted: show({ notes: NOTES, topic: detail(NOTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  overdue: show({
    overdue: [SHIFT.id, BIKES.id],
    rows: ROWS.map((entry, at) => (at < 2 ? { ...entry, topic: { ...entry.topic, ...LATE[at] } } : entry)),
    selectedId: SHIFT.id,
    topic: detail({ ...topicOf(SHIFT, [], 2), ...LATE[0] }, [[SHIFT, PEOPLE.mira, PICTURES.people]]),
  }),
  help: panel('help'),
  palette: panel('palette', { recent: ['hold', 'view:accepted'] }),
  unread: show({ rows: UNREAD }),
  'row-clearances': show({ rows: WITH_CLEARANCES }),
  picked: show({ rows: UNREAD, picked: picked(...ROWS.slice(1, 4)) }),
  'picked-all': show({ picked: picked(...ROWS), total: ROWS.length, open: true }),
  'picked-decline': panel('decline', { picked: picked(...ROWS.slice(1, 4)), total: 412, more: true }),
  'picked-hold': panel('hold', { picked: picked(...ROWS.slice(1, 4)), total: 412 }),
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
  merge: panel('merge', { topic: { ...HARBOUR_DETAIL, alike: [topicOf(WIND), topicOf(SHIFT), topicOf(BIKES)] } }),
  'merge-nothing-alike': panel('merge'),
  'picked-merge': panel('merge', { picked: picked(...ROWS.slice(1, 4)) }),
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

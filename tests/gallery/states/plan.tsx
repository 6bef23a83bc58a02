import type {
  GoalsView,
  PlanItem,
  PlanScreenProps,
  PlanView,
  ResultsFileView,
} from '../../../components/plan/plan-props.ts';
import { PlanScreen } from '../../../components/plan/plan-screen.tsx';
import { markOf } from '../../../desk/clearances.ts';
import { mondayOf, nextMonday, weekNumber } from '../../../desk/weeks.ts';
import type { Clearance } from '../../../protocol/clearance.ts';
import type { Figures } from '../../../protocol/figures.ts';
import type { Publication, PublicationInput } from '../../../protocol/publication.ts';
import type { Result } from '../../../protocol/result.ts';
import type { Channel } from '../../../protocol/strategy.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { UNSAID } from '../../desk/samples.ts';
import { ABSENCES } from '../samples/assignments.ts';
import { BY_RULE, WITH_CONDITIONS } from '../samples/clearances.ts';
import { ENDLESS, HARBOUR, REPORT, uuid, WIND, WORKSHOP } from '../samples/clips.ts';
import { DAY, HOUR, NOW, PEOPLE, STRATEGY } from '../samples/company.ts';
import { topicOf } from '../samples/topics.ts';
import { inFrame } from './pages.tsx';

const nothing = () => {};
const ZONE = STRATEGY.rules.timeZone;

const channel = (id: string, de: string, en: string, slotsPerWeek: number | null): Channel => ({
  id,
  name: { de, en },
  kind: 'intranet',
  ownerId: null,
  audienceIds: [],
  slotsPerWeek,
  leadDays: 2,
  benchmarks: [],
  active: true,
});
const CHANNELS = [
  channel('intranet', 'Intranet', 'Intranet', 2),
  channel('newsletter', 'Belegschafts-Newsletter', 'Staff newsletter', 1),
  channel('linkedin', 'LinkedIn', 'LinkedIn', 3),
  channel('presse', 'Presse', 'Press', null),
];

const weeks: { from: number; number: number }[] = [];
for (let from = mondayOf(NOW, ZONE); weeks.length < 5; from = nextMonday(from, ZONE))
  weeks.push({ from, number: weekNumber(from, ZONE) });

const accepted = (clip: typeof WORKSHOP): Topic =>
  topicOf(clip, [{ to: 'accepted', by: PEOPLE.jonas, ago: 3 * DAY }], 2);

const inWork = (clip: typeof WORKSHOP): Topic =>
  topicOf(clip, [
    { to: 'accepted', by: PEOPLE.jonas, ago: 3 * DAY },
    { to: 'in_work', by: PEOPLE.jonas, ago: 2 * DAY },
  ]);

const item = (at: number, clip: typeof WORKSHOP, over: Partial<Publication>): PlanItem => ({
  publication: {
    id: uuid(900 + at),
    topicId: clip.id,
    channelId: 'intranet',
    state: 'planned',
    dueAt: NOW + at * DAY,
    publishedAt: null,
    address: null,
    ...UNSAID,
    by: PEOPLE.jonas,
    changedAt: NOW,
    ...over,
  },
  topic: over.state === 'published' || clip === HARBOUR ? inWork(clip) : accepted(clip),
  waiting: false,
});

/** The topic's clearance stands so. */
const cleared = (of: PlanItem, clearance: Clearance): PlanItem => ({
  ...of,
  topic: of.topic && { ...of.topic, clearance: markOf(clearance) },
});

const PLAN: PlanView = {
  channels: CHANNELS,
  weeks,
  items: [
    item(-3, WIND, {
      state: 'published',
      publishedAt: NOW - 3 * DAY,
      address: 'https://intranet.nordwerk.example/wind',
    }),
    item(-2, REPORT, {}),
    cleared(item(-1, HARBOUR, {}), BY_RULE),
    cleared(item(4, HARBOUR, { channelId: 'linkedin', state: 'proposed' }), WITH_CONDITIONS),
    { ...item(11, ENDLESS, { channelId: 'newsletter' }), waiting: true },
    { ...item(12, WORKSHOP, { channelId: 'presse' }), topic: null },
  ],
  undated: [accepted(WORKSHOP), accepted(ENDLESS)],
};

const PUBLISHING: PublicationInput = {
  ...{ id: uuid(899), topicId: HARBOUR.id, channelId: 'intranet', state: 'published', dueAt: NOW - DAY },
  ...{ publishedAt: NOW - DAY, address: 'https://intranet.nordwerk.example/hafen' },
};

const FIGURES: Figures = {
  from: NOW - 91 * DAY,
  to: NOW,
  coverage: [
    { departmentId: 'personal', goalId: 'nachwuchs', suggested: 14, accepted: 8, published: 5 },
    { departmentId: 'produktion', goalId: 'nachwuchs', suggested: 3, accepted: 1, published: 0 },
    { departmentId: 'nachhaltigkeit', goalId: 'vertrauen', suggested: 6, accepted: 4, published: 2 },
    { departmentId: 'vertrieb', goalId: 'zukunft', suggested: 21, accepted: 9, published: 7 },
    { departmentId: 'it', goalId: null, suggested: 2, accepted: 0, published: 0 },
  ],
  weeks: Array.from({ length: 13 }, (_, at) => ({
    from: mondayOf(NOW - (12 - at) * 7 * DAY, ZONE),
    suggested: 8 + ((at * 7) % 11),
    accepted: 3 + ((at * 5) % 4),
    held: at % 3,
    declined: 2 + (at % 4),
    merged: at % 2,
    published: 2 + (at % 3),
    minutes: { planned: at < 2 ? null : 720 + at * 60, spent: at < 4 ? null : 600 + at * 60 },
    medianWait: at === 4 ? null : (6 + ((at * 13) % 30)) * HOUR,
  })),
  states: { new: 9, accepted: 7 },
  reasons: { covered: 9, thin: 6, off_goal: 4, no_capacity: 1 },
  ages: [5, 3, 2, 1, 0],
  suggesters: 38,
};

const measured = (at: number, goalId: string, value: number, ago: number, unit: string): Result => ({
  ...{ id: uuid(600 + at), goalId, topicId: WIND.id, publicationId: null, value, unit, measuredAt: NOW - ago * DAY },
  ...{ source: at % 2 === 0 ? 'csv' : 'manual', lesson: null, measure: { de: 'Bewerbungen', en: 'Applications' } },
  ...{ by: PEOPLE.jonas, changedAt: NOW },
});
const GOALS: GoalsView = {
  results: [
    measured(3, 'nachwuchs', 141, 8, 'im Jahr'),
    measured(2, 'nachwuchs', 128, 40, 'im Jahr'),
    measured(1, 'vertrauen', 61.5, 12, '%'),
  ],
  unmeasured: [topicOf(WIND), topicOf(ENDLESS), topicOf(WORKSHOP)].map((topic) => ({ ...topic, goalId: 'vertrauen' })),
  titles: new Map([[WIND.id, WIND.title]]),
};
const FILE: ResultsFileView = {
  unreadable: null,
  ...{ taken: null, notKept: null },
  lines: GOALS.results.map((input, at) => ({
    ...{ line: at + 2, input },
    outcome: (['new', 'changed', 'same'] as const)[at % 3] ?? 'new',
  })),
  faults: [
    { line: 5, fault: 'value_wrong' },
    { line: 6, fault: 'unknown_publication' },
  ],
};

const BASE: PlanScreenProps = {
  tab: 'calendar',
  plan: PLAN,
  agenda: [accepted(HARBOUR), topicOf(WORKSHOP, [], 3), topicOf(WIND)],
  figures: { figures: FIGURES, countedAt: NOW, loading: false, problem: null },
  absences: ABSENCES,
  dutySwap: { allowed: true, busy: false, done: null, problem: null, onSwap: nothing, onUndo: nothing },
  strategy: {
    ...STRATEGY,
    departments: STRATEGY.departments.map((department, at) => ({
      ...department,
      pitchesPerQuarter: at < 3 ? 6 : null,
    })),
    goals: STRATEGY.goals.map((goal) => (goal.id === 'vertrauen' ? { ...goal, departmentIds: ['produktion'] } : goal)),
  },
  draft: null,
  onDraft: nothing,
  notKept: null,
  goals: GOALS,
  resultsFile: null,
  saved: null,
  letterKeys: true,
  onUndoSave: nothing,
  onResultsFile: nothing,
  onImport: nothing,
  onTab: nothing,
  onWeeks: nothing,
  onSave: () => Promise.resolve(true),
  onBegin: nothing,
  onOpenTopic: nothing,
  onReload: nothing,
  onPrint: nothing,
  onRetry: nothing,
  onDismissNotKept: nothing,
};
/** More than fits one sheet of paper, each with a title of its own. */
const LONG_AGENDA = Array.from({ length: 24 }, (_, at): Topic => {
  const clip = at === 3 ? ENDLESS : at % 2 === 0 ? WORKSHOP : HARBOUR;
  const topic = at % 3 === 0 ? accepted(clip) : topicOf(clip, [], 1 + (at % 4));
  return { ...topic, id: uuid(700 + at), title: at === 3 ? topic.title : `${at + 1}/24: ${topic.title}` };
});
const plan = (change: Partial<PlanScreenProps>) => () =>
  inFrame('plan', <PlanScreen {...BASE} {...change} />, { desk: true });
const NONE = { figures: null, countedAt: null };

export const PLAN_STATES = {
  calendar: plan({}),
  'calendar-editing': plan({ draft: { publication: PUBLISHING, title: HARBOUR.title, fresh: false } }),
  'calendar-begin-first': plan({
    draft: {
      publication: { ...PUBLISHING, topicId: WORKSHOP.id, state: 'planned' },
      title: WORKSHOP.title,
      fresh: true,
    },
  }),
  'calendar-loading': plan({ plan: null }),
  'calendar-no-channels': plan({ plan: { ...PLAN, channels: [], items: [], undated: [] } }),
  'calendar-all-placed': plan({ plan: { ...PLAN, undated: [] } }),
  'calendar-sharing': plan({
    draft: {
      publication: {
        ...{ ...PUBLISHING, ownerId: 'jonas', embargoUntil: NOW + DAY, audienceIds: [], shareable: true },
        ...{ networks: ['linkedin', 'copy'], shareTexts: { copy: 'Seht, was im Hafen entsteht.' } },
      },
      title: HARBOUR.title,
      fresh: false,
    },
  }),
  saved: plan({ saved: { title: HARBOUR.title } }),
  goals: plan({ tab: 'goals' }),
  'goals-nothing': plan({ tab: 'goals', goals: { results: [], unmeasured: [], titles: new Map() } }),
  'goals-file': plan({ tab: 'goals', resultsFile: FILE }),
  'goals-file-taken': plan({ tab: 'goals', resultsFile: { ...FILE, taken: 2 } }),
  'goals-file-not-kept': plan({ tab: 'goals', resultsFile: { ...FILE, notKept: 'storage_full' } }),
  'goals-file-unreadable': plan({
    tab: 'goals',
    resultsFile: { unreadable: 'no_columns', lines: [], faults: [], taken: null, notKept: null },
  }),
  'not-kept': plan({ notKept: { title: HARBOUR.title, because: 'storage_full' } }),
  meeting: plan({ tab: 'meeting' }),
  'meeting-long': plan({ tab: 'meeting', agenda: LONG_AGENDA }),
  'meeting-empty': plan({ tab: 'meeting', agenda: [] }),
  coverage: plan({ tab: 'coverage' }),
  'coverage-old': plan({
    tab: 'coverage',
    figures: { figures: FIGURES, countedAt: NOW - 5 * HOUR, loading: false, problem: 'offline' },
  }),
  'coverage-offline': plan({ tab: 'coverage', figures: { ...NONE, loading: false, problem: 'offline' } }),
  'coverage-loading': plan({ tab: 'coverage', figures: { ...NONE, loading: true, problem: null } }),
  flow: plan({ tab: 'flow' }),
  'flow-few-people': plan({
    tab: 'flow',
    figures: { figures: { ...FIGURES, suggesters: null, reasons: {} }, countedAt: NOW, loading: false, problem: null },
  }),
};

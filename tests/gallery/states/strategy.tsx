import type { Strategy } from '../../../components/strategy.ts';
import { BLANK } from '../../../components/strategy-admin/entry-fields.ts';
import type {
  ConfirmView,
  Draft,
  FileView,
  HistoryView,
  KeepingView,
  OpenEntry,
  StrategyScreenProps,
  StrategyTab,
} from '../../../components/strategy-admin/strategy-props.ts';
import { StrategyScreen } from '../../../components/strategy-admin/strategy-screen.tsx';
import { DEFAULT_DESK_RULES } from '../../../protocol/desk-rules.ts';
import type { Goal } from '../../../protocol/strategy.ts';
import { ENTRY_SECTIONS, type EntrySection, type StrategyView } from '../../../protocol/strategy-edit.ts';
import type { EntryChange, StrategyVersion } from '../../../protocol/strategy-history.ts';
import { DAY, HOUR, NOW, PEOPLE, STRATEGY } from '../samples/company.ts';
import { inFrame } from './pages.tsx';

const nothing = () => {};

const [first, ...others] = STRATEGY.goals;
const DRAFT: Goal = { ...(first as Goal), id: 'entwurf', sponsorConfirmedAt: null, state: 'draft' };
const BARE: Goal = { ...DRAFT, id: 'leer', measure: null, target: null, sponsorId: null };
const COMPANY: Strategy = {
  ...STRATEGY,
  departments: STRATEGY.departments.map((department, at) => ({
    ...department,
    contactId: at === 2 ? null : 'h.vogt',
    deputyId: 'a.demir',
    clearerId: 's.lindqvist',
    owes:
      at % 2 === 0
        ? { de: 'Monatlich zwei Geschichten aus den Teams', en: 'Two stories a month from the teams' }
        : null,
    questionHours:
      at === 0
        ? [
            { weekday: 2, from: 600, to: 660 },
            { weekday: 4, from: 840, to: 900 },
          ]
        : [],
  })),
  goals: [...(first === undefined ? [] : [first]), ...others, DRAFT, BARE],
  channels: STRATEGY.channels.map((channel) => ({ ...channel, ownerId: 'a.demir' })),
};

const RULES: StrategyView['rules'] = [
  {
    ...{
      id: 'intranet',
      title: { de: 'Offene Seiten des Intranets', en: 'Open pages of the intranet' },
      text: null,
      version: 1,
    },
    ...{ hosts: ['intranet.nordwerk.example'], paths: ['/aktuelles/**'], departmentIds: [], kinds: [], markings: [] },
    ...{
      personalData: [],
      onlyEmbargo: false,
      onlyUndeclared: false,
      level: 'public',
      effects: [],
      parts: ['excerpt', 'quote', 'picture'],
    },
    acknowledge: false,
  },
  {
    ...{
      id: 'personal',
      title: { de: 'Seiten des Personalbereichs', en: 'Pages of the people department' },
      version: 2,
    },
    text: {
      de: 'Namen und Bilder von Menschen erst nach deren Einverständnis.',
      en: 'Names and pictures of people only once they agreed.',
    },
    ...{ hosts: ['intranet.nordwerk.example'], paths: ['/personal/**'], departmentIds: [], kinds: [], markings: [] },
    ...{
      personalData: ['health'],
      onlyEmbargo: false,
      onlyUndeclared: false,
      level: 'confidential',
      effects: ['strip', 'clearance'],
    },
    ...{ parts: ['excerpt', 'picture'], acknowledge: true },
  },
];
const DESK = {
  ...{ holidays: ['2026-12-24', '2026-12-31'], headId: 'h.vogt', weekMinutes: 600 },
  dutyWeeks: [
    { monday: '2026-11-23', personId: 'h.vogt' },
    { monday: '2026-11-30', personId: 'a.demir' },
  ],
};

const VIEW: StrategyView = {
  version: 12,
  queueName: 'Nordwerk',
  departments: [...COMPANY.departments],
  goals: [...COMPANY.goals],
  audiences: [...COMPANY.audiences],
  channels: [...COMPANY.channels],
  rules: RULES,
  desk: [{ ...DEFAULT_DESK_RULES, ...DESK }],
  people: [
    ...COMPANY.colleagues.map((person) => ({
      ...person,
      roles: [...person.roles],
      account: null,
      source: 'strategy' as const,
    })),
    {
      ...{ id: 'u.brandt', name: 'Ute Brandt', departmentId: null, account: 'ute.brandt@nordwerk.example' },
      ...{ roles: ['submitter' as const], source: 'strategy' as const },
    },
    {
      ...{ id: 'gast', name: 'Gesa Gast', departmentId: null, account: null },
      ...{ roles: ['submitter' as const], source: 'invitation' as const },
    },
  ],
};

const CHANGES: EntryChange[] = [
  {
    ...{ section: 'goals', id: 'nachwuchs', act: 'changed' },
    fields: [
      { path: 'target', before: 160, after: 180 },
      { path: 'sponsorConfirmedAt', before: NOW - 90 * DAY, after: null },
      { path: 'state', before: 'active', after: 'draft' },
    ],
  },
  {
    ...{ section: 'departments', id: 'personal', act: 'changed' },
    fields: [
      { path: 'deputyId', before: null, after: 'a.demir' },
      { path: 'name.en', before: 'HR', after: 'Human Resources' },
    ],
  },
  { section: 'channels', id: 'presse', act: 'added', fields: [] },
  { section: 'people', id: 'former', act: 'removed', fields: [{ path: 'name', before: 'Former Person', after: null }] },
];
const version = (number: number, over: Partial<StrategyVersion>): StrategyVersion => ({
  ...{ number, at: NOW - number * HOUR, by: PEOPLE.sofia, account: null, way: 'edit', changes: CHANGES.slice(0, 1) },
  ...over,
});
const HISTORY: HistoryView = {
  versions: [
    version(1, {}),
    version(2, { way: 'confirmation', by: PEOPLE.mira }),
    version(3, {
      way: 'import',
      changes: [...CHANGES, ...CHANGES.map((change) => ({ ...change, id: `${change.id}-2` }))],
    }),
    version(4, { way: 'command', by: null, account: 'root' }),
  ],
  more: true,
  problem: null,
};

const KEEPING: KeepingView = {
  view: VIEW,
  ...{
    loading: false,
    problem: null,
    open: null,
    unsaved: {},
    saving: false,
    refusals: 0,
    fieldProblems: {},
    faults: [],
  },
  ...{ conflict: null, done: null },
};

const CONFIRM: ConfirmView = {
  goals: [DRAFT, BARE, ...(first === undefined ? [] : [first])],
  busyId: null,
  problem: null,
  done: null,
};
const ALL: readonly StrategyTab[] = ['who', 'confirm', ...ENTRY_SECTIONS, 'history', 'file'];

const BASE: StrategyScreenProps = {
  ...{ tab: 'who', tabs: ALL, strategy: COMPANY, me: PEOPLE.mira, confirm: CONFIRM, keeping: KEEPING },
  ...{ history: HISTORY, file: { step: 'idle' }, fileName: '' },
  ...{ onTab: nothing, onConfirm: nothing, onTakeBack: nothing, onOlder: nothing, onReloadHistory: nothing },
  ...{ onExport: nothing, onPickFile: nothing, onApplyFile: nothing, onCheckAgain: nothing, onReload: nothing },
  ...{ onOpen: nothing, onDraft: nothing, onSave: nothing, onRemove: nothing, onDiscard: nothing, onClose: nothing },
  ...{ onResolve: nothing, onUndo: nothing },
};
const screen = (change: Partial<StrategyScreenProps>) => () =>
  inFrame('strategy', <StrategyScreen {...BASE} {...change} />, { desk: true });
const keeping = (tab: EntrySection, change: Partial<KeepingView>) =>
  screen({ tab, keeping: { ...KEEPING, ...change } });
const file = (view: FileView) => screen({ tab: 'file', file: view });

const open = (section: EntrySection, entry: Draft, draft = entry): OpenEntry => ({
  ...{ section, base: entry, draft, version: 12 },
});
const goalDraft = ({ sponsorConfirmedAt: _, state, ...goal }: Goal): Draft => ({ ...goal, closed: state === 'closed' });
const FIRST = goalDraft(first as Goal);
const at = <T,>(list: readonly T[]): T => list[0] as T;

export const STRATEGY_STATES = {
  who: screen({}),
  'who-reader': screen({ tabs: ['who'] }),
  'who-empty': screen({ strategy: { ...COMPANY, departments: [], goals: [] } }),
  confirm: screen({ tab: 'confirm' }),
  'confirm-nothing': screen({ tab: 'confirm', confirm: { ...CONFIRM, goals: [] } }),
  'confirm-done': screen({ tab: 'confirm', confirm: { ...CONFIRM, done: { act: 'confirmed', goal: first as Goal } } }),
  'confirm-busy': screen({ tab: 'confirm', confirm: { ...CONFIRM, busyId: 'entwurf' } }),
  'confirm-offline': screen({ tab: 'confirm', confirm: { ...CONFIRM, problem: 'offline' } }),
  'confirm-changed': screen({ tab: 'confirm', confirm: { ...CONFIRM, problem: 'changed' } }),
  goals: keeping('goals', {}),
  'goal-open': keeping('goals', { open: open('goals', FIRST) }),
  'goal-draft': keeping('goals', { open: open('goals', goalDraft(BARE)) }),
  'goal-loses-word': keeping('goals', {
    open: open('goals', FIRST, { ...FIRST, target: 220 }),
    unsaved: { goals: ['nachwuchs'] },
  }),
  'goal-faulty': keeping('goals', {
    open: open('goals', FIRST, { ...FIRST, title: {}, periodTo: NOW - 400 * DAY }),
    fieldProblems: { title: 'missing', periodTo: 'period_reversed' },
    faults: [{ path: 'departments.personal.defaultGoalId', line: null, kind: 'not_there', message: '' }],
  }),
  'goal-conflict': keeping('goals', {
    open: open('goals', FIRST, { ...FIRST, target: 220 }),
    conflict: { since: [version(1, {})] },
  }),
  'department-open': keeping('departments', { open: open('departments', at(COMPANY.departments)) }),
  'department-new': keeping('departments', {
    open: { section: 'departments', base: null, draft: BLANK.departments, version: 12 },
  }),
  'channel-open': keeping('channels', {
    open: open('channels', { ...at(COMPANY.channels), benchmarks: ['https://www.example.com/careers'] }),
  }),
  'rule-open': keeping('rules', { open: open('rules', at(VIEW.rules.slice(1))) }),
  'rule-new': keeping('rules', { open: { section: 'rules', base: null, draft: BLANK.rules, version: 12 } }),
  'rule-refused': keeping('rules', {
    open: { section: 'rules', base: null, draft: BLANK.rules, version: 12 },
    fieldProblems: { id: 'missing', title: 'missing', holds: 'missing' },
  }),
  desk: keeping('desk', { open: open('desk', at(VIEW.desk)) }),
  'desk-faulty': keeping('desk', {
    open: open('desk', at(VIEW.desk), { ...at(VIEW.desk), timeZone: 'Europe/Bremerhaven' }),
    fieldProblems: { timeZone: 'wrong_form', dutyWeeks: 'not_monday' },
  }),
  'audience-open': keeping('audiences', { open: open('audiences', at(COMPANY.audiences)) }),
  'person-open': keeping('people', { open: open('people', (({ source: _, ...person }) => person)(at(VIEW.people))) }),
  saved: keeping('goals', {
    open: open('goals', FIRST),
    done: { section: 'goals', text: 'saved', name: 'Nachwuchs gewinnen', losesWord: true },
  }),
  loading: keeping('goals', { view: null, loading: true }),
  offline: keeping('goals', { view: null, problem: 'offline' }),
  'not-saved': keeping('goals', { open: open('goals', FIRST), problem: 'offline' }),
  history: screen({ tab: 'history' }),
  'history-empty': screen({ tab: 'history', history: { versions: [], more: false, problem: null } }),
  'history-offline': screen({ tab: 'history', history: { versions: null, more: false, problem: 'offline' } }),
  file: file({ step: 'idle' }),
  'file-preview': file({ step: 'preview', changes: CHANGES, waiting: ['nachwuchs'] }),
  'file-faulty': file({
    step: 'faulty',
    faults: [
      { path: 'goals.nachwuchs.sponsorId', line: 214, kind: 'not_there', message: 'no entry "x" under people' },
      { path: 'departments.it', line: 98, kind: 'unknown_field', message: 'Unrecognized key: "contct"' },
      {
        ...{ path: 'goals.nachwuchs.relationship', line: 216, kind: 'not_offered', wanted: 'build, nurture' },
        message: 'Invalid option',
      },
    ],
  }),
  'file-changed': file({ step: 'changed' }),
  'file-done': file({ step: 'done', count: 4 }),
  'file-offline': file({ step: 'failed', problem: 'offline' }),
};

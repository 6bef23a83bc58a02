import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GUIDE } from '../../components/guide/guide-steps.ts';
import { COMMANDS, GROUPS, HELP_LINES } from '../../components/inbox/commands/command-table.ts';
import { HOLD_CHOICES } from '../../components/inbox/panels/hold-dates.ts';
import { SWAP_PROBLEMS } from '../../components/plan/duty-swap.ts';
import {
  CAPTURE_FAILURES,
  JOIN_PROBLEMS,
  LINE_PROBLEMS,
  SAVE_PROBLEMS,
  SYNC_PROBLEMS,
} from '../../components/problems.ts';
import { FIELDS, WEEKDAYS } from '../../components/strategy-admin/entry-fields.ts';
import { NEXT_STEPS } from '../../components/timeline/next-step.ts';
import { BRIEF_POINTS } from '../../desk/brief.ts';
import { BUILT_IN_VIEWS } from '../../desk/built-in-views.ts';
import { GOAL_STANDINGS } from '../../desk/goal-progress.ts';
import { FILE_FAULTS, UNREADABLE } from '../../desk/results-file.ts';
import de from '../../locales/de.json' with { type: 'json' };
import en from '../../locales/en.json' with { type: 'json' };
import { LANGUAGES } from '../../locales/t.ts';
import * as words from '../../locales/words.ts';
import { ASSIGNMENT_ROLES, ASSIGNMENT_STATES } from '../../protocol/assignment.ts';
import { CLEARANCE_LEVELS, CLEARANCE_STATES } from '../../protocol/clearance.ts';
import { ACCESS, CLIP_KINDS } from '../../protocol/clip.ts';
import { DOCUMENT_ACCESS, DOCUMENT_PROBLEMS } from '../../protocol/document.ts';
import { LEVELS, PERSONAL_DATA } from '../../protocol/found.ts';
import { actionSchema } from '../../protocol/mutation.ts';
import { roleSchema } from '../../protocol/person.ts';
import { PUBLICATION_STATES } from '../../protocol/publication.ts';
import { ASKED_AS } from '../../protocol/question.ts';
import { REFUSALS } from '../../protocol/refusal.ts';
import { RESULT_SOURCES } from '../../protocol/result.ts';
import { STRIPPED_PARTS } from '../../protocol/rule.ts';
import { NETWORKS } from '../../protocol/sharing.ts';
import { COUNTINGS, goalSchema } from '../../protocol/strategy.ts';
import { ENTRY_SECTIONS } from '../../protocol/strategy-edit.ts';
import { FAULT_KINDS } from '../../protocol/strategy-fault.ts';
import { WAYS } from '../../protocol/strategy-history.ts';
import { DECLINE_REASONS, HOLD_REASONS, STATES, topicChangesSchema } from '../../protocol/topic.ts';
import { strategyFileSchema } from '../../server/strategy/file.ts';

type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;
const german: Groups = de;
const english: Groups = en;

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['components', 'entrypoints']
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(root + name, 'utf8'));
const wxtConfig = readFileSync(`${root}wxt.config.ts`, 'utf8');

const ALL_FIELDS = Object.values(FIELDS).flat();

/** Groups whose keys are the members of an enumeration: every member has its sentence and nothing else has. */
const titled = (kinds: readonly string[]) => kinds.flatMap((kind) => [`${kind}.title`, `${kind}.text`]);
const ENUMERATED: Record<string, readonly string[]> = {
  states: STATES,
  publicationStates: PUBLICATION_STATES,
  networks: NETWORKS,
  kinds: CLIP_KINDS,
  access: ACCESS.filter((access) => access !== 'full'),
  reasons: DECLINE_REASONS,
  holdReasons: HOLD_REASONS,
  declineSentences: DECLINE_REASONS.filter((reason) => reason !== 'withdrawn' && reason !== 'other'),
  because: ['fits', 'profile', 'last', 'default', 'only', 'first', 'none', 'quoted'],
  actions: actionSchema.def.options.map((option) => option.def.shape.name.def.values[0] ?? ''),
  refusals: REFUSALS,
  documents: [...DOCUMENT_PROBLEMS, ...DOCUMENT_ACCESS, 'needs_site', 'reading', 'readingPage', 'allow'],
  captureFailures: titled(CAPTURE_FAILURES),
  saveProblems: titled(SAVE_PROBLEMS),
  syncProblems: SYNC_PROBLEMS,
  lineProblems: LINE_PROBLEMS,
  joinProblems: JOIN_PROBLEMS,
  personalData: PERSONAL_DATA,
  commands: COMMANDS.map(({ name }) => name),
  commandGroups: GROUPS,
  commandHelp: HELP_LINES,
  changed: [...Object.keys(topicChangesSchema.shape), 'note', 'assignment', 'clearance'],
  undone: [...STATES, ...Object.keys(topicChangesSchema.shape), 'note', 'assignment', 'clearance'],
  assignmentRoles: ASSIGNMENT_ROLES,
  assignmentStates: ASSIGNMENT_STATES,
  roleNames: roleSchema.options,
  rolePages: roleSchema.options.flatMap((role) => ['is', 'does', 'sees', 'seesNot'].map((fact) => `${role}.${fact}`)),
  guideSteps: titled(Object.values(GUIDE).flatMap((steps) => steps.map(({ key }) => key))),
  strategyFaults: FAULT_KINDS,
  strategyFields: [
    ...new Set(['id', 'state', 'sponsorConfirmedAt', ...ALL_FIELDS.map(({ name, label }) => label ?? name)]),
  ],
  strategyHints: [...new Set(['id', ...ALL_FIELDS.flatMap(({ hint }) => hint ?? [])])],
  strategyChoices: [
    ...new Set(ALL_FIELDS.flatMap((field) => ('choices' in field && field.said === undefined ? field.choices : []))),
    ...WEEKDAYS.map((day) => `weekday${day}`),
  ],
  clearanceStates: CLEARANCE_STATES,
  clearanceLevels: CLEARANCE_LEVELS,
};

/** `left_hours.other`, `over_days.one` …: how long there is still, or how long that is over. */
const CLOCK_SENTENCES = ['left', 'over'].flatMap((kind) =>
  ['minutes', 'hours', 'days'].flatMap((unit) => [`${kind}_${unit}.one`, `${kind}_${unit}.other`]),
);

/** In other groups, keys that are said by the name of a member too. */
const BY_MEMBER: Record<string, readonly string[]> = {
  tags: Object.keys(goalSchema.def.shape.relationship.def.entries),
  timeline: [...STATES, 'waiting', 'next', ...NEXT_STEPS],
  deskClock: ['duty', 'head'].flatMap((level) => [level, `nobody_${level}`]).concat(CLOCK_SENTENCES),
  inbox: [...HOLD_CHOICES, ...LANGUAGES.map((language) => `sentenceIn_${language}`)],
  goals: [
    ...[...GOAL_STANDINGS, ...COUNTINGS, ...RESULT_SOURCES, ...FILE_FAULTS, 'unknown_goal', 'unknown_publication'],
    ...[...UNREADABLE.map((why) => `unreadable_${why}`), 'new', 'changed', 'same'],
  ],
  asking: ASKED_AS,
  questions: ['sent'],
  clearances: ['cleared', 'cleared_with_conditions', 'refused'].map((to) => `said_${to}`),
  finding: BUILT_IN_VIEWS,
  rules: [...STRIPPED_PARTS, ...LEVELS.map((level) => `marked.${level}`)],
  brief: BRIEF_POINTS,
  duty: SWAP_PROBLEMS.map((problem) => `swap_${problem}`),
  strategyWanted: ['id', ...ALL_FIELDS.map(({ name }) => name)],
  strategy: [
    ...['saved', 'removed', 'holds.everywhere', 'holds.here'],
    ...['S', 'M', 'L'].map((size) => `effort.${size}`),
    ...ENTRY_SECTIONS,
    ...Object.keys(strategyFileSchema.shape).map((section) => `section.${section}`),
    ...WAYS.map((way) => `way.${way}`),
  ],
};

const placeholders = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].toSorted();
const entries = (groups: Groups) =>
  Object.entries(groups).flatMap(([group, sentences]) =>
    Object.entries(sentences).map(([key, sentence]) => [`${group}.${key}`, sentence] as const),
  );

/** Whether some file that imports the group names the key. Plurals are named without `.one`. */
function isUsed(group: string, key: string): boolean {
  if (group === 'manifest' && wxtConfig.includes(`__MSG_${key}__`)) return true;
  if (BY_MEMBER[group]?.includes(key)) return true;
  const named = key.replace(/\.(one|other)$/, '');
  const literal = new RegExp(`(['"\`])${named}\\1`);
  return sources.some(
    (source) => new RegExp(`\\b${group}\\b[^;]*from '[./]*locales/words\\.ts'`).test(source) && literal.test(source),
  );
}

describe('sentences', () => {
  it('has the same keys in both languages', () => {
    expect(entries(german).map(([key]) => key)).toEqual(entries(english).map(([key]) => key));
  });

  it('has the same placeholders in both languages', () => {
    const other = new Map(entries(english));
    for (const [key, sentence] of entries(german))
      expect([key, placeholders(sentence)]).toEqual([key, placeholders(other.get(key) ?? '')]);
  });

  it('offers every group as words', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(german).toSorted());
  });

  it.each(Object.keys(ENUMERATED))('says each of %s', (group) => {
    expect(Object.keys(german[group] ?? {}).toSorted()).toEqual([...(ENUMERATED[group] ?? [])].toSorted());
  });

  it('has none that nobody says', () => {
    const unused = Object.entries(german)
      .filter(([group]) => !(group in ENUMERATED))
      .flatMap(([group, sentences]) =>
        Object.keys(sentences)
          .filter((key) => !isUsed(group, key))
          .map((key) => `${group}.${key}`),
      );
    expect(unused).toEqual([]);
  });

  it.each([
    ['de', german],
    ['en', english],
  ])('is typed with care: %s', (_language, groups) => {
    for (const [key, sentence] of entries(groups)) {
      expect([key, sentence.trim()]).toEqual([key, sentence]);
      expect([key, sentence]).not.toEqual([key, '']);
      expect([key, /\.\.\.|"|--| {2}/.test(sentence)]).toEqual([key, false]);
    }
  });

  it('speaks German without "Sie" and without signs inside words', () => {
    for (const [key, sentence] of entries(german))
      expect([key, /\b(Ihr|Ihre[nmrs]?|Ihnen)\b|[a-zäöüß][*:_·/]in(nen)?\b|[a-zäöüß]Innen\b/.test(sentence)]).toEqual([
        key,
        false,
      ]);
  });
});

/** Plain rows for tests: every field set, each overridable. */

import { clearanceStanding, NO_FLAGS } from '../../desk/clearances.ts';
import { openTopic } from '../../desk/clips.ts';
import type { Known } from '../../desk/waiting.ts';
import { NO_CLEARANCE } from '../../desk/waiting-clearances.ts';
import type { Clearance, ClearanceStep } from '../../protocol/clearance.ts';
import type { Clip } from '../../protocol/clip.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { Person } from '../../protocol/person.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Question } from '../../protocol/question.ts';
import type { Result } from '../../protocol/result.ts';
import type { Department, Goal } from '../../protocol/strategy.ts';
import type { DecisionInput, Topic } from '../../protocol/topic.ts';

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 10, 20, 9);

let counter = 0;
export const uuid = (): string => `00000000-0000-4000-8000-${String(++counter).padStart(12, '0')}`;

export const clip = (over: Partial<Clip> = {}): Clip => ({
  id: uuid(),
  address: 'https://intranet.example/hr/werkstatt',
  canonicalAddress: null,
  title: 'Neue Ausbildungswerkstatt',
  kind: 'intranet',
  siteName: 'Intranet',
  byline: ['Jana Petersen'],
  lang: 'de',
  published: '2026-11-18',
  modified: null,
  excerpt: 'Ab Januar lernen 40 Auszubildende an neuen Maschinen.',
  quote: null,
  quotePlace: null,
  access: 'full',
  context: null,
  clippedImage: null,
  cut: [],
  found: { markings: [], personalData: [] },
  departmentId: 'hr',
  goalId: 'attract-apprentices',
  note: '',
  picture: null,
  capturedAt: NOW,
  ...over,
});

export const topic = (over: Partial<Topic> = {}): Topic => ({ ...openTopic(clip(), NOW), ...over });

/** What a publication says beside where and when, as long as nobody said anything. */
export const UNSAID = {
  ...{ ownerId: null, embargoUntil: null, shareable: false, picture: null },
  ...{ audienceIds: [] as string[], networks: [] as Publication['networks'], shareTexts: {} },
};

export const publication = (of: Topic, over: Partial<Publication> = {}): Publication => ({
  ...{ id: uuid(), topicId: of.id, channelId: 'website', state: 'published', dueAt: null, publishedAt: NOW },
  ...{ address: 'https://www.example.org/werkstatt', by: { id: 'erik', name: 'Erik Sommer' }, changedAt: NOW },
  ...UNSAID,
  ...over,
});

export const result = (of: Topic, over: Partial<Result> = {}): Result => ({
  ...{ id: uuid(), goalId: 'attract-apprentices', topicId: of.id, publicationId: null, value: 12, unit: 'Bewerbungen' },
  ...{ measuredAt: NOW, source: 'manual', lesson: null, measure: { de: 'Bewerbungen' } },
  ...{ by: { id: 'erik', name: 'Erik Sommer' }, changedAt: NOW },
  ...over,
});

export const editor: Person = { id: 'erik', name: 'Erik Sommer', roles: ['editor'], departmentId: 'comms' };
export const clearer: Person = { id: 'clara', name: 'Clara Recht', roles: ['clearer'], departmentId: 'legal' };
export const submitter: Person = { id: 'anna', name: 'Anna Berger', roles: ['submitter'], departmentId: 'hr' };

export const decision = (of: Topic, over: Partial<DecisionInput>): DecisionInput => ({
  id: uuid(),
  topicId: of.id,
  after: of.decisions.at(-1)?.id ?? null,
  to: 'accepted',
  reason: null,
  sentence: null,
  holdUntil: null,
  holdReason: null,
  into: null,
  undoes: null,
  ...over,
});

export const department = (over: Partial<Department> = {}): Department => ({
  id: 'hr',
  name: { de: 'Personal', en: 'People' },
  parentId: null,
  contactId: null,
  deputyId: null,
  clearerId: null,
  owes: null,
  pitchesPerQuarter: null,
  defaultGoalId: null,
  addresses: [],
  questionHours: [],
  active: true,
  ...over,
});

export const goal = (over: Partial<Goal> = {}): Goal => ({
  id: 'attract-apprentices',
  title: { de: 'Auszubildende gewinnen', en: 'Win apprentices' },
  strategyRef: 'Strategie 2028, Kapitel 3',
  sponsorId: 'ceo',
  sponsorConfirmedAt: NOW - 30 * DAY,
  relationship: 'build',
  audienceIds: ['pupils'],
  effectLevel: 'outcome_direct',
  measure: { de: 'Bewerbungen', en: 'Applications' },
  unit: { de: 'Stück', en: 'pieces' },
  baseline: 120,
  target: 180,
  periodFrom: NOW - 60 * DAY,
  periodTo: NOW + 60 * DAY,
  method: 'manual',
  counting: null,
  departmentIds: [],
  state: 'active',
  ...over,
});

export const question = (over: Partial<Question> = {}): Question => {
  const toId = over.to?.id ?? submitter.id;
  return {
    id: uuid(),
    topicId: uuid(),
    topicTitle: 'Neue Ausbildungswerkstatt',
    toId,
    to: { id: toId, name: toId },
    insteadOf: null,
    askedAs: 'submitter',
    askedBy: { id: editor.id, name: editor.name },
    form: 'text',
    text: 'Darf das Bild verwendet werden?',
    options: [],
    askedAt: NOW,
    deliverAt: NOW,
    deliveredAt: NOW,
    dueAt: NOW + 5 * DAY,
    state: 'delivered',
    answer: null,
    answeredAt: null,
    ...over,
  };
};

/** What a device knows beside the rows: the usual rules, nobody, and of clips that they are all of this topic. */
export const known = (topicId: string | null, over: Partial<Known> = {}): Known => ({
  rules: DEFAULT_DESK_RULES,
  topicOf: () => topicId,
  supports: () => false,
  goal: () => null,
  colleague: () => null,
  questionsAbout: () => [],
  publicationsOf: () => [],
  clearanceOf: () => ({ ...NO_CLEARANCE, submitterIds: new Set() }),
  ...over,
});

export const clearanceStep = (over: Partial<ClearanceStep> = {}): ClearanceStep => ({
  id: uuid(),
  kind: 'opened',
  by: null,
  at: NOW,
  level: 'internal',
  flags: NO_FLAGS,
  ruleId: 'intranet',
  clipId: null,
  dueAt: NOW + 3 * DAY,
  note: null,
  conditions: null,
  embargoUntil: null,
  ...over,
});

/** A clearance that follows from its steps: opened by a rule, unless said otherwise. */
export const clearance = (
  of: Pick<Topic, 'id' | 'title' | 'departmentId'>,
  steps: ClearanceStep[] = [clearanceStep()],
  over: Partial<Clearance> = {},
): Clearance => ({
  ...clearanceStanding(steps),
  topicId: of.id,
  topicTitle: of.title,
  departmentId: of.departmentId,
  clearer: { id: clearer.id, name: clearer.name },
  pages: [
    {
      clipId: of.id,
      title: of.title,
      address: 'https://intranet.example/hr/werkstatt',
      siteName: 'Intranet',
      kind: 'intranet',
      excerpt: 'Ab Januar lernen 40 Auszubildende an neuen Maschinen.',
      quote: null,
      note: '',
      submitter: { id: submitter.id, name: submitter.name },
    },
  ],
  steps,
  ...over,
});

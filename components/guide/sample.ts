/** A small company for the pictures of the tour: nobody's, and in the reader's language. */
import type { Translate } from '../../locales/t.ts';
import type { guide } from '../../locales/words.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import { type Question, questionSchema } from '../../protocol/question.ts';
import { departmentSchema, type Goal, goalSchema } from '../../protocol/strategy.ts';
import { type State, type Topic, topicSchema } from '../../protocol/topic.ts';
import type { Strategy } from '../strategy.ts';

type Say = Translate<(typeof guide)['de']>;

export const EDITOR = { id: 'editor', name: 'Aylin Demir' };
export const CONTACT = { id: 'contact', name: 'Henrik Vogt' };
const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const both = (text: string) => ({ de: text, en: text });

export const sampleGoal = (t: Say, now: number, confirmed: boolean): Goal =>
  goalSchema.parse({
    id: confirmed ? 'goal' : 'draft',
    title: both(t(confirmed ? 'sampleGoal' : 'sampleDraft')),
    ...{ strategyRef: null, sponsorId: CONTACT.id, sponsorConfirmedAt: confirmed ? now - 9 * DAY : null },
    ...{
      relationship: confirmed ? 'build' : 'nurture',
      audienceIds: [confirmed ? 'audience' : 'neighbours'],
      effectLevel: 'outcome_direct',
    },
    ...{ measure: both(t(confirmed ? 'sampleMeasure' : 'sampleTrust')), unit: null, method: 'manual' },
    ...(confirmed ? { baseline: 260, target: 400 } : { baseline: 61, target: 70 }),
    ...{ periodFrom: now - 90 * DAY, periodTo: now + 275 * DAY, departmentIds: [] },
    state: confirmed ? 'active' : 'draft',
  });

export const sampleStrategy = (t: Say, now: number): Strategy => ({
  departments: [
    departmentSchema.parse({
      ...{ id: 'department', name: both(t('sampleDepartment')), parentId: null, contactId: CONTACT.id },
      ...{ deputyId: EDITOR.id, clearerId: EDITOR.id, owes: null, defaultGoalId: 'goal', active: true },
      questionHours: [{ weekday: 2, from: 600, to: 660 }],
    }),
  ],
  goals: [sampleGoal(t, now, true)],
  audiences: [
    { id: 'audience', name: both(t('sampleAudience')), side: 'external', wants: null },
    { id: 'neighbours', name: both(t('sampleNeighbours')), side: 'external', wants: null },
  ],
  channels: [],
  colleagues: [
    { ...EDITOR, roles: ['editor'], departmentId: null },
    { ...CONTACT, roles: ['contact'], departmentId: 'department' },
  ],
  rules: DEFAULT_DESK_RULES,
});

/** @param way the states that the topic went through, a day each, today last */
export function sampleTopic(t: Say, now: number, way: readonly State[], over: Partial<Topic> = {}): Topic {
  const at = (step: number): number => now - (way.length - step) * DAY;
  const topic = topicSchema.parse({
    ...{ id: idOf(1), title: t('sampleTitle'), kind: 'intranet', departmentId: 'department', goalId: 'goal' },
    ...{ state: way.at(-1) ?? 'new', stateSince: at(way.length - 1), lead: null, holdUntil: null, mergedInto: null },
    ...{ supporterCount: 3, coverClipId: null, createdAt: now - way.length * DAY - HOUR },
    decisions: way.map((to, step) => ({
      ...{ id: idOf(step + 2), from: way[step - 1] ?? 'new', to, actor: EDITOR, at: at(step), reason: null },
      ...{ sentence: to === 'published' ? t('samplePublished') : null, holdUntil: null, undoes: null },
    })),
  });
  return { ...topic, ...over };
}

export const sampleQuestion = (t: Say, now: number): Question =>
  questionSchema.parse({
    ...{ id: idOf(9), topicId: idOf(1), toId: CONTACT.id, form: 'confirm', text: t('sampleQuestion'), options: [] },
    ...{ topicTitle: t('sampleTitle'), to: CONTACT, askedAs: 'contact', askedBy: EDITOR, askedAt: now - HOUR },
    ...{ deliverAt: now - HOUR, deliveredAt: now - HOUR, dueAt: now + DAY, state: 'delivered' },
    ...{ answer: null, answeredAt: null },
  });

import { describe, expect, test } from 'vitest';
import {
  budgetOf,
  isoWeek,
  maySetBudget,
  mondayAt,
  offerOf,
  type WeekLoad,
  type Work,
  weekLoads,
  weeksLater,
} from '../../desk/load.ts';
import type { Assignment } from '../../protocol/assignment.ts';
import { NO_BRIEF } from '../../protocol/brief.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { Topic } from '../../protocol/topic.ts';
import { DAY, editor, NOW, topic, uuid } from './samples.ts';

/** NOW is Friday, 20 November 2026. */
const THIS = '2026-11-16';
const NEXT = '2026-11-23';
const rules = { ...DEFAULT_DESK_RULES, weekMinutes: 360 };

const assigned = (over: Partial<Assignment> = {}): Assignment => ({
  ...{ id: uuid(), topicId: uuid(), toId: editor.id, role: 'author', deliverable: 'Text', topicTitle: 'T' },
  ...{ dueAt: null, minutesPlanned: 60, minutesSpent: null, to: editor, insteadOf: null, askedBy: editor },
  ...{ askedAt: NOW, changedAt: NOW, state: 'confirmed', reason: null },
  ...over,
});
const led = (brief: Partial<Topic['brief']> = {}, over: Partial<Topic> = {}): Topic =>
  topic({
    ...{ state: 'accepted', stateSince: NOW, lead: { id: editor.id, name: editor.name } },
    brief: { ...NO_BRIEF, ...brief },
    ...over,
  });
const loads = (over: Partial<Work>, weeks = 2): number[] =>
  weekLoads(
    { personId: editor.id, topics: [], assignments: [], budgets: [], absences: [], rules, now: NOW, ...over },
    weeks,
  ).map(({ planned }) => planned);

describe('weeks', () => {
  test('begin on Monday and are numbered by ISO 8601, over the turn of the year too', () => {
    expect(mondayAt(rules, NOW)).toBe(THIS);
    expect(isoWeek(THIS)).toBe(47);
    expect([isoWeek('2026-12-28'), isoWeek('2027-01-04'), isoWeek('2024-12-30')]).toEqual([53, 1, 1]);
    expect(weeksLater('2026-12-28', 1)).toBe('2027-01-04');
    expect(mondayAt(rules, Date.UTC(2026, 10, 15, 23, 30))).toBe(THIS);
  });
});

describe('[TB3] load', () => {
  test('counts what is led by its effort, a middling one where nobody said', () => {
    expect(loads({ topics: [led({ effort: 'S' }), led({ effort: 'L' }), led()] })).toEqual([30 + 480 + 120, 0]);
  });

  test('counts neither others’ topics nor what waits or is out', () => {
    const others = led({}, { lead: { id: 'mara', name: 'Mara' } });
    expect(loads({ topics: [others, led({}, { state: 'published' }), led({}, { state: 'new' })] })).toEqual([0, 0]);
  });

  test('puts work into its week, and what is late into this one', () => {
    const topics = [led({ effort: 'S', week: NEXT }), led({ effort: 'M', week: '2026-10-05' })];
    const assignments = [assigned({ dueAt: NOW + 5 * DAY }), assigned({ dueAt: NOW - 30 * DAY, minutesPlanned: 7 })];
    expect(loads({ topics, assignments })).toEqual([120 + 7, 30 + 60]);
    expect(loads({ topics: [led({ effort: 'S' }, { stateSince: NOW - 30 * DAY })] })).toEqual([30, 0]);
  });

  test('is less by what is done, refused or called off, and by what others do for a topic', () => {
    const states = ['delivered', 'refused', 'cancelled'] as const;
    expect(loads({ assignments: states.map((state) => assigned({ state })) })).toEqual([0, 0]);
    const one = led({ effort: 'M' });
    const to = { id: 'otto', name: 'Otto' };
    const given = assigned({ topicId: one.id, to, toId: 'otto', minutesPlanned: 90 });
    expect(loads({ topics: [one], assignments: [given] })).toEqual([30, 0]);
    expect(loads({ topics: [one], assignments: [{ ...given, minutesPlanned: 400 }] })).toEqual([0, 0]);
    expect(loads({ topics: [one], assignments: [{ ...given, state: 'refused' }] })).toEqual([120, 0]);
    // One's own part of it counts once.
    expect(loads({ topics: [one], assignments: [assigned({ topicId: one.id, minutesPlanned: 90 })] })).toEqual([
      120, 0,
    ]);
  });
});

describe('[TB1] a budget', () => {
  const of = (monday: string | null, minutes: number, personId = editor.id) => ({
    ...{ id: `${personId}:${monday ?? 'every'}`, personId, monday, minutes },
  });
  const inWeek = (budgets: ReturnType<typeof of>[], absences: { from: string; to: string }[] = []) =>
    budgetOf(
      editor.id,
      THIS,
      budgets,
      absences.map((each) => ({ ...each, id: uuid(), person: { id: editor.id, name: '' } })),
      rules,
    );

  test('is that of the week, else one’s own, else the usual one, else none', () => {
    expect(inWeek([of(null, 200), of(THIS, 90), of(NEXT, 5)])).toBe(90);
    expect(inWeek([of(null, 200)])).toBe(200);
    expect(inWeek([of(null, 200, 'mara')])).toBe(360);
    expect(budgetOf(editor.id, THIS, [], [], { weekMinutes: null })).toBeNull();
  });

  test('is less by the working days of an absence', () => {
    expect(inWeek([], [{ from: '2026-11-18', to: '2026-11-30' }])).toBe(144);
    expect(inWeek([], [{ from: '2026-11-01', to: '2026-11-30' }])).toBe(0);
    expect(inWeek([], [{ from: '2026-11-21', to: '2026-11-22' }])).toBe(360);
    expect(inWeek([of(THIS, 50)], [{ from: '2026-11-01', to: '2026-11-30' }])).toBe(50);
  });

  test('is set by the person or a lead', () => {
    expect(maySetBudget(editor, editor.id)).toBe(true);
    expect(maySetBudget(editor, 'mara')).toBe(false);
    expect(maySetBudget({ id: 'lea', roles: ['lead'] }, 'mara')).toBe(true);
  });
});

describe('[TB4] an offer', () => {
  const week = (monday: string, planned: number, budget: number | null = 360): WeekLoad => ({
    monday,
    planned,
    budget,
  });

  test('says how this week would be, and is over only beyond the budget', () => {
    expect(offerOf([week(THIS, 240)], 120)).toMatchObject({ week: { planned: 360 }, isOver: false });
    expect(offerOf([week(THIS, 241)], 120)).toMatchObject({ week: { planned: 361 }, isOver: true, free: null });
  });

  test('names the next week that has room', () => {
    const loads = [week(THIS, 360), week(NEXT, 300), week('2026-11-30', 240)];
    expect(offerOf(loads, 120)?.free?.monday).toBe('2026-11-30');
  });

  test('is none where nobody counts', () => {
    expect(offerOf([week(THIS, 9_000, null)], 120)).toBeNull();
    expect(offerOf([], 120)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { goalsFor, isPickable, missingInGoal } from '../../../desk/goals.ts';
import { type Habits, NO_HABITS, sectionOf } from '../../../desk/preselect/habits.ts';
import { preselect } from '../../../desk/preselect/preselect.ts';
import type { Page } from '../../../desk/preselect/signs.ts';
import { indexStrategy, type KnownStrategy } from '../../../desk/preselect/strategy-index.ts';
import { DAY, department, goal, NOW } from '../samples.ts';

const HR = department({ id: 'personal', name: { de: 'Personal und Ausbildung', en: 'People' } });
const PLANT = department({ id: 'produktion', name: { de: 'Produktion und Logistik', en: 'Production' } });
const IT = department({ id: 'it', name: { de: 'IT und Digitales', en: 'IT and digital' } });
const APPRENTICES = goal({
  id: 'ausbildung',
  title: { de: 'Mehr Bewerbungen für die Ausbildung', en: 'More applications for apprenticeships' },
  measure: { de: 'Bewerbungen', en: 'Applications' },
  departmentIds: ['personal', 'produktion'],
});
const SAFETY = goal({
  id: 'sicherheit',
  title: { de: 'Sicher arbeiten', en: 'Working safely' },
  measure: { de: 'Gemeldete Beinahe-Unfälle', en: 'Reported near misses' },
  departmentIds: ['produktion'],
});
const STRATEGY: KnownStrategy = { departments: [HR, PLANT, IT], goals: [APPRENTICES, SAFETY], audiences: [] };

const page = (over: Partial<Page>): Page => ({
  address: 'https://intranet.example/news/4711',
  title: '',
  siteName: null,
  excerpt: '',
  text: '',
  ...over,
});

function pick(what: Page | null, { strategy = STRATEGY, habits = NO_HABITS, own = null as string | null } = {}) {
  const found = preselect(what, indexStrategy(strategy), { departmentId: own }, habits, NOW);
  const [best] = found.departments;
  return { ...found, department: best, goal: best === undefined ? undefined : found.goalsIn(best.id)[0] };
}

describe('by words', () => {
  test('a page about a goal’s subject gets it, though it has none of the goal’s own words', () => {
    const { department: found, goal: fits } = pick(
      page({
        title: 'Zwölf Lehrlinge im ersten Lehrjahr',
        excerpt: 'Sie kommen von der Berufsschule in die Lehrwerkstatt.',
      }),
    );
    expect(found?.id).toBe('personal');
    expect(fits?.id).toBe('ausbildung');
    expect(fits).toMatchObject({ because: 'words', words: expect.arrayContaining(['Lehrlinge']) });
  });

  test('an English page meets a German goal, and a phrase counts as one', () => {
    const text = 'Another near miss: a forklift slipped, the hazard was reported, nobody was injured.';
    expect(pick(page({ title: 'Near miss in hall 3', excerpt: text })).goal?.id).toBe('sicherheit');
  });

  test('a page that is about something else gets no goal', () => {
    const canteen = page({ title: 'Speiseplan der Kantine', excerpt: 'Mittagessen: Schnitzel, vegetarisch: Eintopf' });
    expect(pick(canteen, { own: 'it' }).goal).toEqual({ id: null, because: 'none' });
  });

  test('the same page gets the same answer, whatever was asked before', () => {
    const one = page({ title: 'Ausbildungsmesse', excerpt: 'Azubis zeigen ihre Berufe' });
    const before = pick(one);
    pick(page({ title: 'Beinahe-Unfall' }));
    expect(JSON.stringify(pick(one))).toBe(JSON.stringify(before));
  });

  test('a long page costs no more than its beginning', () => {
    const long = page({ title: 'x'.repeat(300), text: 'ausbildung'.repeat(100_000) });
    expect(pick(long).departments).toHaveLength(3);
  });
});

describe('by address', () => {
  test('a usual name in the address is the department’s', () => {
    const found = pick(page({ address: 'https://intranet.example/hr/a1' })).department;
    expect(found).toEqual({ id: 'personal', because: 'address', part: 'intranet.example/hr' });
  });

  test('what the strategy says of an address counts more than the page and the profile', () => {
    const told = { ...IT, addresses: [{ host: '*.example', path: '/hr/tools' }] };
    const strategy = { ...STRATEGY, departments: [HR, PLANT, told] };
    const find = (address: string) => pick(page({ address }), { strategy, own: 'personal' }).department;
    expect(find('https://intranet.example/hr/tools/7')).toEqual({
      id: 'it',
      because: 'address',
      part: 'intranet.example/hr/tools',
    });
    expect(find('https://intranet.example/hr/toolshop')?.id).toBe('personal');
    expect(find('https://example.org/hr/tools/7')?.id).toBe('personal');
  });
});

describe('by person and habits', () => {
  const silent = page({ title: '4711' });

  test('where a page says nothing: last in this section, else the profile, else the first', () => {
    const habits: Habits = { ...NO_HABITS, lastInSection: { departmentId: 'it', goalId: null } };
    expect(pick(silent, { habits }).department).toEqual({ id: 'it', because: 'last' });
    expect(pick(silent, { own: 'produktion' }).department).toEqual({ id: 'produktion', because: 'profile' });
    expect(pick(silent).department).toEqual({ id: 'personal', because: 'first' });
  });

  test('without a page the department’s default or what was last there is chosen', () => {
    const strategy = { ...STRATEGY, departments: [HR, { ...PLANT, defaultGoalId: 'sicherheit' }, IT] };
    expect(pick(null, { strategy, own: 'produktion' }).goal).toEqual({ id: 'sicherheit', because: 'default' });
    const habits = { ...NO_HABITS, lastGoalIn: { produktion: 'ausbildung' } };
    expect(pick(null, { habits, own: 'produktion' }).goal).toEqual({ id: 'ausbildung', because: 'last' });
    expect(pick(null, { own: 'it' }).goal).toEqual({ id: null, because: 'none' });
  });

  test('a section is where a page stands, not the page', () => {
    expect(sectionOf('https://www.intranet.example/hr/jobs/2026/17')).toBe('intranet.example/hr/jobs');
    expect(sectionOf('https://intranet.example/hr')).toBe('intranet.example');
  });
});

describe('what may be chosen', () => {
  test('a closed department is never picked, and without departments nothing is', () => {
    const closed = { ...STRATEGY, departments: [{ ...HR, active: false }, PLANT] };
    const found = pick(page({ address: 'https://intranet.example/hr/a1' }), { strategy: closed, own: 'personal' });
    expect(found.departments).toEqual([{ id: 'produktion', because: 'only' }]);
    expect(pick(null, { strategy: { ...STRATEGY, departments: [] } }).department).toBeUndefined();
  });

  test('a goal whose period is over or that the sponsor did not confirm cannot be picked', () => {
    const strategy = { ...STRATEGY, goals: [{ ...APPRENTICES, periodTo: NOW - 1 }] };
    expect(pick(page({ title: 'Ausbildung' }), { strategy }).goal?.id).toBeNull();
    expect(isPickable(goal({ sponsorConfirmedAt: null }), NOW)).toBe(false);
    expect(isPickable(goal({ periodTo: NOW + DAY }), NOW)).toBe(true);
    expect(missingInGoal(goal({ measure: null, target: null, periodTo: null, sponsorConfirmedAt: null }))).toEqual([
      'measure',
      'target',
      'period',
      'confirmation',
    ]);
  });

  test('a department sees its own goals first and never another department’s', () => {
    const all = [goal({ id: 'everybody', departmentIds: [] }), SAFETY];
    expect(goalsFor('produktion', all, NOW).map(({ id }) => id)).toEqual(['sicherheit', 'everybody']);
    expect(
      pick(page({ title: 'Beinahe-Unfall' }))
        .goalsIn('it')
        .map(({ id }) => id),
    ).toEqual([null]);
  });
});

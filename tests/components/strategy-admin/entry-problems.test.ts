import { expect, test } from 'vitest';
import { BLANK, FIELDS } from '../../../components/strategy-admin/entry-fields.ts';
import { faultsAtFields, problemsOf, wrongLines } from '../../../components/strategy-admin/entry-problems.ts';
import { chooseHolds } from '../../../components/strategy-admin/rule-place.ts';
import { slugOf } from '../../../components/strategy-admin/slug.ts';
import { tidied } from '../../../components/strategy-admin/tidied.ts';
import { ENTRY_SCHEMAS, ENTRY_SECTIONS } from '../../../protocol/strategy-edit.ts';

test.each(ENTRY_SECTIONS)('the form of %s asks for every field of its schema and no other', (section) => {
  const fields = [...FIELDS[section].map(({ name }) => name), 'id'].sort();
  expect(fields).toEqual(Object.keys(ENTRY_SCHEMAS[section].shape).sort());
  expect(Object.keys(BLANK[section]).sort()).toEqual(fields);
});

test('a new entry lacks its id and its name, a rule its place too, and nothing else; there is always a desk', () => {
  expect(ENTRY_SECTIONS.map((section) => problemsOf(section, BLANK[section]))).toEqual([
    { id: 'missing', name: 'missing' },
    { id: 'missing', title: 'missing' },
    { id: 'missing', name: 'missing' },
    { id: 'missing', name: 'missing' },
    { id: 'missing', title: 'missing', holds: 'missing' },
    {},
    { id: 'missing', name: 'missing' },
  ]);
});

test('what was typed wrong is said at its field', () => {
  const goal = { ...BLANK.goals, id: 'a', title: { de: 'A' } };
  expect(problemsOf('goals', { ...goal, target: 'bad' })).toEqual({ target: 'wrong_form' });
  expect(problemsOf('goals', { ...goal, periodFrom: 10, periodTo: 5 })).toEqual({ periodTo: 'period_reversed' });
  const channel = { ...BLANK.channels, id: 'a', name: { de: 'A' } };
  expect(problemsOf('channels', { ...channel, benchmarks: ['javascript:alert(1)'] })).toEqual({
    benchmarks: 'wrong_form',
  });
});

const RULE = { ...BLANK.rules, id: 'canteen', title: { de: 'Kantine' } };

test('a line in which nothing was typed is no line; of those that are wrong each is named', () => {
  const draft = { ...RULE, hosts: ['', ' intranet.example.com '], paths: ['', '/ok/**', 'kantine'] };
  expect(tidied('rules', draft, null)).toMatchObject({
    hosts: ['intranet.example.com'],
    paths: ['/ok/**', 'kantine'],
  });
  expect(problemsOf('rules', draft)).toEqual({ paths: 'wrong_form' });
  expect([wrongLines('rules', draft, 'hosts'), wrongLines('rules', draft, 'paths')]).toEqual([[], [2]]);
  const department = { ...BLANK.departments, id: 'hr', name: { de: 'HR' }, addresses: [{}, { path: '/hr' }] };
  expect(problemsOf('departments', department)).toEqual({});
  const weeks = [
    { monday: '2026-11-23', personId: 'eva' },
    { monday: '2026-11-30', personId: '' },
  ];
  expect(wrongLines('desk', { ...BLANK.desk, dutyWeeks: weeks }, 'dutyWeeks')).toEqual([1]);
});

test('a rule for the whole company is chosen, and never what is left over', () => {
  const kept = { ...RULE, hosts: ['intranet.example.com'] };
  expect(problemsOf('rules', RULE)).toEqual({ holds: 'missing' });
  expect(problemsOf('rules', kept)).toEqual({});
  const everywhere = chooseHolds({ ...kept, paths: ['/typed'] }, null, 'everywhere');
  expect(problemsOf('rules', everywhere)).toEqual({});
  expect(tidied('rules', everywhere, null)).toEqual(RULE);
  expect(problemsOf('rules', chooseHolds(RULE, null, 'here'))).toEqual({ hosts: 'missing' });
  // Whose last host is taken away does not grow to the whole company by that.
  expect(problemsOf('rules', RULE, kept)).toEqual({ hosts: 'missing' });
  // One that was for everybody stays that, and choosing what it is already changes nothing.
  expect(problemsOf('rules', RULE, RULE)).toEqual({});
  expect(chooseHolds(chooseHolds(RULE, RULE, 'here'), RULE, 'everywhere')).toEqual(RULE);
});

test('a goal with a measure is asked how several results make one', () => {
  const goal = { ...BLANK.goals, id: 'a', title: { de: 'A' }, measure: { de: 'Besuche' } };
  expect(problemsOf('goals', goal)).toEqual({ counting: 'missing' });
  expect(problemsOf('goals', { ...goal, counting: 'sum' })).toEqual({});
  expect(problemsOf('goals', { ...goal, measure: null })).toEqual({});
});

test('faults of the queue stand at the fields of the open entry, those of others apart', () => {
  const fault = (path: string) => ({ path, line: null, kind: 'not_there' as const, message: '' });
  const faults = [
    fault('goals.a.audienceIds.0'),
    fault('goals.ab.sponsorId'),
    fault('goals.a.state'),
    fault('goals.a.b.title'),
  ];
  expect(faultsAtFields('goals', 'a', faults)).toEqual({
    fields: { audienceIds: 'not_there' },
    rest: faults.slice(1),
  });
});

test('faults of the desk have no id in their paths', () => {
  const fault = { path: 'desk.dutyWeeks.0.monday', line: null, kind: 'not_monday' as const, message: '' };
  expect(faultsAtFields('desk', 'desk', [fault])).toEqual({ fields: { dutyWeeks: 'not_monday' }, rest: [] });
});

test('the desk is judged before it is sent: its zone, hours that end before they begin, a week without anybody', () => {
  const { desk } = BLANK;
  expect(problemsOf('desk', { ...desk, timeZone: 'Europe/Bremerhaven' })).toEqual({ timeZone: 'wrong_form' });
  expect(problemsOf('desk', { ...desk, hours: [{ weekday: 1, from: 600, to: 540 }] })).toEqual({ hours: 'wrong_form' });
  expect(problemsOf('desk', { ...desk, dutyWeeks: [{ monday: '2026-11-23', personId: '' }] })).toEqual({
    dutyWeeks: 'wrong_form',
  });
  expect(problemsOf('desk', { ...desk, effortMinutes: { S: 30, M: 120, L: null } })).toEqual({
    effortMinutes: 'wrong_form',
  });
});

test.each([
  ['Forschung & Entwicklung', 'forschung-entwicklung'],
  ['Öffentlichkeitsarbeit', 'oeffentlichkeitsarbeit'],
  ['Élysée', 'elysee'],
  ['  …  ', ''],
  ['x'.repeat(90), 'x'.repeat(64)],
])('the id of “%s” is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('white space is no text: of two languages the one without any is left out, and so is all of a text that is none', () => {
  const department = { ...BLANK.departments, id: 'hr', name: { de: ' Personal ', en: ' ' }, owes: { de: '\n' } };
  expect(problemsOf('departments', department)).toEqual({});
  expect(tidied('departments', department, null)).toMatchObject({ name: { de: 'Personal' }, owes: null });
  expect(problemsOf('people', { ...BLANK.people, id: 'eva', name: ' ' })).toEqual({ name: 'missing' });
});

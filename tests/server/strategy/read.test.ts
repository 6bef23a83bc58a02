import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingInGoal } from '../../../desk/goals.ts';
import { siteProfileSchema } from '../../../protocol/site-profile.ts';
import { audienceSchema, departmentSchema, goalSchema } from '../../../protocol/strategy.ts';
import { readStrategy, StrategyError } from '../../../server/strategy/read.ts';
import { STRATEGY } from '../queue.ts';

const faultsOf = (yaml: string): string[] => {
  try {
    readStrategy(yaml);
    return [];
  } catch (error) {
    if (error instanceof StrategyError) return error.message.split('\n');
    throw error;
  }
};

test('the example is a whole strategy, ready to be used', () => {
  const { people, departments, audiences, goals } = readStrategy(readFileSync('server/strategy.example.yaml', 'utf8'));
  const valid = <T>(schema: { safeParse(row: unknown): { success: boolean } }, rows: Record<string, T>) =>
    Object.entries(rows).map(([id, row]) => schema.safeParse({ id, ...row }).success);
  expect(valid(departmentSchema, departments)).not.toContain(false);
  expect(valid(audienceSchema, audiences)).not.toContain(false);
  expect(valid(goalSchema, goals)).not.toContain(false);
  const active = Object.entries(goals).filter(([, goal]) => goal.state === 'active');
  expect(active.map(([, goal]) => missingInGoal(goal))).toEqual(active.map(() => []));
  expect([Object.keys(people).length, active.length]).toEqual([11, 7]);
});

test.each(['industry', 'hospital', 'city'])('the starter strategy “%s” is whole, in German and English', (name) => {
  const { departments, audiences, channels, goals, rules } = readStrategy(
    readFileSync(`server/strategies/${name}.yaml`, 'utf8'),
  );
  const texts = [
    ...Object.values(departments).flatMap((entry) => [entry.name, entry.owes]),
    ...Object.values(audiences).flatMap((entry) => [entry.name, entry.wants]),
    ...Object.values(channels).map((entry) => entry.name),
    ...Object.values(goals).flatMap((entry) => [entry.title, entry.measure, entry.unit]),
    ...Object.values(rules).flatMap((entry) => [entry.title, entry.text ?? entry.title]),
  ];
  expect(texts.filter((text) => text === null || text.de === undefined || text.en === undefined)).toEqual([]);
  const active = Object.entries(goals).filter(([, goal]) => goal.state === 'active');
  expect(active.map(([, goal]) => missingInGoal(goal))).toEqual(active.map(() => []));
  expect(Object.keys(goals).length - active.length).toBe(1);
});

test('a text that a comma in braces cut off is found', () => {
  const cut = STRATEGY.replace('departments:', 'departments:\n  cut:\n    name: { de: Früh, aber ehrlich, en: Early }');
  expect(faultsOf(cut)).toEqual([
    'line 10: departments.cut.name: "aber ehrlich" is no language; in braces a text with a comma stands in quotes',
  ]);
});

test('texts, dates and what is left out are filled in', () => {
  const { departments, goals } = readStrategy(STRATEGY);
  expect(departments.it).toMatchObject({ name: { de: 'IT', en: 'IT' }, contactId: null, active: true });
  expect(goals.apprentices).toMatchObject({
    periodFrom: Date.UTC(2026, 0, 1),
    periodTo: Date.UTC(2027, 0, 1) - 1,
    sponsorConfirmedAt: Date.UTC(2026, 0, 15),
    departmentIds: [],
    method: 'manual',
  });
});

const lineOf = (yaml: string, part: string) => yaml.split('\n').findIndex((line) => line.includes(part)) + 1;

test.each<[string, string, string, string]>([
  [
    'an unknown contact',
    'contactId: hanna',
    'contactId: nobody',
    'departments.hr.contactId: no entry "nobody" under people',
  ],
  [
    'an unknown audience',
    '[school-leavers]',
    '[pupils]',
    'goals.apprentices.audienceIds.0: no entry "pupils" under audiences',
  ],
  [
    'an unknown department',
    'departmentId: it',
    'departmentId: its',
    'people.jonas.departmentId: no entry "its" under departments',
  ],
  ['a field with a typing error', 'measure:', 'mesure:', 'goals.apprentices.mesure: Unrecognized key: "mesure"'],
  [
    'a day that does not exist',
    '2026-01-15',
    '2026-02-31',
    'goals.apprentices.sponsorConfirmedAt: there is no such day',
  ],
  [
    'a date in another writing',
    '2026-01-15',
    '15.1.2026',
    'goals.apprentices.sponsorConfirmedAt: a date is written like',
  ],
  ['an unknown role', 'roles: [editor],', 'roles: [boss],', 'people.mara.roles.0: Invalid option'],
  [
    'a period that ends before it begins',
    '2026-12-31',
    '2025-12-31',
    'goals.apprentices.periodTo: the period ends before',
  ],
  ['an active goal without a target', 'target: 400', '', 'goals.apprentices.state: an active goal still lacks: target'],
  ['a text of the wrong kind', 'name: IT', 'name: 7', 'departments.it.name: a text is needed'],
])('%s is named with its line', (_what, good, bad, message) => {
  const yaml = STRATEGY.replace(good, bad);
  expect(yaml).not.toBe(STRATEGY);
  const faults = faultsOf(yaml);
  const line = bad === '' || message.includes('Unrecognized') ? '' : `line ${lineOf(yaml, bad)}: `;
  expect(faults).toEqual([expect.stringContaining(`${line}${message}`)]);
});

describe('[SG3] the kind of a fault says what is wrong, in whatever language it is read', () => {
  const kindsOf = (yaml: string): unknown[] => {
    try {
      readStrategy(yaml);
    } catch (error) {
      if (error instanceof StrategyError) return error.faults.map(({ path, kind }) => [path, kind]);
    }
    return [];
  };
  const goal = 'goals.apprentices';
  test.each<[string, string, string, string]>([
    ['target: 400', 'target: viel', `${goal}.target`, 'not_number'],
    ['relationship: build', '', `${goal}.relationship`, 'missing'],
    ['relationship: build', 'relationship: break', `${goal}.relationship`, 'not_offered'],
    ['[school-leavers]', 'school-leavers', `${goal}.audienceIds`, 'not_list'],
    ['2026-12-31', '31.12.2026', `${goal}.periodTo`, 'not_day'],
    ['2026-12-31', '2026-02-31', `${goal}.periodTo`, 'not_day'],
    ['name: IT', 'name: 7', 'departments.it.name', 'not_text'],
    ['departments:', 'departments:\n  A B: { name: x }', 'departments.A B', 'bad_id'],
    ['measure:', 'mesure:', `${goal}.mesure`, 'unknown_field'],
    ['roles: [editor],', 'roles: [boss],', 'people.mara.roles.0', 'not_offered'],
    ['name: Hanna Voss', "name: ''", 'people.hanna.name', 'too_little'],
    [
      'departments:',
      'departments:\n  cut:\n    name: { de: Früh, aber, en: Early }',
      'departments.cut.name',
      'cut_text',
    ],
  ])('%s, written as %s', (good, bad, path, kind) => {
    expect(kindsOf(STRATEGY.replace(good, bad))).toContainEqual([path, kind]);
  });

  test.each([
    ['a: {b: 1', 'yaml_indent'],
    ['a: "x', 'yaml_open'],
    ['a: 1\na: 2', 'yaml_twice'],
    ['a: b: c', 'yaml_colon'],
    ['a: }', 'yaml'],
    ['queue: *nothing', 'yaml'],
  ])('%j', (yaml, kind) => {
    expect(kindsOf(yaml)).toContainEqual(['', kind]);
  });

  test('what is offered instead is listed as it is written', () => {
    const fault = () => readStrategy(STRATEGY.replace('relationship: build', 'relationship: break'));
    expect(fault).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ wanted: 'build, nurture' })] }));
  });
});

test('a department cannot stand below itself', () => {
  const circle = STRATEGY.replace('it: { name: IT }', 'it: { name: IT, parentId: comms }').replace(
    'comms: {',
    'comms: { parentId: it, ',
  );
  expect(faultsOf(circle)).toHaveLength(2);
});

test('an id that stands twice, and YAML that is none, are faults with a line', () => {
  expect(faultsOf(STRATEGY.replace('  it: {', '  hr: {'))[0]).toMatch(/^line \d+: Map keys must be unique/);
  expect(faultsOf('queue: {')[0]).toMatch(/^line \d+: /);
  expect(faultsOf('')).toHaveLength(1);
});

test('whatever the file holds, the answer is a strategy or its faults', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(STRATEGY.length), (noise, at) => {
      expect(Array.isArray(faultsOf(STRATEGY.slice(0, at) + noise + STRATEGY.slice(at)))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

describe('site profiles', () => {
  const withProfile = (fields: string) => `${STRATEGY}siteProfiles:\n  wiki: { name: Wiki, ${fields} }\n`;

  test('are whole rows once they are read', () => {
    const { siteProfiles } = readStrategy(withProfile("hosts: [wiki.nordwerk.example], title: ['h1'], byline: [none]"));
    expect(siteProfileSchema.safeParse({ id: 'wiki', ...siteProfiles.wiki }).success).toBe(true);
    expect(siteProfiles.wiki).toMatchObject({ title: ['h1'], byline: ['none'], text: [], kind: null, address: [] });
  });

  test.each([
    ['a field with a typing error', 'signs: [main], titel: [h1]', 'siteProfiles.wiki.titel: Unrecognized key: "titel"'],
    [
      'a host with its protocol',
      "hosts: ['https://wiki.example']",
      'siteProfiles.wiki.hosts.0: a host is written like',
    ],
    ['neither host nor sign', 'title: [h1]', 'siteProfiles.wiki: a profile needs hosts or signs'],
    [
      'one place instead of a list',
      'signs: [main], title: h1',
      'siteProfiles.wiki.title: Invalid input: expected array',
    ],
    [
      'a selector that was never closed',
      "signs: [main], title: ['a[href']",
      'siteProfiles.wiki.title.0: not a selector',
    ],
    ['a kind that there is none', 'signs: [main], kind: blog', 'siteProfiles.wiki.kind: Invalid option'],
    [
      'an address rule for everything',
      'signs: [main], address: [{ keep: [id] }]',
      'siteProfiles.wiki.address.0: a rule needs',
    ],
  ])('%s is said with its place', (_name, fields, message) => {
    expect(faultsOf(withProfile(fields)).join()).toContain(message);
  });
});

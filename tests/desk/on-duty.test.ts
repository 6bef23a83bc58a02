import { expect, test } from 'vitest';
import { headOf, onDuty } from '../../desk/on-duty.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { Person, Role } from '../../protocol/person.ts';

const person = (id: string, ...roles: Role[]): Person => ({ id, name: id.toUpperCase(), roles, departmentId: null });
const people = [
  person('timo', 'editor', 'duty'),
  person('mara', 'editor'),
  person('jo', 'submitter'),
  person('kai', 'lead'),
];
const dutyWeeks = [
  { monday: '2026-11-23', personId: 'mara' },
  { monday: '2026-11-30', personId: 'jo' },
];
const rules = { ...DEFAULT_DESK_RULES, dutyWeeks };

test('[DK2] the editor on duty is the one of the week in the desk’s own time zone', () => {
  expect(onDuty(rules, people, Date.parse('2026-11-23T00:00+01:00'))?.id).toBe('mara');
  expect(onDuty(rules, people, Date.parse('2026-11-29T23:59+01:00'))?.id).toBe('mara');
  expect(onDuty(rules, people, Date.parse('2026-11-22T23:59+01:00'))?.id).toBe('timo');
});

test('[DK2] in a week without an entry, or with one who left the desk, it is whoever has the role', () => {
  expect(onDuty(rules, people, Date.parse('2026-12-02T12:00Z'))).toEqual({ id: 'timo', name: 'TIMO' });
  expect(onDuty(rules, [person('mara', 'editor')], Date.parse('2026-12-09T12:00Z'))).toBeNull();
});

test('[DK2] the head is the one who is named, else whoever has the role', () => {
  expect(headOf({ ...rules, headId: 'mara' }, people)?.id).toBe('mara');
  expect(headOf({ ...rules, headId: 'gone' }, people)?.id).toBe('kai');
  expect(headOf(rules, [])).toBeNull();
});

import { expect, test } from 'vitest';
import { headOf, onDuty, toldFirst, toldNext } from '../../desk/on-duty.ts';
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

const away = (...ids: string[]) =>
  ids.map((id) => ({ from: '2026-11-23', to: '2026-11-27', person: { id, name: id.toUpperCase() } }));
const WEDNESDAY = Date.parse('2026-11-25T12:00Z');
const first = (...ids: string[]) => toldFirst({ ...rules, headId: 'kai' }, team, away(...ids), WEDNESDAY)?.id;
const team = [...people, person('ines', 'editor'), person('zoe', 'editor', 'duty')];

test('[DK2] an editor on duty who is away is passed over: for the role, for who is next, for the head', () => {
  const rota = [...dutyWeeks, { monday: '2026-12-07', personId: 'ines' }];
  const next = (...ids: string[]) =>
    toldFirst({ ...rules, headId: 'kai', dutyWeeks: rota }, team, away(...ids), WEDNESDAY)?.id;
  expect(first()).toBe('mara');
  expect(first('mara')).toBe('timo');
  expect(first('mara', 'timo')).toBe('zoe');
  expect(next('mara', 'timo', 'zoe')).toBe('ines');
  expect(first('mara', 'timo', 'zoe')).toBe('kai');
  // Nobody is there: it waits for whose it was, and is not lost.
  expect(first('mara', 'timo', 'zoe', 'kai')).toBe('mara');
  expect(toldFirst(rules, team, away('mara'), Date.parse('2026-11-28T12:00Z'))?.id).toBe('mara');
  expect(toldFirst(rules, [person('kai', 'lead')], [], WEDNESDAY)).toBeNull();
});

test('[DK2] a head who is away is stood in for by whoever else leads', () => {
  const heads = [...team, person('lea', 'lead')];
  const head = (...ids: string[]) => toldNext({ ...rules, headId: 'kai' }, heads, away(...ids), WEDNESDAY)?.id;
  expect([head(), head('kai'), head('kai', 'lea')]).toEqual(['kai', 'lea', 'kai']);
});

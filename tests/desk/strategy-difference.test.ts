import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldDifferences, strategyDifference } from '../../desk/strategy-difference.ts';

test('a field is said with what stood there before and after, by its path', () => {
  expect(
    fieldDifferences(
      { name: { de: 'Alt', en: 'Old' }, target: 5, same: [1] },
      { name: { de: 'Neu' }, same: [1], more: [] },
    ),
  ).toEqual([
    { path: 'name.de', before: 'Alt', after: 'Neu' },
    { path: 'name.en', before: 'Old', after: null },
    { path: 'target', before: 5, after: null },
    { path: 'more', before: null, after: [] },
  ]);
});

test('a list is one value, and the order of fields says nothing', () => {
  expect(fieldDifferences({ ids: ['a', 'b'] }, { ids: ['b', 'a'] })).toEqual([
    { path: 'ids', before: ['a', 'b'], after: ['b', 'a'] },
  ]);
  expect(fieldDifferences({ hours: [{ from: 1, to: 2 }] }, { hours: [{ to: 2, from: 1 }] })).toEqual([]);
});

test('entries are added, changed and removed; a section of one entry has no id', () => {
  const before = { desk: null, goals: { a: { target: 1 }, b: { target: 2 } } };
  const after = { desk: { hours: [] }, goals: { b: { target: 3 }, c: {} } };
  expect(strategyDifference(before, after, new Set(['desk']))).toEqual([
    { section: 'desk', id: null, act: 'added', fields: [{ path: 'hours', before: null, after: [] }] },
    { section: 'goals', id: 'a', act: 'removed', fields: [{ path: 'target', before: 1, after: null }] },
    { section: 'goals', id: 'b', act: 'changed', fields: [{ path: 'target', before: 2, after: 3 }] },
    { section: 'goals', id: 'c', act: 'added', fields: [] },
  ]);
});

test('of two equal things nothing is different, of two different ones something is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
      expect(fieldDifferences(one, JSON.parse(JSON.stringify(one)))).toEqual([]);
      expect(fieldDifferences(one, other).length).toBe(fieldDifferences(other, one).length);
    }),
  );
});

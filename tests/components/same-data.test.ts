import { expect, test } from 'vitest';
import { isSameData } from '../../components/same-data.ts';

const row = () => ({ topic: { id: 'a', labels: ['x'], lead: null, decisions: [{ at: 1 }] }, waiting: false });

test('two readings of one row say the same', () => {
  expect(isSameData(row(), row())).toBe(true);
});

test.each([
  ['a value', { ...row(), waiting: true }],
  ['an entry of a list', { ...row(), topic: { ...row().topic, labels: ['y'] } }],
  ['a longer list', { ...row(), topic: { ...row().topic, decisions: [{ at: 1 }, { at: 2 }] } }],
  ['something where there was nothing', { ...row(), topic: { ...row().topic, lead: { id: 'b' } } }],
  ['another field', { topic: row().topic, muted: false }],
  ['a list where there was an object', { ...row(), topic: [] }],
])('%s makes another one', (_what, other) => {
  expect(isSameData(row(), other)).toBe(false);
  expect(isSameData(other, row())).toBe(false);
});

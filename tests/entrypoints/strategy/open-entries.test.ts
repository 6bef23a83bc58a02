import { expect, test } from 'vitest';
import { keepOpenEntries, readOpenEntries } from '../../../entrypoints/strategy/open-entries.ts';
import { overlay } from '../../../entrypoints/strategy/overlay.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    ...{ length: 0, key: () => null, clear: () => kept.clear() },
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const entry = { section: 'goals' as const, base: null, draft: { id: 'a', target: 'half' }, version: 3 };

test('what was typed is there again, for the account that typed it', () => {
  const kept = memory();
  keepOpenEntries('rosa', [entry], kept);
  expect(readOpenEntries('rosa', kept)).toEqual([entry]);
  expect(readOpenEntries('adam', kept)).toEqual([]);
  keepOpenEntries('rosa', [], kept);
  expect(readOpenEntries('rosa', kept)).toEqual([]);
});

test('what no version wrote is left aside', () => {
  const kept = memory();
  for (const broken of ['{', '{}', '[{"section":"nothing"}]', 'null']) {
    kept.setItem('strategy rosa', broken);
    expect(readOpenEntries('rosa', kept)).toEqual([]);
  }
});

test('[SG2] of an entry that others changed, only what this person changed is laid on top', () => {
  const base = { id: 'a', target: 1, title: { de: 'Alt' }, audienceIds: ['x'] };
  const draft = { ...base, target: 2 };
  const theirs = { ...base, title: { de: 'Neu' }, audienceIds: ['y'] };
  expect(overlay({ section: 'goals', base, draft, version: 1 }, theirs)).toEqual({ ...theirs, target: 2 });
});

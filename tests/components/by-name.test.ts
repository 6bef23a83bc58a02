import { expect, test } from 'vitest';
import { byName } from '../../components/tags/by-name.ts';

test('entries stand by their names in the reader’s language, whatever their ids are', () => {
  const entries = [
    { id: 'a', name: { de: 'Werk', en: 'Plant' } },
    { id: 'b', name: { de: 'Öffentlichkeit', en: 'Public' } },
    { id: 'c', name: { de: 'Personal', en: 'HR' } },
  ];
  expect(byName(entries, 'de').map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(byName(entries, 'en').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

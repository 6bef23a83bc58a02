import { expect, it } from 'vitest';
import { matchesWords } from '../../components/chooser/match.ts';

it.each([
  ['Forschung & Entwicklung', 'entw', true],
  ['Forschung & Entwicklung', 'for ent', true],
  ['Forschung & Entwicklung', 'wicklung', false],
  ['Schülerinnen und Schüler', 'schul', true],
  ['Café-Ecke', 'ecke', true],
  ['Personal', '', true],
])('%s, looked for as "%s": %s', (text, query, found) => {
  expect(matchesWords(text, query)).toBe(found);
});

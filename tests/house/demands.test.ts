/** The table of demands says where each is answered and shown: it leads nowhere else, and forgets no story. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const STORIES = 'tests/e2e/demands';
const table = readFileSync('docs/demands.md', 'utf8');
const rows = table.split('\n').filter((line) => /^\| S\d+ \|/.test(line));

test('each of the seventeen demands has its row, with the story that shows it', () => {
  expect(rows.map((row) => /^\| (S\d+)/.exec(row)?.[1])).toEqual(Array.from({ length: 17 }, (_, at) => `S${at + 1}`));
  for (const [at, row] of rows.entries()) expect(row).toContain(`${STORIES}/s${String(at + 1).padStart(2, '0')}-`);
});

test('every link of it leads to a file', () => {
  const links = [...table.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => path.join('docs', link ?? ''));
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});

test.each(readdirSync(STORIES).filter((name) => name.endsWith('.test.ts')))(
  '%s is in the table and names its demand',
  (name) => {
    expect(table).toContain(`${STORIES}/${name}`);
    expect(readFileSync(path.join(STORIES, name), 'utf8')).toMatch(new RegExp(`\\bS${Number(name.slice(1, 3))}\\b`));
  },
);

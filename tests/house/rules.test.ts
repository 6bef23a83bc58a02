/** The repository keeps its own promises. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');

test('every rule of SPEC.md has a test whose title begins with its id', () => {
  const ids = [...read('protocol/SPEC.md').matchAll(/^- \*\*([A-Z]{2}\d)\*\*/gm)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(25);
  const tests = globSync('tests/**/*.{ts,tsx}').map(read).join('\n');
  const titled = new Set(
    [...tests.matchAll(/['"`]((?:\[[A-Z]{2}\d\])+)/g)].flatMap(([, tags]) => tags?.match(/[A-Z]{2}\d/g) ?? []),
  );
  expect(ids.filter((id) => !titled.has(id ?? ''))).toEqual([]);
});

test('every top-level folder of sources has its line in the import rule', () => {
  const ruled = new Set(
    JSON.parse(read('biome.json')).overrides.flatMap((override: { includes: string[] }) =>
      override.includes.map((glob) => glob.split('/')[0]),
    ),
  );
  const folders = new Set(
    globSync('*/**/*.{ts,tsx}', { exclude: (path) => /node_modules|^\./.test(path) }).map(
      (path) => path.split(/[\\/]/)[0],
    ),
  );
  expect([...folders].filter((folder) => !ruled.has(folder))).toEqual([]);
});

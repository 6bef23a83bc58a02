/** The pages that mutants come from: small ones of our own. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['../pages', '../../../demo/intranet/pages'];

export type Origin = { name: string; html: string };

export const ORIGINS: readonly Origin[] = FOLDERS.flatMap((folder) => {
  const root = path.join(import.meta.dirname, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({ name, html: readFileSync(path.join(root, name), 'utf8') }));
});

/** The page that a seed mutates. */
export const originOf = (seed: number): Origin => ORIGINS[seed % ORIGINS.length] ?? { name: '', html: '' };

export const repeatWith = (seed: number): string => `npm run test:capture-fuzz -- --seed ${seed}`;

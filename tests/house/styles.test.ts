/** Each page loads the styles of what it shows: in the gallery all are there at once, and nobody would see that one is missing. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const isHere = /\.(?:tsx?|css)$/;

/** All files that one imports, itself included. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (file.endsWith('.css')) return seen;
  for (const [, found = ''] of read(file).matchAll(/(?:from|import) '(\.[^']+)'/g))
    if (isHere.test(found)) reach(path.join(path.dirname(file), found), seen);
  return seen;
}

/** Classes that a rule begins with: one that only changes what stands in another class styles nothing by itself. */
const classesStyled = (files: Iterable<string>): Set<string> =>
  new Set(
    [...files]
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => [...read(file).matchAll(/^\s*\.([a-z][\w-]*)/gm)].map(([, name = '']) => name)),
  );
const classesUsed = (files: Iterable<string>): Set<string> =>
  new Set(
    [...files]
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => [...read(file).matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))),
  );

const styled = classesStyled(
  readdirSync('components', { recursive: true, encoding: 'utf8' }).map((name) => path.join('components', name)),
);
const pages = readdirSync('entrypoints').flatMap((name) => {
  const main = path.join('entrypoints', name, 'main.tsx');
  return readdirSync(path.join('entrypoints', name)).includes('main.tsx') ? [main] : [];
});

test.each(pages)('%s has the styles of every class that it names', (page) => {
  const files = reach(page);
  const here = classesStyled(files);
  expect([...classesUsed(files)].filter((name) => styled.has(name) && !here.has(name))).toEqual([]);
});

/** What is heard and not seen stands absolutely: in a box that is not its frame it would make the page scroll, too. */
test('every box that scrolls is the frame of what stands in it', () => {
  const sheets = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  const loose = sheets.flatMap((name) => {
    const rules = [...read(path.join('components', name)).matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(
      ([, selector = '', body = '']) => ({ selector: selector.replace(/\/\*[\s\S]*?\*\//g, '').trim(), body }),
    );
    const framed = rules.filter(({ body }) => /\bposition:/.test(body)).map(({ selector }) => selector);
    return rules
      .filter(({ selector, body }) => /\boverflow(?:-\w+)?: (?:auto|scroll)/.test(body) && !framed.includes(selector))
      .map(({ selector }) => `${name}: ${selector}`);
  });
  expect(loose).toEqual([]);
});

test('what offers to take something back is not printed', () => {
  expect(read('components/undo-toast.css')).toMatch(/@media print \{\s*\.undo-region \{\s*display: none;/);
});

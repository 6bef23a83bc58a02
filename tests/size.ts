/**
 * What each page and script of the built extension weighs: one JSON line for each, raw and gzip
 * bytes of all the code that it may load, at once or later. Fails above the budget.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const OUTPUT = '.output/chrome-mv3';
const KB = 1000;
/** Gzip bytes; the budgets of the design. */
const BUDGETS: Record<string, number> = {
  'always injected': 0,
  // 75 before pictures, documents and site profiles; opening it is measured by `npm run bench -- clip`.
  // 83 of it open the form; the rest finds what is similar and is loaded when the form stands.
  popup: 104 * KB,
  background: 90 * KB,
  /** What a page gets when it is clipped. Wanted are 30: see docs/capture.md for where the rest is. It may only shrink. */
  'on demand': 52 * KB,
  /** What it gets only when a link or image of it is suggested, or to show what was read. */
  'on request': 10 * KB,
  // Loaded only when a document is clipped.
  documents: 750 * KB,
};

type Weight = { name: string; files: string[]; raw: number; gzip: number };

/** A script and all that it imports, statically or later. */
function graph(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, found = ''] of code.matchAll(/(?:from|import)\s*\(?\s*["'`](\.[\w./~-]+\.js)["'`]/g))
    graph(path.join(path.dirname(file), found), seen);
  return seen;
}

function page(html: string): string[] {
  const linked = [...readFileSync(path.join(OUTPUT, html), 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)];
  return [...new Set(linked.flatMap(([, file]) => [...graph(path.join(OUTPUT, file ?? ''))]))];
}

const weigh = (name: string, files: string[]): Weight => {
  const contents = files.map((file) => readFileSync(file));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    name,
    files: files.map((file) => path.relative(OUTPUT, file)),
    raw: sum(contents.map((content) => content.length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
};

const manifest = JSON.parse(readFileSync(path.join(OUTPUT, 'manifest.json'), 'utf8'));
const inPage = (files: string[]): string[] => files.map((file) => path.join(OUTPUT, file));
const always = (manifest.content_scripts ?? []).flatMap((entry: { js?: string[]; css?: string[] }) => [
  ...(entry.js ?? []),
  ...(entry.css ?? []),
]);

const weights = [
  weigh(
    'always injected',
    always.map((file: string) => path.join(OUTPUT, file)),
  ),
  weigh('on demand', inPage(['capture.js', 'toast.js'])),
  weigh('on request', inPage(['pointed.js', 'highlight.js'])),
  weigh('documents', [...page('offscreen.html'), path.join(OUTPUT, 'pdf.worker.mjs')]),
  weigh('background', [...graph(path.join(OUTPUT, manifest.background.service_worker))]),
  ...readdirSync(OUTPUT)
    .filter((file) => file.endsWith('.html'))
    .map((html) => weigh(html.replace('.html', ''), page(html))),
];

// A budget that weighs nothing would be kept by a mistake of this file.
const unweighed = Object.keys(BUDGETS).filter((name) => {
  const weight = weights.find((one) => one.name === name);
  return weight === undefined || (weight.gzip === 0 && BUDGETS[name] !== 0);
});

let over = unweighed.length > 0;
for (const { name, files, raw, gzip } of weights) {
  const budget = BUDGETS[name];
  over ||= budget !== undefined && gzip > budget;
  console.log(JSON.stringify({ name, raw, gzip, budget: budget ?? null, files }));
}
if (unweighed.length > 0) console.error(`Nothing was found of: ${unweighed.join(', ')}`);
else if (over) console.error('A bundle is over its budget; see the lines above.');
process.exitCode = over ? 1 : 0;

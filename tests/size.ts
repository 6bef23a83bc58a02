/**
 * What each page and script of the built extension weighs: one JSON line for each, raw and gzip bytes of
 * all the code that it may load, at once or later; of the popup apart, for a person waits for the first of it.
 * Fails above the budget.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const OUTPUT = '.output/chrome-mv3';
const POPUP = 'popup.html';
const KB = 1000;
/** Gzip bytes; the budgets of the design. */
const BUDGETS: Record<string, number> = {
  'always injected': 0,
  // 75 before pictures, documents and site profiles; opening it is measured by `npm run bench -- clip`.
  // 86 before questions, search and planning: it carries the schema of every act.
  // 96 before clearances, briefs and assignments, for the same reason.
  // 100 before rules for company information, which it has to know before anything is kept.
  // 112 before the days of embargoes, and rules that a change of a clip brings in.
  // 115 before joining said what it is for, and a suggestion leads to its question.
  // 117 before the popup held a line to the background while it saves, and own clips had an index of their own.
  // 118 before a key led to a question, the focus went on behind its answer, and the page's text filled what is free.
  // 119 before topics of a first pull stood in packs, which whoever reads a topic has to know.
  popup: 120 * KB,
  /** What the popup loads when its form is seen: finding out what a page means, and what is similar. */
  // 65 before department and goal were preselected by words: a list of what organisations talk about.
  // 84 before markings and personal data were looked for.
  // 97 before the forest was read by the browser itself.
  // 100 before dates and names were read sign by sign, which a page waits less for than for patterns.
  // 102 before the names that pages show of their sites.
  // 103 before markings were looked for in one pass, which is for the queue's sake.
  // 104 before those packs.
  'popup, later': 105 * KB,
  // It finds that out too, and can load nothing later: browsers let no background script do so.
  // With it what a pull keeps for search (word forms of two languages).
  // 130 before clearances and assignments, whose numbers it shows.
  // 134 before that list, and the meanings of similar topics that go with it.
  // 160 before markings and personal data, and results.
  // 180 before embargoes.
  // 185 before that forest.
  // 190 before dates and names were read sign by sign.
  // 192 before those names.
  // 193 before that pass.
  // 194 before those packs, which it also makes.
  // 196 before it looked for words that went with a popup.
  background: 197 * KB,
  /** What a page gets when it is clipped, with the toast of the quick clip. The issue allows 30. */
  'on demand': 20 * KB,
  /** What it gets only when a link or image of it is suggested, or to show what was read. */
  'on request': 10 * KB,
  // Loaded only when a document is clipped. 750 before markings were looked for in files too, 793 before those packs.
  documents: 795 * KB,
};

type Weight = { name: string; files: string[]; raw: number; gzip: number };

const STATIC = /(?:from|import)\s*["'`](\.[\w./~-]+\.js)["'`]/g;
const STATIC_OR_LATER = /(?:from|import)\s*\(?\s*["'`](\.[\w./~-]+\.js)["'`]/g;

/** A script and all that it imports in one of these ways. */
function graph(file: string, imports = STATIC_OR_LATER, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, found = ''] of code.matchAll(imports)) graph(path.join(path.dirname(file), found), imports, seen);
  return seen;
}

function page(html: string, imports = STATIC_OR_LATER): string[] {
  const linked = [...readFileSync(path.join(OUTPUT, html), 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)];
  return [...new Set(linked.flatMap(([, file]) => [...graph(path.join(OUTPUT, file ?? ''), imports)]))];
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

const atOnce = page(POPUP, STATIC);

const weights = [
  weigh(
    'always injected',
    always.map((file: string) => path.join(OUTPUT, file)),
  ),
  weigh('on demand', inPage(['capture.js', 'toast.js'])),
  weigh('on request', inPage(['pointed.js', 'highlight.js'])),
  weigh('documents', [...page('offscreen.html'), path.join(OUTPUT, 'pdf.worker.mjs')]),
  weigh('background', [...graph(path.join(OUTPUT, manifest.background.service_worker))]),
  weigh('popup', atOnce),
  weigh(
    'popup, later',
    page(POPUP).filter((file) => !atOnce.includes(file)),
  ),
  ...readdirSync(OUTPUT)
    .filter((file) => file.endsWith('.html') && file !== POPUP)
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

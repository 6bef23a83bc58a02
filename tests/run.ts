/**
 * Everything that must hold before a change is good, in the order in which mistakes are cheapest to
 * find. Ends with one line that a machine can read: `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { BUILDS_VARIABLE } from '../demo/build.ts';
import { endWithSteps, runCommand } from './run-command.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'clipdesk-test-'));
let passed = 0;
let failed = 0;
/** What failed, by name: told again at the end, where a log that was cut still shows it. */
const failures: string[] = [];
/** What failed at first, in a browser. */
const wavering: string[] = [];

const run = async (command: string): Promise<boolean> => {
  const started = performance.now();
  console.log(`\n▸ ${command}`);
  const ok = await runCommand(command);
  console.log(`${ok ? '✔' : '✘'} ${command} (${Math.round((performance.now() - started) / 1000)} s)`);
  return ok;
};

const fail = (names: readonly string[]): void => {
  failed += names.length;
  failures.push(...names);
};

/** A step that is right or wrong as a whole. */
const step = async (command: string): Promise<boolean> => {
  const ok = await run(command);
  if (ok) passed += 1;
  else fail([command]);
  return ok;
};

type TestResult = { status: string; fullName: string; failureMessages?: string[] };

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: TestResult[] }[];
};

/** A run that broke before it could count, or outside its tests, is a failure of its own name. */
const failuresOf = (name: string, ok: boolean, report: Report | null): string[] => {
  const named = (report?.testResults ?? []).flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${path.relative('.', file)}: ${fullName}`),
  );
  return named.length > 0 ? named : ok && report !== null ? [] : [`${name}: broke outside its tests`];
};

const runTests = async (name: string, options: string): Promise<{ ok: boolean; report: Report | null }> => {
  const file = path.join(scratch, `${name}.json`);
  const ok = await run(`vitest run ${options} --reporter=default --reporter=json --outputFile.json=${file}`);
  try {
    return { ok, report: JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { ok, report: null };
  }
};

/** Why, and where in our tests, for a log that shows its end alone. */
const reasonOf = ({ failureMessages = [] }: TestResult): string =>
  failureMessages
    .flatMap((message) => {
      const [what, ...where] = stripVTControlCharacters(message).split('\n');
      return [what, where.find((line) => line.includes(path.resolve('tests')))?.trim() ?? ''];
    })
    .join(' ')
    .slice(0, 400);

/** A run of the test runner, counted test by test. */
const tests = async (projects: readonly string[], options = ''): Promise<void> => {
  const names = projects.map((project) => `--project ${project}`).join(' ');
  const { ok, report } = await runTests(projects.join('-'), `${names}${options}`);
  passed += report?.numPassedTests ?? 0;
  fail(failuresOf(projects.join(', '), ok, report));
};

/** More than so many files that failed are no accident. */
const MOST_FILES_AGAIN = 6;

/**
 * Tests in real browsers, on machines that do other things too. A file that failed is played once more, by itself; what
 * then holds is named at the end, so that nobody takes it for a story that never wavers.
 */
const inBrowsers = async (project: string, options = ''): Promise<void> => {
  const { ok, report } = await runTests(project, `--project ${project}${options}`);
  const again = report?.testResults.filter(({ status }) => status === 'failed') ?? [];
  const files = again.map(({ name }) => path.relative('.', name)).join(' ');
  const second =
    report !== null && !ok && again.length > 0 && again.length <= MOST_FILES_AGAIN
      ? await runTests(`${project}-again`, `--project ${project} ${files}`)
      : null;
  if (report === null || second?.report == null) {
    passed += report?.numPassedTests ?? 0;
    fail(failuresOf(project, ok, report));
    return;
  }
  const firstPassed = again
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((one) => one.status === 'passed');
  passed += report.numPassedTests - firstPassed.length + second.report.numPassedTests;
  fail(failuresOf(`${project}, again`, second.ok, second.report));
  for (const one of again.flatMap(({ assertionResults }) => assertionResults))
    if (one.status === 'failed') wavering.push(`${one.fullName}: ${reasonOf(one)}`);
};

const tidy = (): void => rmSync(scratch, { recursive: true, force: true });
endWithSteps(tidy);

await step('biome format');
await step('biome lint --error-on-warnings');
await step('tsc --noEmit');
await step('tsc --noEmit -p server');
await step('knip');
const built = (await step('wxt build -b chrome')) && (await step('wxt build -b firefox'));
if (built) await step('node tests/size.ts');
// By itself the runner leaves one processor of two alone.
await tests(['unit', 'server', 'postgres'], ' --maxWorkers 2');
// Rounds of bad luck wait more than they compute: all of their files at once, on however few cores.
await tests(['faults'], ' --maxWorkers 3');
if (built && (await step('node demo/browser/install.ts'))) {
  // Not beside the rounds: together both took longer, and waited too long for a database.
  await inBrowsers('pages', ' --maxWorkers 2');
  // Built above; whoever plays stories alone has it built then.
  process.env[BUILDS_VARIABLE] = path.resolve('.output');
  await inBrowsers('stories', ' --maxWorkers 2');
  await inBrowsers('browser');
}

tidy();
for (const name of failures) console.log(`Failed: ${name}`);
for (const story of wavering) console.log(`Failed at first, was played again: ${story}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * Everything that must hold before a change is good, in the order in which mistakes are cheapest to
 * find. Ends with one line that a machine can read: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const scratch = mkdtempSync(path.join(tmpdir(), 'clipdesk-test-'));
let passed = 0;
let failed = 0;

const run = (command: string): boolean => {
  const started = performance.now();
  console.log(`\n▸ ${command}`);
  const ok = spawnSync(command, { shell: true, stdio: 'inherit' }).status === 0;
  console.log(`${ok ? '✔' : '✘'} ${command} (${Math.round((performance.now() - started) / 1000)} s)`);
  return ok;
};

/** A step that is right or wrong as a whole. */
const step = (command: string): boolean => {
  const ok = run(command);
  if (ok) passed += 1;
  else failed += 1;
  return ok;
};

/** A run of the test runner, counted test by test; one that broke before it could count is a failure. */
const tests = (projects: readonly string[], options = ''): void => {
  const report = path.join(scratch, `${projects.join('-')}.json`);
  const names = projects.map((project) => `--project ${project}`).join(' ');
  const ok = run(`vitest run ${names}${options} --reporter=default --reporter=json --outputFile.json=${report}`);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests + (!ok && numFailedTests === 0 ? 1 : 0);
  } catch {
    failed += 1;
  }
};

step('biome format');
step('biome lint --error-on-warnings');
step('tsc --noEmit');
step('tsc --noEmit -p server');
step('knip');
const built = step('wxt build -b chrome') && step('wxt build -b firefox');
if (built) step('node tests/size.ts');
tests(['unit', 'server', 'postgres']);
// Rounds of bad luck wait more than they compute: all of their files at once, on however few cores.
tests(['faults'], ' --maxWorkers 3');
if (built && step('node demo/browser/install.ts')) tests(['browser']);

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';

/** A run of one step whose shell started something else, whose number it says. */
const PROGRAM = `
  import { endWithSteps, runCommand } from '../run-command.ts';
  endWithSteps(() => console.log('tidied'));
  await runCommand('sleep 600 & echo $!; wait');
  console.log('went on');
`;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)(
  'a test run that is called off by %s ends all that its step started, and tidies up',
  async (signal, code) => {
    const run = spawn(process.execPath, ['--input-type=module-typescript', '--eval', PROGRAM], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void run.kill('SIGKILL'));
    let said = '';
    run.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await vi.waitFor(() => expect(said).toMatch(/^\d+\n/), 10_000);
    const started = Number.parseInt(said, 10);
    expect(isRunning(started)).toBe(true);
    run.kill(signal);
    expect(await once(run, 'exit')).toEqual([code, null]);
    await vi.waitFor(() => expect(isRunning(started)).toBe(false), 10_000);
    expect(said.split('\n').slice(1)).toEqual(['tidied', '']);
  },
);

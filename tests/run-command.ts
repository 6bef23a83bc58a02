/** One step of a test run, in a process group of its own, so that nothing of it outlives a run that is called off. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** How long what was told to end may take for it, in milliseconds. */
const GRACE = 20_000;

let current: ChildProcess | null = null;

/** Runs it with our input and output. Resolves to whether it went well; never, once the run is called off. */
export async function runCommand(command: string): Promise<boolean> {
  const child = spawn(command, { shell: true, stdio: 'inherit', detached: true });
  current = child;
  const [code] = await once(child, 'exit');
  if (current === null) await new Promise(() => {});
  current = null;
  return code === 0;
}

/** Ends the step that runs and all that it started when the run is told to end; then as the signal would have. */
export function endWithSteps(onEnd: () => void): void {
  for (const signal of SIGNALS)
    process.once(signal, async () => {
      const pid = current?.pid;
      current = null;
      // What a shell started in the background does not hear SIGINT.
      if (pid !== undefined && tell(pid, 'SIGTERM')) await lastOf(pid);
      onEnd();
      process.exit(128 + constants.signals[signal]);
    });
}

/** Waits for the last of a group. */
async function lastOf(pid: number): Promise<void> {
  const until = performance.now() + GRACE;
  while (tell(pid, 0) && performance.now() < until) await setTimeout(50);
  tell(pid, 'SIGKILL');
}

/** Tells the whole group; false: nobody is left to be told. */
function tell(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

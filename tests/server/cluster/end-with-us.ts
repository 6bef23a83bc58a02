/** What has to end with this process, however it ends: a test run that is called off leaves nothing running behind it. */

const endings = new Set<() => void>();
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
let isListening = false;

/**
 * Calls `end`, which may not wait for anything, when this process exits or is told to. Returns how to take that back.
 * What a kill -9 leaves behind nobody can help.
 */
export function endWithUs(end: () => void): () => void {
  endings.add(end);
  if (!isListening) {
    isListening = true;
    process.on('exit', endAll);
    for (const signal of SIGNALS) process.once(signal, ended);
  }
  return () => endings.delete(end);
}

function ended(signal: NodeJS.Signals): void {
  endAll();
  // Whoever else listens, such as the test runner, ends the process; where nobody does, the signal does as it always would.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function endAll(): void {
  for (const end of endings) end();
  endings.clear();
}

/** What a process of somebody else has used, as Linux says it. */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** A tick of the kernel's clock. */
const TICK_MS = 10;

/** User and system time so far, in milliseconds. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may have spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory in megabytes (10^6 bytes): now, and at its highest. */
export function memoryOf(pid: number): { now: number; highest: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (field: string): number =>
    (Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024) / 1e6;
  return { now: of('VmRSS'), highest: of('VmHWM') };
}

/** How much else the machine had to do; figures are worth as much. */
export function printLoad(when: string): void {
  const [minute = Number.NaN] = loadavg();
  console.log(
    JSON.stringify({ name: `load of the machine, ${when}`, value: Number(minute.toFixed(2)), unit: 'runnable' }),
  );
}

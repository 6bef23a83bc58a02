/** What this process was ordered to suffer, for those who watch its statements. */
import { DEFECT_VARIABLE, type KillStep, type Order } from '../orders.ts';

export const switches: { dieAt: KillStep | null; fullFor: number; clockOffset: number; defect: string | null } = {
  dieAt: null,
  fullFor: 0,
  clockOffset: 0,
  defect: process.env[DEFECT_VARIABLE] ?? null,
};

export function obey(order: Order): void {
  if (order.name === 'die') switches.dieAt = order.at;
  else if (order.name === 'disk full') switches.fullFor = order.transactions;
  else switches.clockOffset = order.offset;
}

/** The request that should have ended this process is over: what it did has no such step. */
export function standDown(order: Order): void {
  if (order.name === 'die' && switches.dieAt === order.at) switches.dieAt = null;
}

/** Ends the process as an operating system does: nothing of it runs any more. */
export function reach(step: KillStep): void {
  if (switches.dieAt === step) process.kill(process.pid, 'SIGKILL');
}

/** Statements around which a queue can die, by how they begin. */
const BEFORE: readonly [RegExp, KillStep][] = [
  [/^BEGIN (IMMEDIATE|ISOLATION LEVEL READ COMMITTED)/, 'before begin'],
  [/^INSERT INTO outcome/, 'in the middle of applying'],
  [/^UPDATE queue SET seq/, 'after applying'],
  [/^COMMIT/, 'before commit'],
];

export function beforeStatement(text: string): void {
  if (switches.dieAt === null) return;
  for (const [pattern, step] of BEFORE) if (pattern.test(text)) reach(step);
}

let fullNow = false;

/** Whether the disk has no room for this statement; for engines that cannot be given a small disk. */
export function isFull(text: string): boolean {
  if (/^BEGIN ISOLATION LEVEL READ COMMITTED/.test(text)) {
    fullNow = switches.fullFor > 0;
    if (fullNow) switches.fullFor -= 1;
  }
  return fullNow && /^INSERT INTO/.test(text);
}

export function afterStatement(text: string): void {
  if (/^COMMIT/.test(text)) reach('after commit');
}

/**
 * Structured logs. They say which route was asked, by which request, how it ended and how long it
 * took; never a token, a code, a name, an address of a page or anything that a person wrote. Paths
 * are logged as route patterns, since a path can carry an id.
 */
import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

export const createLog = (level: Config['logLevel'], destination?: DestinationStream): Log => {
  const options = {
    level,
    base: { service: 'clipdesk-queue' },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

/**
 * An unexpected error as far as it may be logged: its message is left out, because the engines of
 * JSON and SQL quote their input in theirs.
 */
export function describeError(error: unknown): { error: string; code?: string; frames?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, frames: frames.map((frame) => frame.trim()) };
}

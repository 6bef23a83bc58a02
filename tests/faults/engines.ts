import type { Engine } from './engine.ts';
import { openPostgresEngine } from './postgres-engine.ts';
import { openSqliteEngine } from './sqlite-engine.ts';

const ENGINES: { [name: string]: () => Promise<Engine> } = { sqlite: openSqliteEngine, postgres: openPostgresEngine };

/** @param wanted the name of one, or `both`. */
export function openEngines(wanted: string): (() => Promise<Engine>)[] {
  if (wanted === 'both') return Object.values(ENGINES);
  const open = ENGINES[wanted];
  if (open === undefined) throw new Error(`there is no engine "${wanted}"`);
  return [open];
}

/** The engines by name, as many of one as rounds are to be played at once. */
import type { Engine } from './engine.ts';
import { openPostgresEngine } from './postgres-engine.ts';
import { openSqliteEngine } from './sqlite-engine.ts';

const ENGINES = { sqlite: openSqliteEngine, postgres: openPostgresEngine };
export type EngineName = keyof typeof ENGINES;
export const ENGINE_NAMES = Object.keys(ENGINES) as EngineName[];

/**
 * @param atOnce how many rounds are played side by side
 * @throws Error where none has that name
 */
export async function openEngines(name: string, atOnce: number): Promise<Engine[]> {
  const known = ENGINE_NAMES.find((one) => one === name);
  if (known === undefined) throw new Error(`there is no engine "${name}"`);
  const first = await ENGINES[known]();
  if (first.playsMany) return Array.from({ length: atOnce }, () => first);
  const others = await Promise.all(Array.from({ length: atOnce - 1 }, ENGINES[known]));
  return [first, ...others];
}

export const closeEngines = (engines: readonly Engine[]): Promise<unknown> =>
  Promise.all([...new Set(engines)].map((engine) => engine.close()));

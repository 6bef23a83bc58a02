/** The labelled clips (clips/README.md) with the strategies they are about. */
import { readFileSync } from 'node:fs';
import type { Audience, Department, Goal } from '../../../protocol/strategy.ts';
import { readStrategy } from '../../../server/strategy/read.ts';

export type Half = 'open' | 'held';

export type LabelledClip = {
  id: string;
  personId: string;
  at: number;
  person: { departmentId: string | null };
  address: string;
  title: string;
  siteName: string | null;
  excerpt: string;
  text: string;
  departmentId: string;
  departmentsAlso: string[];
  goalId: string | null;
  goalsAlso: string[];
};

export type Organisation = {
  name: string;
  departments: Department[];
  goals: Goal[];
  audiences: Audience[];
  clips: Record<Half, LabelledClip[]>;
};

/** A day on which every goal of the four strategies runs. */
export const TODAY = Date.UTC(2026, 10, 26);

const STRATEGIES: Record<string, string> = {
  industry: 'server/strategies/industry.yaml',
  hospital: 'server/strategies/hospital.yaml',
  city: 'server/strategies/city.yaml',
  nordwerk: 'server/strategy.example.yaml',
};

/** @param halves those that are not asked for are not opened. */
export const organisations = (halves: readonly Half[]): Organisation[] =>
  Object.entries(STRATEGIES).map(([name, file]) => {
    const strategy = readStrategy(readFileSync(file, 'utf8'));
    const withIds = <T>(entries: Record<string, T>) => Object.entries(entries).map(([id, entry]) => ({ id, ...entry }));
    const clipsOf = (half: Half): LabelledClip[] =>
      halves.includes(half) ? JSON.parse(readFileSync(`tests/desk/preselect/clips/${half}/${name}.json`, 'utf8')) : [];
    return {
      name,
      departments: withIds(strategy.departments),
      goals: withIds(strategy.goals),
      audiences: withIds(strategy.audiences),
      clips: { open: clipsOf('open'), held: clipsOf('held') },
    };
  });

/** Strategies to begin with: whole files of invented houses, to be made one's own. */
import { readFileSync } from 'node:fs';

export const STARTERS = ['industry', 'hospital', 'city'] as const;
export type Starter = (typeof STARTERS)[number];

/** Invented sponsors confirmed them; real ones have not yet, so that every goal of the copy begins as a draft [SG4]. */
const INVENTED_WORD = /^ +sponsorConfirmedAt: .*\n|^# +- every sponsorConfirmedAt.*\n/gm;

export const starterStrategy = (name: Starter): string =>
  readFileSync(new URL(`../strategies/${name}.yaml`, import.meta.url), 'utf8').replace(INVENTED_WORD, '');

/** Strategies to begin with: whole files of invented houses, to be made one's own. */
import { readFileSync } from 'node:fs';

export const STARTERS = ['industry', 'hospital', 'city'] as const;
export type Starter = (typeof STARTERS)[number];

/** Invented sponsors confirmed them; real ones have not yet, so that every goal of the copy begins as a draft [SG4]. */
const INVENTED_WORD = /^ +sponsorConfirmedAt: .*\n|^# +- every sponsorConfirmedAt.*\n/gm;

/** The domain of each invented house, which its rules are about: a company's own takes its place. */
const INVENTED_DOMAINS: Record<Starter, string> = {
  industry: 'musterwerk.example',
  hospital: 'klinikum-musterstadt.example',
  city: 'musterstadt.example',
};

/** @param domain the company's own, such as `example.com`; null: the invented one stays */
export function starterStrategy(name: Starter, domain: string | null): string {
  const yaml = readFileSync(new URL(`../strategies/${name}.yaml`, import.meta.url), 'utf8').replace(INVENTED_WORD, '');
  return domain === null ? yaml : yaml.replaceAll(INVENTED_DOMAINS[name], domain);
}

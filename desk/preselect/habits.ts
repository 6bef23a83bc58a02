/** What this person chose before; learned and kept on the device only, never sent. */
import { takeApart } from '../plain-address.ts';

export type Choice = { departmentId: string; goalId: string | null };

export type Habits = {
  /** For the part of the site that the page at hand stands in (`sectionOf`). */
  lastInSection: Choice | null;
  /** By department. */
  lastGoalIn: Readonly<Record<string, string>>;
};

export const NO_HABITS: Habits = { lastInSection: null, lastGoalIn: {} };

/** `intranet.example/hr`: the host and at most two parts of the path that the page itself stands under. */
export function sectionOf(address: string): string {
  const page = takeApart(address);
  return page === null ? '' : [page.host, ...page.path.slice(0, -1).slice(0, 2)].join('/');
}

/** The short tour of each role: a few steps, each with a picture. Its words are in `locales/` under role and number. */
import type { guideSteps } from '../../locales/words.ts';
import type { Role } from '../../protocol/person.ts';

export type PictureName =
  | 'popup'
  | 'tags'
  | 'saved'
  | 'clearance'
  | 'gap'
  | 'timeline'
  | 'question'
  | 'who'
  | 'list'
  | 'decide'
  | 'plan'
  | 'goal'
  | 'clock'
  | 'overdue'
  | 'history'
  | 'roles'
  | 'file';

type Words = keyof (typeof guideSteps)['de'];
type StepKey = Words extends infer K ? (K extends `${infer Base}.title` ? Base : never) : never;
export type GuideStep = { key: StepKey; picture: PictureName };

const steps = <R extends Role>(role: R, ...pictures: PictureName[]): GuideStep[] =>
  pictures.map((picture, at) => ({ key: `${role}${at + 1}` as StepKey, picture }));

export const GUIDE: Record<Role, readonly GuideStep[]> = {
  submitter: steps('submitter', 'popup', 'tags', 'saved', 'timeline'),
  contact: steps('contact', 'who', 'question', 'tags'),
  editor: steps('editor', 'list', 'decide', 'question', 'plan', 'goal'),
  duty: steps('duty', 'overdue', 'clock', 'list'),
  clearer: steps('clearer', 'clearance', 'who', 'question'),
  lead: steps('lead', 'goal', 'history', 'gap', 'overdue'),
  admin: steps('admin', 'roles', 'file', 'history'),
};

/** Where somebody stands in their tour. */
export type GuideProgress = {
  /** Whose steps were seen or skipped. */
  done: readonly Role[];
  /** Null: it was not begun, or ended. */
  at: { role: Role; step: number } | null;
};

const ORDER = Object.keys(GUIDE) as Role[];

/** The roles that a person is shown, in the order in which they build on each other. */
export const chaptersOf = (roles: readonly Role[]): Role[] => ORDER.filter((role) => roles.includes(role));

/** Where the tour goes on: where it was left, else at the first role that was not seen; null: all were. */
export function whereToGoOn(progress: GuideProgress, roles: readonly Role[]): GuideProgress['at'] {
  const { at } = progress;
  if (at !== null && roles.includes(at.role) && at.step < GUIDE[at.role].length) return at;
  const role = chaptersOf(roles).find((each) => !progress.done.includes(each));
  return role === undefined ? null : { role, step: 0 };
}

/** After the last step of a role, or when it is skipped. */
export function roleDone(progress: GuideProgress, role: Role, roles: readonly Role[]): GuideProgress {
  const done = progress.done.includes(role) ? progress.done : [...progress.done, role];
  return { done, at: whereToGoOn({ done, at: null }, roles) };
}

/**
 * What the toast reads of the background's answers, without a schema library: what runs in a page on
 * demand shares 30 kB with the extractor. A test holds these against the schemas of `calls.ts`.
 */
import type { ToastCalls } from './calls.ts';
import type { Answers, Parser } from './rpc.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isChoice: Check = (value) => isRecord(value) && isText(value.id) && isText(value.name);

/** The type is a promise of the caller; the test beside `calls.ts` keeps it. */
const parser = <T>(check: Check): Parser<T> => ({
  safeParse: (value) => (check(value) ? { success: true, data: value as T } : { success: false }),
});

const nothing = { answer: parser<Record<string, never>>(isRecord) };

export const toastParsers: Answers<ToastCalls> = {
  tagClip: {
    answer: parser(
      (value) =>
        isRecord(value) &&
        Array.isArray(value.goals) &&
        value.goals.every(isChoice) &&
        (value.goalId === null || isText(value.goalId)),
    ),
  },
  undoClip: nothing,
  showRead: nothing,
};

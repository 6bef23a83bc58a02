/**
 * The toast's side of its calls without a schema library: what runs in a page on demand shares
 * 30 kB with the extractor. A test holds these against the schemas of `calls.ts`.
 */
import type { ShowCalls, ToastCalls } from './calls.ts';
import type { Parser, Parsers } from './rpc.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (fields: Record<string, Check>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

/** The type is a promise of the caller; the test beside `calls.ts` keeps it. */
const parser = <T>(check: Check): Parser<T> => ({
  safeParse: (value) => (check(value) ? { success: true, data: value as T } : { success: false }),
});

const choice = shape({ id: isText, name: isText });
const isClip = shape({ clipId: isText });
const isNothing = shape({});

export const toastParsers: Parsers<ToastCalls> = {
  tagClip: {
    request: parser(shape({ clipId: isText, departmentId: isText, goalId: isTextOrNull })),
    answer: parser(shape({ goals: listOf(choice), goalId: isTextOrNull })),
  },
  undoClip: { request: parser(isClip), answer: parser(isNothing) },
};

const texts = ['saved', 'title', 'department', 'goal', 'undo', 'close', 'undone', 'unchanged'];

export const showParsers: Parsers<ShowCalls> = {
  showToast: {
    request: parser(
      shape({
        clipId: isText,
        lang: isText,
        texts: shape(Object.fromEntries(texts.map((name) => [name, isText]))),
        departments: listOf(choice),
        goals: listOf(choice),
        departmentId: isText,
        goalId: isTextOrNull,
      }),
    ),
    answer: parser(isNothing),
  },
};

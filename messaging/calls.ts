/**
 * Every message between the parts of the extension, by direction. Verbs command. Extension pages
 * share a database with the background, so few messages are left.
 */
import * as z from 'zod/mini';
import { idSchema } from '../protocol/id.ts';
import { LIMITS } from '../protocol/limits.ts';
import { slugSchema } from '../protocol/person.ts';

const nothing = z.object({});
const text = z.string().check(z.maxLength(LIMITS.strategyText));
const choice = z.object({ id: z.string().check(z.maxLength(64)), name: text });

/** From the toast in a page to the background. */
export const toastCalls = {
  /** Change department or goal of the clip just kept; answers with the goals of its department now. */
  tagClip: {
    request: z.object({ clipId: idSchema, departmentId: slugSchema, goalId: z.nullable(slugSchema) }),
    answer: z.object({ goals: z.array(choice), goalId: z.nullable(slugSchema) }),
  },
  /** Take the clip just kept back. */
  undoClip: { request: z.object({ clipId: idSchema }), answer: nothing },
  /** Mark in the page what was read of it; answers once the marks are gone. */
  showRead: { request: z.object({ clipId: idSchema }), answer: nothing },
};

const address = z.string().check(z.maxLength(LIMITS.address));

/** From a page of the extension to the background. */
export const pageCalls = {
  /** The key of a page (AD1); null: no web address. */
  pageKey: {
    request: z.object({ address, canonicalAddress: z.nullable(address) }),
    answer: z.object({ key: z.nullable(z.string()) }),
  },
  /** Send and fetch now: something was kept (`act`), the person asks (`asked`), or there is network again (`online`). */
  requestSync: { request: z.object({ reason: z.enum(['act', 'asked', 'online']) }), answer: nothing },
  /** Somebody joined, signed out or changed accounts: read the registry again. */
  accountChanged: { request: nothing, answer: nothing },
  /** There is a document to read: open the page that does it. */
  openReader: { request: nothing, answer: nothing },
  /** The person chose another language: menus and the button's title are the background's to rename. */
  languageChanged: { request: nothing, answer: nothing },
  /** Mark in a tab's page what is read of it; answers once the marks are gone. */
  showRead: { request: z.object({ tabId: z.int() }), answer: nothing },
};

type Inferred<T extends Record<string, { request: z.ZodMiniType; answer: z.ZodMiniType }>> = {
  [K in keyof T]: { request: z.infer<T[K]['request']>; answer: z.infer<T[K]['answer']> };
};
export type ToastCalls = Inferred<typeof toastCalls>;
export type PageCalls = Inferred<typeof pageCalls>;

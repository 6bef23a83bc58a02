/** To the page that reads documents. Its answers come from hostile files, so whoever asks parses them. */
import * as z from 'zod/mini';
import { clipDraftSchema, pictureSchema } from '../protocol/clip.ts';
import { idSchema } from '../protocol/id.ts';
import { LIMITS } from '../protocol/limits.ts';

const sentence = z.nullable(z.string().check(z.maxLength(LIMITS.sentence)));
/**
 * `title`: what the document is called until it says so itself. `isLink`: nobody opened it, only its address says
 * that it is a document.
 */
const document = {
  address: z.string().check(z.maxLength(LIMITS.address)),
  title: z.string().check(z.maxLength(LIMITS.title)),
  isLink: z.optional(z.boolean()),
};

export const documentCalls = {
  /** Fetch and read a document; answers when all of it, or what the time allowed, is read. All words come along. */
  readDocument: {
    request: z.object(document),
    answer: z.object({
      /** Null when nothing of its inside is known. */
      draft: z.nullable(clipDraftSchema),
      /** Why it could not be read, or not all of it. */
      note: sentence,
      /** The name of the button that asks for its site; null where that does not help. */
      allow: sentence,
      /** Of its first page; the bytes as base64, since messages are JSON. */
      picture: z.nullable(
        z.object({ picture: pictureSchema, base64: z.string().check(z.maxLength(LIMITS.pictureBytes * 1.5)) }),
      ),
    }),
  },
  /** Put what is read of it into a clip that was kept before that; answers when that is done. */
  completeClip: { request: z.object({ ...document, clipId: idSchema }), answer: z.object({}) },
};

export type DocumentCalls = {
  [K in keyof typeof documentCalls]: {
    request: z.infer<(typeof documentCalls)[K]['request']>;
    answer: z.infer<(typeof documentCalls)[K]['answer']>;
  };
};
export type DocumentAnswer = DocumentCalls['readDocument']['answer'];

/** Documents without a page that could be read: what stands in the file itself. */
import { browser } from 'wxt/browser';
import { type DocumentAnswer, documentCalls } from '../../messaging/document-calls.ts';
import { toBackground } from './message-adapters.ts';
import type { TakenPicture } from './picture.ts';
import { siteOf } from './site-of.ts';

export type DocumentCapture = Omit<DocumentAnswer, 'picture'> & { picture: TakenPicture | null };

type KnownDocument = { address: string; title: string; isLink?: boolean };

/** Makes sure that the page which reads documents listens: asks the background for it, or is the background. */
type OpenReader = () => Promise<unknown>;

/**
 * Fetches and reads a document, as the person who acts on this tab may: of the tab's own origin, or of
 * one that was allowed. Takes a minute at most. Null when nobody answered.
 */
export async function captureDocument(
  document: KnownDocument,
  openReader: OpenReader,
): Promise<DocumentCapture | null> {
  const reply = await ask('readDocument', document, openReader);
  const answer = documentCalls.readDocument.answer.safeParse(reply?.value);
  if (!answer.success) return null;
  const { picture, ...rest } = answer.data;
  return { ...rest, picture: picture === null ? null : unpack(picture) };
}

/** What is read of a document later goes into a clip that is kept now. Nobody waits for it: the clip is whole without. */
export const completeClip = (document: KnownDocument & { clipId: string }, openReader: OpenReader): Promise<unknown> =>
  ask('completeClip', document, openReader);

async function ask(clipdesk: keyof typeof documentCalls, document: KnownDocument, openReader: OpenReader) {
  await openReader();
  const reply = await toBackground.send({ clipdesk, request: document }).catch(() => null);
  return reply as { value?: unknown } | null | undefined;
}

const unpack = ({ picture, base64 }: NonNullable<DocumentAnswer['picture']>): TakenPicture => ({
  picture,
  bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
});

/** To be called in a person's click, before anything is awaited: the browser asks them. */
export const allowSite = (address: string): Promise<boolean> =>
  browser.permissions.request({ origins: [siteOf(address)] }).catch(() => false);

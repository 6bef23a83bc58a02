/** A link or image chosen in the menu → the draft of its clip, from that of the page on which it stands. */
import * as z from 'zod/mini';
import { blankDraft } from '../../protocol/blank-draft.ts';
import { type ClipDraft, clippedImageSchema, isWebAddress } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { cutText } from '../../protocol/text.ts';
import { callInTab } from '../browser/call-in-tab.ts';
import { draftFromTab } from '../browser/capture-tab.ts';

export type Pointed = { kind: 'link' | 'image'; address: string; frameId: number | undefined };

const text = z.string().check(z.maxLength(100_000));
const linkSchema = z.object({ title: text, excerpt: text, lang: text });
const imageSchema = z.object({
  address: text,
  alt: text,
  caption: text,
  width: z.number(),
  height: z.number(),
  credit: text,
  licence: text,
});

/** Never fails: where the page cannot be asked, the address is what is known. */
export async function draftOf(pointed: Pointed, tabId: number, page: ClipDraft): Promise<ClipDraft> {
  const { kind, address, frameId } = pointed;
  const read = await callInTab({ tabId, frameId }, 'pointed', 'readPointed', { kind, address }).catch(() => null);
  return kind === 'link' ? linkDraft(address, page, read) : imageDraft(address, page, read);
}

function linkDraft(address: string, page: ClipDraft, read: unknown): ClipDraft {
  const link = linkSchema.safeParse(read);
  const { title, excerpt, lang } = link.success ? link.data : { title: '', excerpt: '', lang: '' };
  const draft = draftFromTab(address, title) ?? blankDraft(address);
  const shown = cutText(excerpt, LIMITS.excerpt);
  return {
    ...draft,
    // Pages of one site are of a kind, documents are known by their name.
    kind: draft.kind === 'document' || !isSameSite(address, page.address) ? draft.kind : page.kind,
    siteName: isSameSite(address, page.address) ? page.siteName : null,
    lang: /^[a-z]{2,3}(?:-[\w-]+)?$/i.test(lang) ? lang : null,
    excerpt: shown.text,
    cut: shown.cut ? [...draft.cut, 'excerpt'] : draft.cut,
    context: { address: page.address, title: page.title },
    // [IN1] The words of a link are those of the page on which it stands.
    found: page.found,
    markings: page.markings,
  };
}

const isSameSite = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;

function imageDraft(address: string, page: ClipDraft, read: unknown): ClipDraft {
  const image = imageSchema.safeParse(read);
  const found = image.success
    ? image.data
    : { address, alt: '', caption: '', width: 0, height: 0, credit: '', licence: '' };
  const bounded = (value: string, max: number) => cutText(value.trim(), max).text;
  const size = (value: number) => (Number.isInteger(value) && value > 0 ? value : null);
  const alt = bounded(found.alt, LIMITS.alt);
  const clippedImage = clippedImageSchema.safeParse({
    // An image that stands in the page itself has no address that others could open.
    address: isWebAddress(found.address) ? found.address : address,
    alt,
    caption: bounded(found.caption, LIMITS.caption),
    width: size(found.width),
    height: size(found.height),
    credit: bounded(found.credit, LIMITS.credit),
    licence: bounded(found.licence, LIMITS.credit),
  });
  if (!clippedImage.success) return { ...page, imageAlt: alt };
  return { ...page, clippedImage: clippedImage.data, imageAddress: clippedImage.data.address, imageAlt: alt };
}

/**
 * What the script in a page handed over → a draft. The page's process is not trusted, so all of it is parsed:
 * the page itself by `unpackPage`, for a schema would take as long for its 100,000 nodes as finding out what they mean.
 */
import * as z from 'zod/mini';
import { MAX_ELEMENTS, MAX_PICTURES, MAX_PLACES, MAX_SELECTED } from '../../capture/capture-limits.ts';
import { unmarkedDraftOf } from '../../capture/draft-of.ts';
import type { HandedOver } from '../../capture/hand-over.ts';
import { type PicturePlaces, placesWithLead } from '../../capture/lead-place.ts';
import { readMarkingTexts } from '../../capture/marking-texts.ts';
import { MAX_VALUE } from '../../capture/system.ts';
import { isUnfinished } from '../../capture/unfinished.ts';
import { unpackPage } from '../../capture/unpack-page.ts';
import { withFoundOnPage } from '../../desk/rules/find.ts';
import { type ClipDraft, clipDraftSchema, clipKindSchema } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { inSlices } from './in-slices.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const list = <T extends z.ZodMiniType>(of: T, max: number) => z.array(of).check(z.maxLength(max));
const index = z.int().check(z.nonnegative());
const box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };
const places = list(list(z.union([index, text(MAX_VALUE)]), MAX_PLACES), LIMITS.profilePlaces);

const handedOverSchema = z.object({
  page: z.unknown(),
  system: z.nullable(
    z.object({
      id: text(LIMITS.name),
      kind: z.nullable(clipKindSchema),
      remnants: list(text(LIMITS.name), LIMITS.profilePlaces),
      places: z.object({ title: places, byline: places, siteName: places, published: places, modified: places }),
      text: list(index, MAX_ELEMENTS),
      complete: list(z.enum(['title', 'byline', 'siteName', 'published', 'modified', 'text']), 6),
    }),
  ),
  inView: z.int().check(z.minimum(-1)),
  selected: z.nullable(z.object({ text: text(MAX_SELECTED), place: z.nullable(text(LIMITS.quotePlace)) })),
  ready: z.enum(['loading', 'interactive', 'complete']),
  view: z.object({
    window: z.object({ width: z.number().check(z.positive()), height: z.number().check(z.positive()) }),
    pictures: list(z.object({ ...box, address: text(LIMITS.address), alt: text(LIMITS.alt) }), MAX_PICTURES),
    heading: z.nullable(z.object(box)),
  }),
  took: z.number().check(z.nonnegative()),
}) satisfies z.ZodMiniType<Omit<HandedOver, 'page'> & { page: unknown }>;

export type DraftRead = {
  draft: ClipDraft;
  places: PicturePlaces;
  /** The page was still arriving. */
  unfinished: boolean;
  /** Milliseconds of work, in the page and here. */
  took: number;
  /** How many of them were spent on markings and personal data. */
  tookFinding: number;
};

export type ReadDraft = (handedOver: unknown) => Promise<DraftRead | null>;

/** In slices, for a person may be typing beside it. Null for what no script of ours would hand over. */
export const readDraft: ReadDraft = async (handedOver) => {
  const parsed = handedOverSchema.safeParse(handedOver);
  if (!parsed.success) return null;
  const { page: packed, ready, view, took, ...reading } = parsed.data;
  const read = await inSlices(function* () {
    const page = yield* unpackPage(packed);
    if (page === null) return null;
    const draft = yield* unmarkedDraftOf({ ...reading, page });
    return { page, draft, unfinished: yield* isUnfinished(page, ready, draft.wordCount) };
  });
  if (read.value === null) return null;
  const { page, unfinished } = read.value;
  const marked = await inSlices(() => readMarkingTexts(page));
  // The address is the page's word too, and may be none.
  const draft = clipDraftSchema.safeParse({ ...read.value.draft, markings: marked.value });
  if (!draft.success) return null;
  const began = performance.now();
  // [IN1] Before anything of it can go anywhere.
  const found = withFoundOnPage(draft.data);
  const tookFinding = marked.took + performance.now() - began;
  return {
    draft: found,
    places: placesWithLead(view, draft.data.imageAddress),
    unfinished,
    took: took + read.took + tookFinding,
    tookFinding,
  };
};

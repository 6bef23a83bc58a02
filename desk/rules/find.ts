/** What is found on a page and in a clip that the rules are about. Pure: texts in, kinds and levels out. */
import type { Clip, ClipDraft } from '../../protocol/clip.ts';
import { type Found, LEVELS, type MarkingText, PERSONAL_DATA } from '../../protocol/found.ts';
import { NOTHING_FOUND } from '../../protocol/nothing-found.ts';
import { levelsOf, pageMarkings } from './markings/page-markings.ts';
import { personalDataIn } from './personal-data/personal-data.ts';

/** Both findings as one. */
export const bothFound = (one: Found = NOTHING_FOUND, other: Found = NOTHING_FOUND): Found => ({
  markings: LEVELS.filter((level) => one.markings.includes(level) || other.markings.includes(level)),
  personalData: PERSONAL_DATA.filter((kind) => one.personalData.includes(kind) || other.personalData.includes(kind)),
});

/** The draft with what was found on its page; of the texts that may be markings those stay that are [IN1]. */
export function withFoundOnPage(draft: ClipDraft): ClipDraft {
  const { title, excerpt, quote, text } = draft;
  const markings = pageMarkings(
    [...draft.markings, { text: title, place: 'title', level: null }],
    draft.kind === 'news',
  );
  const said = [title, text, ...(text.includes(excerpt) ? [] : [excerpt]), quote ?? ''].join('\n');
  const found = { markings: levelsOf(markings), personalData: personalDataIn(said) };
  return { ...draft, markings, found: bothFound(draft.found, found) };
}

type Words = Pick<Clip, 'title' | 'kind' | 'excerpt' | 'quote' | 'note' | 'clippedImage' | 'context'> & {
  found?: Found;
};

/** A clip with what its own words say, whatever was found before: all that the queue can look at. */
export function withFoundIn<C extends Words>(clip: C): C & { found: Found } {
  const { title, excerpt, quote, note, clippedImage, context } = clip;
  const lines = [excerpt, quote ?? '', note, clippedImage?.caption ?? ''].flatMap((text) => text.split('\n'));
  const texts: MarkingText[] = [
    { text: title, place: 'title', level: null },
    { text: context?.title ?? '', place: 'title', level: null },
    ...lines.map((text): MarkingText => ({ text, place: 'text', level: null })),
  ];
  const markings = levelsOf(pageMarkings(texts, clip.kind === 'news'));
  const personalData = personalDataIn([title, ...lines].join('\n'));
  return { ...clip, found: bothFound(clip.found, { markings, personalData }) };
}

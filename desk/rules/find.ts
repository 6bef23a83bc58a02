/** What is found on a page and in a clip that the rules are about. Pure: texts in, kinds and levels out. */
import type { Clip, ClipDraft } from '../../protocol/clip.ts';
import type { Embargo, Found, MarkingText } from '../../protocol/found.ts';
import { bothFound } from './both-found.ts';
import { embargoIn, laterEmbargo } from './markings/embargo.ts';
import { levelsOf, pageMarkings } from './markings/page-markings.ts';
import { personalDataIn } from './personal-data/personal-data.ts';

/** The draft with what was found on its page; of the texts that may be markings those stay that are [IN1]. */
export function withFoundOnPage(draft: ClipDraft): ClipDraft {
  const { title, excerpt, quote, text } = draft;
  const markings = pageMarkings(
    [...draft.markings, { text: title, place: 'title', level: null }],
    draft.kind === 'news',
  );
  const embargo = embargoOf([...draft.markings, { text: title }]);
  const said = [title, text, ...(text.includes(excerpt) ? [] : [excerpt]), quote ?? ''].join('\n');
  const found = { markings: levelsOf(markings), personalData: personalDataIn(said), ...embargo };
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
  return { ...clip, found: bothFound(clip.found, { markings, personalData, ...embargoOf(texts) }) };
}

/** What the texts say of an embargo, as a part of what was found. */
function embargoOf(texts: readonly Pick<MarkingText, 'text'>[]): Pick<Found, 'embargo'> {
  let latest: Embargo | undefined;
  for (const { text } of texts) latest = laterEmbargo(latest, embargoIn(text) ?? undefined);
  return latest === undefined ? {} : { embargo: latest };
}

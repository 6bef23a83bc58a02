/** Sentences that are offered with a reason for declining: a beginning to be read and changed, never sent unseen. */
import { createTranslator, LANGUAGES, type Language } from '../../../locales/t.ts';
import { declineSentences } from '../../../locales/words.ts';
import { DECLINE_REASONS, type DeclineReason } from '../../../protocol/topic.ts';
import type { PanelDraft } from './panel-props.ts';

/** The sentence for a reason in a language; empty where there is nothing that could be said of all. */
export const offeredSentence = (reason: DeclineReason, language: Language): string =>
  // The submitter's own withdrawal needs none, and of another reason nothing is known.
  reason === 'withdrawn' || reason === 'other' ? '' : createTranslator(language, declineSentences)(reason);

const OFFERED = new Set(
  DECLINE_REASONS.flatMap((reason) => LANGUAGES.map((language) => offeredSentence(reason, language))),
);

/** Whether the editor has not changed what was offered, or written nothing yet. */
export const isOffered = (sentence: string): boolean => OFFERED.has(sentence);

/** A digit that was meant for the reasons is no sentence: those who suggested it would read it as one. */
export const isSentence = (text: string): boolean => /\p{L}/u.test(text);

/** The draft with this reason and its sentence; what the editor wrote stays. */
export const withReason = (draft: PanelDraft, reason: DeclineReason, language: Language): PanelDraft => ({
  ...draft,
  reason,
  sentence: isOffered(draft.sentence) ? offeredSentence(reason, language) : draft.sentence,
});

/** As the panel opens: what the editor wrote stays, the reason is chosen anew, so that a key means what it did before. */
export const withoutReason = (draft: PanelDraft): PanelDraft => ({
  ...draft,
  reason: null,
  sentence: isOffered(draft.sentence) ? '' : draft.sentence,
});

/** The language that a page says it is in, as far as we speak it: whoever clipped it reads it. */
export function languageOfPage(lang: string | null | undefined, otherwise: Language): Language {
  const primary = lang?.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? otherwise;
}

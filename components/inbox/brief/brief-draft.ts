/** A brief as it is being filled in: text fields may be empty, which says nothing. */
import type { BriefChanges } from '../../../protocol/brief.ts';
import type { TopicChanges } from '../../../protocol/topic.ts';

export type BriefDraft = Pick<TopicChanges, 'brief' | 'goalId'>;

const TEXTS = ['message', 'competition', 'people', 'material', 'measure'] as const;
export type BriefText = (typeof TEXTS)[number];

/** What is kept of a draft: no white space around texts, and null where nothing is said. */
export function toChanges({ brief, goalId }: BriefDraft): BriefDraft {
  const kept: BriefChanges = { ...brief };
  for (const field of TEXTS) {
    const text = kept[field]?.trim();
    if (text !== undefined) kept[field] = text === '' ? null : text;
  }
  return {
    ...(Object.keys(kept).length === 0 ? {} : { brief: kept }),
    ...(goalId === undefined ? {} : { goalId }),
  };
}

/** What was written in it, field by field; fields in which nothing stands are left out. */
export const briefTexts = ({ brief }: BriefDraft): string[] =>
  TEXTS.flatMap((field) => {
    const text = brief?.[field]?.trim() ?? '';
    return text === '' ? [] : [text];
  });

/** The draft with one more field of the brief. */
export const withField = (draft: BriefDraft, field: BriefChanges): BriefDraft => ({
  ...draft,
  brief: { ...draft.brief, ...field },
});

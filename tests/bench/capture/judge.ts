/** One answer beside the labels of its page. */
import { type Answer, FIELDS, type Field } from './answer.ts';
import { judgeField, type Verdict } from './field-measures.ts';
import type { Labels } from './labelled-pages.ts';
import { type Counts, shingleCounts, snippetCounts, wordF1 } from './text-measures.ts';

/** Null where the labels do not say. */
export type Judged = {
  text: { shingles: Counts; wordF1: number } | null;
  snippets: Counts | null;
  fields: Record<Field, Verdict | null>;
};

export function judge(labels: Labels, answer: Answer): Judged {
  const { text, with: wanted = [], without: unwanted = [] } = labels;
  return {
    text: text === undefined ? null : { shingles: shingleCounts(text, answer.text), wordF1: wordF1(text, answer.text) },
    snippets: wanted.length + unwanted.length === 0 ? null : snippetCounts(answer.text, wanted, unwanted),
    fields: Object.fromEntries(
      FIELDS.map((field) => [field, judgeField(field, labels[field], answer[field])]),
    ) as Judged['fields'],
  };
}

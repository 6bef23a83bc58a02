/** Captures a page given as HTML in the test's own document model. */
import { expect } from 'vitest';
import { capturePage } from '../../capture/index.ts';
import { type ClipDraft, clipDraftSchema } from '../../protocol/clip.ts';

export const ADDRESS = 'https://news.example.com/2026/11/workshop.html';

/** Steps a capture to its end, counts its steps, and proves that its draft satisfies the schema. */
export function captureDocument(document: Document, address = ADDRESS): { draft: ClipDraft; steps: number } {
  const capture = capturePage(document, address);
  let steps = 0;
  let step = capture.next();
  for (; step.done !== true; step = capture.next()) steps += 1;
  expect(clipDraftSchema.safeParse(step.value)).toMatchObject({ success: true });
  return { draft: step.value, steps };
}

export const captureHtml = (html: string, address = ADDRESS): ClipDraft =>
  captureDocument(new DOMParser().parseFromString(html, 'text/html'), address).draft;

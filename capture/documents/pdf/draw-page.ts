/** The first page of a PDF as people know it from shelves and lists. */
import type { PdfPage } from './read-pdf.ts';

/** A page larger than this many times its width is a roll of paper; only its top is shown anyway. */
const HIGHEST = 2;

/** Draws the page `width` pixels wide. @returns null where no canvas can be had */
export async function drawPage(page: PdfPage, width: number): Promise<OffscreenCanvas | null> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / natural.width });
  const canvas = new OffscreenCanvas(width, Math.ceil(Math.min(viewport.height, width * HIGHEST)));
  // The types know only canvases of a page; every method that is used is on both.
  const target = canvas as unknown as HTMLCanvasElement;
  // As for print: a document that is not seen gets no animation frames, which drawing for the screen waits for.
  const drawing = page.render({ canvas: target, viewport, intent: 'print', background: 'white' });
  // A page of a million strokes must not keep a popup on the same thread from answering.
  drawing.onContinue = (goOn: () => void) => setTimeout(goOn);
  await drawing.promise;
  return canvas;
}

/**
 * Document → `ClipDraft`: bytes in, data out. Each format is loaded only when such a document is read.
 * What it says is bounded, and so are the time and the memory that it may cost.
 */
import type { ClipDraft } from '../../protocol/clip.ts';
import { documentDraft } from './draft.ts';
import { fileType } from './file-type.ts';
import { DocumentError, type DocumentFindings, noFindings } from './findings.ts';

export type ReadingOptions = {
  /** Ends the reading; what was found by then counts. */
  signal: AbortSignal;
  /** Told before each page or slide is read. */
  onPage(page: number, pages: number): void;
  /** Address of the worker of pdf.js; null where it finds its own. */
  pdfWorker: string | null;
};

export type DocumentReading =
  /** `firstPage`: a canvas of the width that was asked for; null when there is none. */
  { ok: true; draft: ClipDraft; firstPage: OffscreenCanvas | null } | { ok: false; problem: DocumentError['kind'] };

/**
 * @param name what the document is called where it says nothing of itself
 * @param pictureWidth of its first page, in pixels; 0: no picture
 */
export async function readDocument(
  bytes: Uint8Array,
  { address, name, pictureWidth }: { address: string; name: string; pictureWidth: number },
  options: ReadingOptions,
): Promise<DocumentReading> {
  let firstPage: OffscreenCanvas | null = null;
  const read = async (): Promise<DocumentFindings> => {
    const type = fileType(bytes);
    if (type === 'pdf') {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(bytes, options, async (page) => {
        if (pictureWidth === 0) return;
        const { drawPage } = await import('./pdf/draw-page.ts');
        firstPage = await drawPage(page, pictureWidth);
      });
    }
    if (type === 'zip') return (await import('./office/read-office.ts')).readOffice(bytes, options);
    if (type === 'locked_office') return { ...noFindings('office'), access: 'encrypted' };
    throw new DocumentError(type === 'empty' ? 'damaged' : 'unknown_format');
  };
  try {
    const found = await read();
    return { ok: true, draft: documentDraft(found, address, name), firstPage };
  } catch (error) {
    return { ok: false, problem: error instanceof DocumentError ? error.kind : 'damaged' };
  }
}

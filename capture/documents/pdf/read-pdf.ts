/** PDF → findings, by pdf.js. Nothing is run that the file brings along, and nothing is fetched. */

import type { MarkingText } from '../../../protocol/found.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { isClassName } from '../../marking-words.ts';
import { pdfDate } from '../dates.ts';
import { DocumentError, type DocumentFindings, noFindings } from '../findings.ts';
import type { ReadingOptions } from '../index.ts';
import { MAX_IMAGE_PIXELS, MAX_PAGE_ITEMS, MAX_PAGES } from '../limits.ts';
import { headingOf } from './heading.ts';
import { type Line, linesOf, type Run } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { edgeLines, withoutRunningHeads } from './running-heads.ts';

/** The build for browsers of the last years; the other one asks for those of the last months. */
const loadPdfJs = () => import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<Awaited<ReturnType<typeof loadPdfJs>>['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Letters on a page on average below which its text is a stamp on a picture. */
const LETTERS_OF_A_SCAN = 20;

/**
 * @param drawFirst is given the first page after the text was read; what it does may fail and take time
 * @throws DocumentError
 */
export async function readPdf(
  bytes: Uint8Array,
  { signal, onPage, pdfWorker }: ReadingOptions,
  drawFirst: (page: PdfPage) => Promise<void>,
): Promise<DocumentFindings> {
  const { getDocument, GlobalWorkerOptions, PasswordException } = await loadPdfJs();
  if (pdfWorker !== null) GlobalWorkerOptions.workerSrc = pdfWorker;
  const loading = getDocument({
    // The worker takes the bytes with it.
    data: bytes,
    enableXfa: false,
    // Would need `wasm-unsafe-eval`; pictures in JPEG 2000 and JBIG2 are left blank instead.
    useWasm: false,
    useWorkerFetch: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    stopAtErrors: false,
    verbosity: 0,
  });
  const ended = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  ended.catch(() => {});
  const inTime = <T>(work: Promise<T>): Promise<T> => Promise.race([work, ended]);
  try {
    const pdf = await inTime(loading.promise);
    const found = await findingsOf(pdf, inTime, onPage);
    if (!signal.aborted) await inTime(pdf.getPage(1).then(drawFirst)).catch(() => undefined);
    return found;
  } catch (error) {
    if (error instanceof PasswordException) return { ...noFindings('pdf'), access: 'encrypted' };
    if (signal.aborted) return { ...noFindings('pdf'), pageCut: true };
    throw new DocumentError('damaged');
  } finally {
    // Ends the worker too, whatever it was still doing.
    void loading.destroy().catch(() => undefined);
  }
}

type InTime = <T>(work: Promise<T>) => Promise<T>;

async function findingsOf(
  pdf: PdfDocument,
  inTime: InTime,
  onPage: ReadingOptions['onPage'],
): Promise<DocumentFindings> {
  const properties = await inTime(readProperties(pdf)).catch(() => null);
  const read: Line[][] = [];
  let length = 0;
  let pageCut = pdf.numPages > MAX_PAGES;
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES) && length <= LIMITS.pageText; number += 1) {
    onPage(number, pdf.numPages);
    try {
      const lines = await inTime(readPage(pdf, number));
      length += lines.reduce((sum, { text }) => sum + text.length + 1, 0);
      read.push(lines);
    } catch {
      // A broken page is left out, and at the end of the time all others are.
      pageCut = true;
    }
  }
  const pages = withoutRunningHeads(read);
  const isScanned = read.length > 0 && length / read.length < LETTERS_OF_A_SCAN;
  return {
    ...noFindings('pdf'),
    ...properties,
    heading: isScanned ? '' : headingOf(pages),
    paragraphs: isScanned ? [] : paragraphsOf(pages.flat()),
    markings: [
      ...(properties?.markings ?? []),
      ...edgeLines(read).map(
        (text): MarkingText => ({ text: text.slice(0, LIMITS.markingText), place: 'edge', level: null }),
      ),
    ],
    access: isScanned ? 'scanned' : 'full',
    pageCut,
  };
}

async function readPage(pdf: PdfDocument, number: number): Promise<Line[]> {
  const page = await pdf.getPage(number);
  const reader = page.streamTextContent().getReader();
  const runs: Run[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const items: (Run | { type: string })[] = part.value.items;
    for (const item of items) if ('str' in item) runs.push(item);
    if (runs.length > MAX_PAGE_ITEMS) {
      await reader.cancel(new Error('enough'));
      break;
    }
  }
  if (number > 1) page.cleanup();
  return linesOf(runs);
}

async function readProperties(pdf: PdfDocument) {
  const { info, metadata } = await pdf.getMetadata();
  const stated = new Map<string, unknown>(Object.entries(info));
  const text = (name: string, inPacket: string): string => {
    const value = stated.get(name);
    // Only the packet of newer files is Unicode for certain; the older properties stand for all others.
    const other: unknown = metadata?.get(inPacket);
    const found =
      typeof other === 'string' && other.trim() !== '' ? other : Array.isArray(other) ? other.join('; ') : value;
    return typeof found === 'string' ? found : '';
  };
  const created = pdfDate(String(stated.get('CreationDate') ?? ''));
  const modified = pdfDate(String(stated.get('ModDate') ?? ''));
  return {
    statedTitle: text('Title', 'dc:title'),
    authors: [text('Author', 'dc:creator')],
    description: text('Subject', 'dc:description'),
    lang: text('Language', 'dc:language') || null,
    markings: statedMarkings(info, text('Keywords', 'pdf:keywords')),
    created,
    modified,
  };
}

/** Keywords, and what programs add of their own, such as the label of Microsoft's Information Protection. */
function statedMarkings(info: object, keywords: string): MarkingText[] {
  const custom: unknown = Reflect.get(info, 'Custom');
  const own = typeof custom === 'object' && custom !== null ? Object.entries(custom) : [];
  const texts = own.flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    return isClassName(name) || /^MSIP_Label_.*_Name$/.test(name) ? [`Classification: ${value}`] : [value];
  });
  return [...keywords.split(/[,;]/), ...texts].map(
    (text): MarkingText => ({ text: text.trim().slice(0, LIMITS.markingText), place: 'property', level: null }),
  );
}

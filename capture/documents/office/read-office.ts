/** Archive → findings: which of the Office formats it is, its parts say themselves. */
import { DocumentError, type DocumentFindings, noFindings } from '../findings.ts';
import type { ReadingOptions } from '../index.ts';
import { type Archive, openArchive } from './archive.ts';
import { readDocx } from './docx.ts';
import { markingParts } from './marking-parts.ts';
import { readOpenDocument } from './open-document.ts';
import { readPptx } from './pptx.ts';
import { readXlsx } from './xlsx.ts';

const OPEN_DOCUMENT = {
  text: 'odt',
  spreadsheet: 'ods',
  presentation: 'odp',
} as const;

/** @throws DocumentError */
export async function readOffice(bytes: Uint8Array, options: ReadingOptions): Promise<DocumentFindings> {
  const archive = await openArchive(bytes, options.signal);
  if (archive === null) return { ...noFindings('office'), access: 'encrypted' };
  const found = await readParts(archive, options);
  return { ...found, markings: await markingParts(archive) };
}

async function readParts(archive: Archive, options: ReadingOptions): Promise<DocumentFindings> {
  // Some programs number even the parts of which there is one.
  const part = (pattern: RegExp) => archive.names.find((name) => pattern.test(name));
  const document = part(/^word\/document\d*\.xml$/);
  if (document !== undefined) return readDocx(archive, document);
  const presentation = part(/^ppt\/presentation\d*\.xml$/);
  if (presentation !== undefined) return readPptx(archive, presentation, options);
  const workbook = part(/^xl\/workbook\d*\.xml$/);
  if (workbook !== undefined) return readXlsx(archive, workbook, options);
  const kind = /opendocument\.(text|spreadsheet|presentation)/.exec(await head(archive, 'mimetype'))?.[1];
  if (kind === undefined) throw new DocumentError('unknown_format');
  if (await isLocked(archive)) return { ...noFindings('office'), access: 'encrypted' };
  return readOpenDocument(archive, OPEN_DOCUMENT[kind as keyof typeof OPEN_DOCUMENT]);
}

/** The parts of a locked OpenDocument file look like any others; its list of parts says that they are not. */
const isLocked = async (archive: Archive): Promise<boolean> =>
  (await head(archive, 'META-INF/manifest.xml')).includes('encryption-data');

async function head(archive: Archive, name: string): Promise<string> {
  let text = '';
  await archive.read(name, (piece) => {
    text += piece;
    return text.length < 100_000;
  });
  return text;
}

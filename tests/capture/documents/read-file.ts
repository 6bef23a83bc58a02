/** Reads documents in tests: files of `files/`, and archives made of a few parts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { expect } from 'vitest';
import { type DocumentReading, type ReadingOptions, readDocument } from '../../../capture/documents/index.ts';
import { type ClipDraft, clipDraftSchema } from '../../../protocol/clip.ts';

configure({ useWebWorkers: false });

export const ADDRESS = 'https://intranet.example/dokumente/datei-4711';

export const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, 'files', name)));

export function read(bytes: Uint8Array, options: Partial<ReadingOptions> = {}): Promise<DocumentReading> {
  const all = { signal: new AbortController().signal, onPage: () => {}, pdfWorker: null, ...options };
  return readDocument(bytes, { address: ADDRESS, name: 'datei 4711', pictureWidth: 0 }, all);
}

/** The draft of a document that can be read; it satisfies the schema. */
export async function draftOf(bytes: Uint8Array, options: Partial<ReadingOptions> = {}): Promise<ClipDraft> {
  const reading = await read(bytes, options);
  if (!reading.ok) throw new Error(reading.problem);
  expect(clipDraftSchema.safeParse(reading.draft)).toMatchObject({ success: true });
  return reading.draft;
}

/** An archive of parts by their names. */
export async function archiveOf(parts: Record<string, string>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(parts)) await writer.add(name, new TextReader(text));
  return writer.close();
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** A Word document with this body. */
export const docxOf = (body: string, more: Record<string, string> = {}): Promise<Uint8Array> =>
  archiveOf({
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  });

/** Documents that are being read or were just now: whoever asks for the same one gets the same reading. */

import { fileAddress } from '../../capture/documents/file-address.ts';
import { fileType } from '../../capture/documents/file-type.ts';
import { readDocument } from '../../capture/documents/index.ts';
import { READ_TIME } from '../../capture/documents/limits.ts';
import { withFoundOnPage } from '../../desk/rules/find.ts';
import { createTranslator } from '../../locales/t.ts';
import { documents } from '../../locales/words.ts';
import { blankDraft } from '../../protocol/blank-draft.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { DocumentProblem } from '../../protocol/document.ts';
import { encodeCanvas, type TakenPicture } from '../browser/encode-picture.ts';
import { currentLanguage } from '../browser/language.ts';
import { ownAddress } from '../browser/own-address.ts';
import { tellProgress } from '../browser/reading-progress.ts';
import { fetchFile } from './fetch-file.ts';

export type FileReading = { draft: ClipDraft | null; problem: DocumentProblem | null; picture: TakenPicture | null };

type Document = { address: string; title: string; isLink?: boolean | undefined };

/** Sharp at twice the size of the largest place that shows it. */
const PICTURE_WIDTH = 640;
/** A popup that was closed is often opened again at once. Milliseconds. */
const KEPT_FOR = 30_000;

const readings = new Map<string, Promise<FileReading>>();

export function readingOf(document: Document): Promise<FileReading> {
  const { address, isLink = false } = document;
  // The same answer means another thing where nobody opened it.
  const key = `${isLink ? 'link' : 'tab'} ${address}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  const reading = read(document).catch(() => failed('unreachable'));
  readings.set(key, reading);
  const forget = () => {
    if (readings.get(key) === reading) readings.delete(key);
  };
  void reading.then(({ problem }) => {
    // What failed may work at the next attempt.
    if (problem !== null) forget();
    setTimeout(() => {
      forget();
      if (readings.size === 0) leave();
    }, KEPT_FOR);
  });
  return reading;
}

const failed = (problem: DocumentProblem): FileReading => ({ draft: null, problem, picture: null });
/** There is nothing to say of it. */
const NOTHING: FileReading = { draft: null, problem: null, picture: null };

async function read({ address, title, isLink = false }: Document): Promise<FileReading> {
  const known: ClipDraft = { ...blankDraft(address), title, kind: 'document' };
  const source = fileAddress(address);
  // A program shows it whose files are not for us: its page was read, and that is all.
  if (source === null) return NOTHING;
  const t = createTranslator(currentLanguage(), documents);
  tellProgress({ address, text: t('reading') });
  const file = await fetchFile(source, isLink);
  const isPage = file.ok && fileType(file.bytes) === 'web_page';
  // The address of many a page ends like that of a file. Only one that asks for a password stands before a document.
  if (isPage && isLink && !asksForPassword(file.bytes)) return NOTHING;
  if (isPage || (!file.ok && file.problem === 'sign_in'))
    return { draft: { ...known, access: 'sign_in' }, problem: null, picture: null };
  if (!file.ok) return failed(file.problem === 'sign_in' ? 'unreachable' : file.problem);
  const result = await readDocument(
    file.bytes,
    { address, name: title, pictureWidth: PICTURE_WIDTH },
    {
      signal: AbortSignal.timeout(READ_TIME),
      onPage: (page, pages) => tellProgress({ address, text: t('readingPage', { page, pages }) }),
      pdfWorker: ownAddress('pdf.worker.mjs'),
    },
  );
  if (!result.ok) return failed(result.problem);
  const picture = result.firstPage === null ? null : await encodeCanvas(result.firstPage).catch(() => null);
  // [IN1] Before anything of it can go anywhere.
  return { draft: withFoundOnPage(result.draft), problem: null, picture };
}

const asksForPassword = (page: Uint8Array): boolean =>
  /<input\b[^>]{0,500}\btype\s{0,9}=\s{0,9}["']?password\b/i.test(new TextDecoder().decode(page));

/** In Firefox this page is a frame of the background's, elsewhere a document of its own. */
function leave(): void {
  if (frameElement === null) close();
  else frameElement.remove();
}

/** What a page is called that says no title itself: by its tab, else by its file. */
import { isWrittenTitle } from '../../capture/documents/written-title.ts';

/** A document with a name of its own; others stand behind the page of a program (`Doc.aspx`). */
const FILE = /\.(?:pdf|docx?|pptx?|xlsx?|od[tps])(?:$|[?#])/i;

/** True if an address names a document, be it at the end of its path or of its query. */
export const namesDocument = (address: string): boolean => FILE.test(address);

/**
 * A tab without a title of its own shows its address. A browser's viewer calls the tab of a file what its properties say,
 * which is often the work of the program that made it (`Microsoft Word - draft3.docx`). The name of the file is better
 * than both.
 */
export function tabTitle(address: string, title: string): string {
  const { hostname, pathname } = new URL(address);
  const given = title.trim();
  const file = pathname.split('/').findLast((part) => part !== '') ?? '';
  const isTitle = namesDocument(file) ? isWrittenTitle(given) : given !== '';
  if (isTitle && !address.endsWith(given)) return given;
  const name = readableName(file);
  return name === '' ? hostname : name;
}

function readableName(file: string): string {
  const plain = file.replace(/\.[a-z]{2,5}$/i, '').replace(/[-_+]+|%20/g, ' ');
  try {
    return decodeURIComponent(plain).trim();
  } catch {
    return plain.trim();
  }
}

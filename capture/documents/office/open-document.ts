/** Text documents, workbooks and slides of LibreOffice and others (OpenDocument 1.3, part 3). */
import { type DocumentFindings, noFindings } from '../findings.ts';
import type { Archive } from './archive.ts';
import { paragraphWriter } from './paragraph-writer.ts';
import { metaProperties } from './properties.ts';
import { readXml } from './xml.ts';

/** What stands in the content but is not read by readers: deleted text, comments, the speaker's notes. */
const NOT_TEXT = ['tracked-changes', 'annotation', 'notes', 'note-citation', 'forms'];
/** Spaces written as a number; a hostile file writes a large one. */
const MOST_SPACES = 100;

export async function readOpenDocument(archive: Archive, format: 'odt' | 'ods' | 'odp'): Promise<DocumentFindings> {
  const properties = await metaProperties(archive);
  const writer = paragraphWriter();
  const content = await readContent(archive, writer, format);
  return {
    ...noFindings(format),
    ...properties,
    // The properties tell the language of the program, if any.
    lang: (await languageOfStyles(archive)) ?? properties.lang,
    heading: content.heading,
    paragraphs: writer.paragraphs,
    pageCut: !content.whole && !writer.isFull(),
  };
}

async function readContent(archive: Archive, writer: ReturnType<typeof paragraphWriter>, format: string) {
  const parents = new Map<string, string>();
  const notes: string[] = [];
  let note: string[] | null = null;
  let skipped = 0;
  let inBody = false;
  let depth = 0;
  let title = '';
  let firstHeading = '';
  let first = '';
  let isTitle = false;
  let isHeading = false;
  let inTitleFrame = false;
  const whole = await readXml(
    archive,
    'content.xml',
    {
      open(name, attribute) {
        if (NOT_TEXT.includes(name)) skipped += 1;
        if (skipped > 0) return;
        if (name === 'style') parents.set(attribute('style:name') ?? '', attribute('style:parent-style-name') ?? '');
        else if (name === 'body') inBody = true;
        else if (name === 'note-body') note = [];
        else if (name === 'frame') inTitleFrame = attribute('presentation:class') === 'title';
        else if (name === 'table-row') writer.startRow();
        else if (name === 'table' && format === 'ods') {
          writer.add(attribute('table:name') ?? '');
          writer.end();
        } else if (name === 's') writer.add(' '.repeat(Math.min(Number(attribute('text:c') ?? 1) || 1, MOST_SPACES)));
        else if (name === 'tab' || name === 'line-break') writer.add(' ');
        else if (name === 'p' || name === 'h') {
          depth += 1;
          if (note !== null || depth > 1) return;
          const style = attribute('text:style-name') ?? '';
          isTitle = inTitleFrame || [style, parents.get(style) ?? ''].some((one) => /^(?:Title|Titel)$/.test(one));
          isHeading = name === 'h' && (attribute('text:outline-level') ?? '1') === '1';
        }
      },
      text(text) {
        if (!inBody || skipped > 0 || depth === 0) return;
        if (note !== null) note.push(text);
        else writer.add(text);
      },
      close(name) {
        if (NOT_TEXT.includes(name)) skipped -= 1;
        else if (skipped > 0) return;
        else if (name === 'note-body') {
          if (note !== null) notes.push(note.join(''));
          note = null;
        } else if (name === 'p' || name === 'h') {
          depth -= 1;
          if (note !== null || depth > 0) return;
          const text = writer.end();
          if (first === '') first = text;
          if (isTitle && title === '') title = text;
          if (isHeading && firstHeading === '') firstHeading = text;
        } else if (name === 'table-cell') writer.endCell();
        else if (name === 'table-row') writer.endRow();
        else if (name === 'frame') inTitleFrame = false;
      },
    },
    writer.isFull,
  );
  for (const text of notes) {
    writer.add(text);
    writer.end();
  }
  // A deck or a table without styles has its title first all the same; a letter has an address there.
  return { whole, heading: title || firstHeading || (format === 'odt' ? '' : first) };
}

async function languageOfStyles(archive: Archive): Promise<string | null> {
  let lang: string | null = null;
  await readXml(
    archive,
    'styles.xml',
    {
      open(name, attribute) {
        const language = name === 'text-properties' ? attribute('fo:language') : null;
        if (lang !== null || language === null || language === 'none') return;
        const country = attribute('fo:country') ?? '';
        lang = /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language;
      },
    },
    () => lang !== null,
  );
  return lang;
}

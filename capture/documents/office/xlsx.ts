/** Workbooks of Excel: SpreadsheetML (ECMA-376 part 1, 18). */
import { type DocumentFindings, noFindings } from '../findings.ts';
import type { ReadingOptions } from '../index.ts';
import type { Archive } from './archive.ts';
import { type CellFormat, cellFormats, shownDate } from './cell-dates.ts';
import { type ParagraphWriter, paragraphWriter } from './paragraph-writer.ts';
import { coreProperties } from './properties.ts';
import { relationsOf } from './relations.ts';
import { sharedStrings } from './shared-strings.ts';
import { readXml } from './xml.ts';

/** Each sheet by its name, then its rows. Formulas count by the values that they had when the file was saved. */
export async function readXlsx(
  archive: Archive,
  main: string,
  { onPage, signal }: ReadingOptions,
): Promise<DocumentFindings> {
  const properties = await coreProperties(archive);
  const { sheets, since1904 } = await readWorkbook(archive, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const strings = await sharedStrings(archive, `${folder}sharedStrings.xml`);
  const formats = await cellFormats(archive, `${folder}styles.xml`);
  const writer = paragraphWriter();
  let heading = '';
  let whole = strings.whole;
  for (const [at, { name, part }] of sheets.entries()) {
    if (writer.isFull() || signal.aborted) break;
    onPage(at + 1, sheets.length);
    writer.add(name);
    writer.end();
    const read = await readSheet(archive, part, writer, { strings: strings.texts, formats, since1904 });
    if (heading === '') heading = read.heading;
    whole &&= read.whole;
  }
  return {
    ...noFindings('xlsx'),
    ...properties,
    heading,
    paragraphs: writer.paragraphs,
    pageCut: (!whole && !writer.isFull()) || signal.aborted,
  };
}

async function readWorkbook(archive: Archive, main: string) {
  const relations = await relationsOf(archive, main);
  const sheets: { name: string; part: string }[] = [];
  let since1904 = false;
  await readXml(archive, main, {
    open(name, attribute) {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet' || /hidden/i.test(attribute('state') ?? '')) return;
      const part = relations.get(attribute('r:id') ?? '');
      if (part !== undefined) sheets.push({ name: attribute('name') ?? '', part });
    },
  });
  return { sheets, since1904 };
}

type Book = { strings: readonly string[]; formats: readonly CellFormat[]; since1904: boolean };

async function readSheet(archive: Archive, part: string, writer: ParagraphWriter, book: Book) {
  let type = '';
  let format: CellFormat | undefined;
  let value = '';
  let inValue = false;
  let firstRow: string[] | null = [];
  let heading = '';
  const whole = await readXml(
    archive,
    part,
    {
      open(name, attribute) {
        if (name === 'row') writer.startRow();
        else if (name === 'c') {
          type = attribute('t') ?? 'n';
          format = book.formats[Number(attribute('s') ?? 0)];
          value = '';
        } else if (name === 'v' || name === 't') inValue = true;
      },
      text(text) {
        if (inValue) value += text;
      },
      close(name) {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'c') {
          const shown = shownValue(type, value, format, book);
          writer.add(shown);
          const text = writer.end();
          writer.endCell();
          if (text !== '') firstRow?.push(text);
        } else if (name === 'row') {
          writer.endRow();
          // A table has its heading alone in a row above it; a row of several cells names its columns.
          if (firstRow !== null && firstRow.length > 0) {
            const [only = ''] = firstRow;
            if (firstRow.length === 1 && /\p{L}\S*\s+\S/u.test(only)) heading = only;
            firstRow = null;
          }
        }
      },
    },
    writer.isFull,
  );
  return { heading, whole };
}

function shownValue(type: string, value: string, format: CellFormat | undefined, book: Book): string {
  if (type === 's') return book.strings[Number(value)] ?? '';
  // "True" and errors are words of the program and not of the table.
  if (type === 'b' || type === 'e') return '';
  if (type !== 'n' || value === '' || format !== 'date') return value;
  return shownDate(Number(value), book.since1904) ?? value;
}

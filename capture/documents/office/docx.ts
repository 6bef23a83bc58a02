/** Text documents of Word: WordprocessingML (ECMA-376 part 1, 17). */
import { type DocumentFindings, noFindings } from '../findings.ts';
import type { Archive } from './archive.ts';
import { type ParagraphWriter, paragraphWriter } from './paragraph-writer.ts';
import { coreProperties } from './properties.ts';
import { readXml, type XmlHandler } from './xml.ts';

/** Ids of styles lose their umlauts: "Überschrift 1" is called "berschrift1". */
const TITLE_STYLE = /^(?:title|titel)$/i;
const HEADING_STYLE = /^(?:heading|ü?berschrift)\s*1$/i;
/** Half points: what is set in this size or larger may be a heading without its style. */
const LARGE = 28;
/** A heading stands among the first paragraphs. */
const LOOKED_AT = 15;

export async function readDocx(archive: Archive, main: string): Promise<DocumentFindings> {
  const properties = await coreProperties(archive);
  const writer = paragraphWriter();
  const heading = headingFinder();
  const notes = archive.names.filter((name) => /^word\/(?:foot|end)notes\d*\.xml$/.test(name));
  let whole = await readXml(archive, main, body(writer, heading.look), writer.isFull);
  for (const part of notes)
    whole =
      (await readXml(
        archive,
        part,
        body(writer, () => {}),
        writer.isFull,
      )) && whole;
  // The properties tell the language of the program that wrote them, if any.
  const lang = (await languageOfStyles(archive)) ?? properties.lang;
  return {
    ...noFindings('docx'),
    ...properties,
    lang,
    heading: heading.found(),
    paragraphs: writer.paragraphs,
    pageCut: !whole && !writer.isFull(),
  };
}

type Look = (text: string, style: string, size: number) => void;

function headingFinder() {
  const candidates: { text: string; rank: number }[] = [];
  let seen = 0;
  return {
    look(text: string, style: string, size: number) {
      seen += 1;
      if (seen > LOOKED_AT || text === '') return;
      const rank = TITLE_STYLE.test(style) ? 10_000 : HEADING_STYLE.test(style) ? 5_000 : size >= LARGE ? size : 0;
      if (rank > 0 && text.length <= 250) candidates.push({ text, rank });
    },
    found: (): string => candidates.toSorted((a, b) => b.rank - a.rank)[0]?.text ?? '',
  };
}

/** What was deleted or moved away under tracking is no text any more; its marks stay until somebody accepts them. */
function body(writer: ParagraphWriter, look: Look): XmlHandler {
  let gone = 0;
  let inText = false;
  let inRunProperties = false;
  let hidden = false;
  let style = '';
  let size = 0;
  return {
    open(name, attribute) {
      if (name === 'del' || name === 'moveFrom') gone += 1;
      else if (name === 'pStyle') style = attribute('w:val') ?? '';
      else if (name === 'r') hidden = false;
      else if (name === 'rPr') inRunProperties = true;
      else if (name === 'vanish' && inRunProperties) hidden = !/^(?:0|false|off)$/.test(attribute('w:val') ?? '');
      else if (name === 'sz' && inRunProperties) size = Math.max(size, Number(attribute('w:val')) || 0);
      else if (name === 't') inText = true;
      else if (name === 'tab' || name === 'br' || name === 'cr') writer.add(' ');
      else if (name === 'noBreakHyphen') writer.add('-');
      else if (name === 'tr') writer.startRow();
    },
    text(text) {
      if (inText && gone === 0 && !hidden) writer.add(text);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPr') inRunProperties = false;
      else if (name === 'del' || name === 'moveFrom') gone -= 1;
      else if (name === 'tc') writer.endCell();
      else if (name === 'tr') writer.endRow();
      else if (name === 'p') {
        look(writer.end(), style, size);
        style = '';
        size = 0;
        hidden = false;
      }
    },
  };
}

/** The language that paragraphs have unless they say otherwise. */
async function languageOfStyles(archive: Archive): Promise<string | null> {
  let lang: string | null = null;
  await readXml(
    archive,
    'word/styles.xml',
    {
      open(name, attribute) {
        if (name === 'lang') lang ??= attribute('w:val');
      },
    },
    () => lang !== null,
  );
  return lang;
}

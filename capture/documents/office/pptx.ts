/** Slides of PowerPoint: PresentationML and DrawingML (ECMA-376 part 1, 19 and 21). */
import { type DocumentFindings, noFindings } from '../findings.ts';
import type { ReadingOptions } from '../index.ts';
import { MAX_PAGES } from '../limits.ts';
import type { Archive } from './archive.ts';
import { type ParagraphWriter, paragraphWriter } from './paragraph-writer.ts';
import { coreProperties } from './properties.ts';
import { relationsOf } from './relations.ts';
import { readXml } from './xml.ts';

/** What stands on every slide. */
const FURNITURE = ['sldNum', 'dt', 'ftr', 'hdr'];

/** Slides in their order; the speaker's notes are in parts of their own and are not for readers. */
export async function readPptx(
  archive: Archive,
  main: string,
  { onPage, signal }: ReadingOptions,
): Promise<DocumentFindings> {
  const properties = await coreProperties(archive);
  const slides = await slidesInOrder(archive, main);
  const writer = paragraphWriter();
  const languages = new Map<string, number>();
  let heading = '';
  let whole = slides.length <= MAX_PAGES;
  for (const [at, slide] of slides.slice(0, MAX_PAGES).entries()) {
    if (writer.isFull() || signal.aborted) break;
    onPage(at + 1, slides.length);
    const read = await readSlide(archive, slide, writer, languages);
    if (heading === '') heading = read.title;
    whole &&= read.whole;
  }
  const [most] = [...languages].toSorted(([, a], [, b]) => b - a);
  return {
    ...noFindings('pptx'),
    ...properties,
    lang: properties.lang ?? most?.[0] ?? null,
    heading,
    paragraphs: writer.paragraphs,
    pageCut: (!whole && !writer.isFull()) || signal.aborted,
  };
}

async function slidesInOrder(archive: Archive, main: string): Promise<string[]> {
  const relations = await relationsOf(archive, main);
  const slides: string[] = [];
  await readXml(archive, main, {
    open(name, attribute) {
      const part = name === 'sldId' ? relations.get(attribute('r:id') ?? '') : undefined;
      if (part !== undefined) slides.push(part);
    },
  });
  return slides;
}

async function readSlide(archive: Archive, part: string, writer: ParagraphWriter, languages: Map<string, number>) {
  let inText = false;
  let hiddenSlide = false;
  let placeholder = '';
  let title = '';
  let first = '';
  const whole = await readXml(archive, part, {
    open(name, attribute) {
      if (name === 'sld') hiddenSlide = /^(?:0|false)$/.test(attribute('show') ?? '');
      else if (name === 'sp') placeholder = '';
      else if (name === 'ph') placeholder = attribute('type') ?? '';
      else if (name === 't') inText = true;
      else if (name === 'br' || name === 'tab') writer.add(' ');
      else if (name === 'tr') writer.startRow();
      else if (name === 'rPr') {
        const lang = attribute('lang');
        if (lang !== null) languages.set(lang, (languages.get(lang) ?? 0) + 1);
      }
    },
    text(text) {
      if (inText && !hiddenSlide && !FURNITURE.includes(placeholder)) writer.add(text);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'tc') writer.endCell();
      else if (name === 'tr') writer.endRow();
      else if (name === 'p') {
        const text = writer.end();
        if (first === '') first = text;
        if (placeholder === 'title' || placeholder === 'ctrTitle') title = `${title} ${text}`.trim();
      }
    },
  });
  // Programs that know no placeholders write a title as any other text, but first.
  return { title: title || first, whole };
}

/** A small PDF with real, selectable text, so that clipping a document can be tried. */

export type PdfText = { title: string; author: string; paragraphs: readonly string[] };

const PAGE = { width: 595, height: 842, margin: 72 };
const SIZES = { title: 20, text: 11 };
/** Helvetica's mean letter width in parts of the font size, by eye: good enough to break lines. */
const MEAN_WIDTH = 0.5;

/** One A4 page in Helvetica. Letters outside of Windows-1252 become question marks. */
export function makePdf({ title, author, paragraphs }: PdfText): Buffer {
  const lines = [
    ...wrap(title, SIZES.title).map((text) => ({ text, size: SIZES.title })),
    ...paragraphs.flatMap((paragraph) => [
      { text: '', size: SIZES.text },
      ...wrap(paragraph, SIZES.text).map((text) => ({ text, size: SIZES.text })),
    ]),
  ];
  const words = lines.map(({ text, size }) => `/F1 ${size} Tf ${size * 1.4} TL T* ${literal(text)} Tj`);
  const stream = `BT ${PAGE.margin} ${PAGE.height - PAGE.margin} Td\n${words.join('\n')}\nET`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< /Title ${literal(title)} /Author ${literal(author)} >>`,
  ]);
}

/** Numbers the objects from 1 and writes the table of their places. The last object is the document's information. */
function assemble(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${place}`.padStart(10, '0');
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${place} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

function wrap(text: string, size: number): string[] {
  const room = (PAGE.width - 2 * PAGE.margin) / (size * MEAN_WIDTH);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Windows-1252 has these typographic signs where Latin-1 has none; as octal escapes they stay one byte each. */
const SIGNS: Readonly<Record<string, string>> = {
  '–': '\\226',
  '„': '\\204',
  '“': '\\223',
  '”': '\\224',
  '€': '\\200',
};

function literal(text: string): string {
  const escaped = [...text].map((letter) => {
    if ('()\\'.includes(letter)) return `\\${letter}`;
    return SIGNS[letter] ?? (letter.charCodeAt(0) > 255 ? '?' : letter);
  });
  return `(${escaped.join('')})`;
}

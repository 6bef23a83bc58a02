/** Files that are made to hurt whoever opens them. */
import { crc32, deflateRawSync } from 'node:zlib';

/** An archive with these files; sizes and names are what it says, true or not. */
export function archiveOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, entry, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const docx = (document: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  archiveOf({ '[Content_Types].xml': types, 'word/document.xml': document, ...more });
const text = (words: string) =>
  `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;

const pdf = (objects: string, trailer = '<< /Root 1 0 R >>'): Uint8Array =>
  Buffer.from(`%PDF-1.7\n${objects}\ntrailer ${trailer}\nstartxref\n0\n%%EOF`, 'latin1');

export const BOMBS: Readonly<Record<string, Uint8Array>> = {
  'bomb.docx': docx(text('a'.repeat(200_000_000))),
  'entities.docx': docx(
    `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${'bcdefgh'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(50)}">`)
      .join('')}]>${text('&h;')}`,
  ),
  'outside.docx': docx(`<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>${text('&file;')}`),
  'climbing.docx': docx(text('Klettern'), { '../../../etc/cron.d/x': '* * * * *', 'word/../../y': 'y' }),
  'deep.docx': docx(`<w:document xmlns:w="${WORD}">${'<w:p>'.repeat(200_000)}`),
  'archive-in-archive.docx': docx(text('Innen'), {
    'word/inner.docx': Buffer.from(docx(text('i'))).toString('latin1'),
  }),
};

export const BROKEN_PDFS: Readonly<Record<string, Uint8Array>> = {
  'cut.pdf': pdf('1 0 obj << /Type /Catalog /Pages 2 0 R').subarray(0, 40),
  'loop.pdf': pdf(
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1000000000 >> endobj',
  ),
  'script.pdf': pdf(
    '1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (globalThis.pwned=1;app.alert\\(1\\)) >> >> endobj 2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj',
  ),
  'launch.pdf': pdf(
    '1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (http://127.0.0.1:9/ran) >> /Names << /EmbeddedFiles 3 0 R >> >> endobj 2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj',
  ),
  'noise.pdf': Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256)),
  ]),
  'title.pdf': pdf(
    `1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj 3 0 obj << /Title (<img src=x onerror=globalThis.pwned=1>) /Author (${'A'.repeat(100_000)}) >> endobj`,
    '<< /Root 1 0 R /Info 3 0 R >>',
  ),
};

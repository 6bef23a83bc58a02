/** Files made to harm whoever opens them, and files that are not what they are called. */
import { describe, expect, test } from 'vitest';
import { clipDraftSchema } from '../../../protocol/clip.ts';
import { archiveOf, bytesOf, docxOf, draftOf, read } from './read-file.ts';

const paragraph = '<w:p><w:r><w:t>Ein Satz, der so oft wiederholt wird, bis niemand mehr liest.</w:t></w:r></w:p>';
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

// Making a bomb takes longer than reading it.
describe('bombs', { timeout: 120_000 }, () => {
  test('an archive of 100 kB that unfolds to 25 MB is read as far as a draft has room', async () => {
    const bomb = await docxOf(paragraph.repeat(300_000));
    expect(bomb.length).toBeLessThan(200_000);
    const draft = await draftOf(bomb);
    expect(draft.text.length).toBeLessThanOrEqual(200_000);
    expect(draft.cut).toEqual(['text']);
  });

  test('an archive that unfolds to 100 MB without text stops at the limit', async () => {
    const bomb = await docxOf(`${paragraph}<!--${'-'.repeat(100_000_000)}`);
    const draft = await draftOf(bomb);
    expect(draft.text).toMatch(/^Ein Satz/);
    expect(draft.cut).toContain('page');
  });

  test('entities that a document type declares are not expanded, from inside or outside', async () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const bomb = await archiveOf({
      'word/document.xml': `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "lol">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <w:document><w:body><w:p><w:r><w:t>A &l9; &x; &amp; &#252;</w:t></w:r></w:p></w:body></w:document>`,
    });
    const { text } = await draftOf(bomb);
    expect(text).toContain('& ü');
    expect(text.length).toBeLessThan(100);
  });

  test('a workbook that shares millions of texts is read as far as the limit', async () => {
    const S = '<si><t>Wort</t></si>'.repeat(1_000_000);
    const bomb = await archiveOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="Liste" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst>${S}</sst>`,
      'xl/sheet.xml': '<worksheet><row><c t="s"><v>7</v></c><c t="s"><v>999999</v></c></row></worksheet>',
    });
    expect(await draftOf(bomb)).toMatchObject({ text: 'Liste\nWort', cut: ['page'] });
  });
});

describe('a file that is something else', () => {
  test.each([
    ['nothing at all', new Uint8Array(), 'damaged'],
    ['a picture', latin('\x89PNG\r\n\x1a\n'), 'unknown_format'],
    ['the binary format of old Word', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument'), 'unknown_format'],
    ['a PDF that is only called so', latin('%PDF-1.7\nnothing follows'), 'damaged'],
    ['an archive that is only called so', latin('PK\x03\x04nothing follows'), 'damaged'],
  ])('%s', async (_what, bytes, problem) => {
    expect(await read(bytes)).toEqual({ ok: false, problem });
  });

  test('an archive of other things', async () => {
    expect(await read(await archiveOf({ 'a.txt': 'a' }))).toEqual({ ok: false, problem: 'unknown_format' });
  });

  test('a locked Office file: its container names the encrypted package', async () => {
    const name = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');
    const locked = latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(1_000)}${name}`);
    expect(await draftOf(locked)).toMatchObject({ access: 'encrypted', title: 'datei 4711' });
  });
});

describe('damage', { timeout: 120_000 }, () => {
  test('an archive whose end is missing is called damaged', async () => {
    const whole = bytesOf('energy-report.docx');
    expect(await read(whole.slice(0, whole.length / 2))).toEqual({ ok: false, problem: 'damaged' });
  });

  test('XML that ends in the middle is read to there', async () => {
    const { text } = await draftOf(
      await archiveOf({ 'word/document.xml': '<w:document><w:p><w:r><w:t>Anfang</w:t></w:r></w:p><w:p' }),
    );
    expect(text).toBe('Anfang');
  });

  test('bytes changed at random: never an error that nobody expects, always a draft that satisfies the schema', async () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (const name of ['energy-report.docx', 'shifts.pptx', 'dates.xlsx', 'energy-report.odt', 'two-columns.pdf']) {
      for (let round = 0; round < 12; round += 1) {
        const bytes = bytesOf(name);
        for (let change = 0; change < 20; change += 1) bytes[random(bytes.length)] = random(256);
        const reading = await read(bytes);
        if (reading.ok) expect(clipDraftSchema.safeParse(reading.draft)).toMatchObject({ success: true });
        else expect(['damaged', 'unknown_format']).toContain(reading.problem);
      }
    }
  });
});

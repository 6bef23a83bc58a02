import { describe, expect, test } from 'vitest';
import { makePdf } from '../../../demo/intranet/pdf.ts';
import { withFoundOnPage } from '../../../desk/rules/find.ts';
import { archiveOf, docxOf, draftOf } from './read-file.ts';

const PROSE =
  '<w:p><w:r><w:t>Die Anlage in Halle drei spart ein Fünftel der Energie und läuft seit März.</w:t></w:r></w:p>';
const levels = async (bytes: Uint8Array) => withFoundOnPage(await draftOf(bytes)).found.markings;
const word = (text: string) =>
  `<w:p><w:r><w:t>${text.slice(0, 4)}</w:t></w:r><w:r><w:t>${text.slice(4)}</w:t></w:r></w:p>`;

describe('[IN1] a document is marked by what stands around its text too', () => {
  test.each<[string, Record<string, string>]>([
    ['the header', { 'word/header1.xml': `<w:hdr>${word('Streng vertraulich')}</w:hdr>` }],
    ['the footer', { 'word/footer2.xml': `<w:ftr>${word('Nordwerk · Streng vertraulich · Seite 1')}</w:ftr>` }],
    [
      'the keywords',
      { 'docProps/core.xml': '<cp:coreProperties><cp:keywords>Streng vertraulich</cp:keywords></cp:coreProperties>' },
    ],
    [
      'the label of the company',
      {
        'docProps/custom.xml':
          '<Properties><property name="MSIP_Label_1a_Name"><vt:lpwstr>Streng vertraulich</vt:lpwstr></property></Properties>',
      },
    ],
  ])('%s', async (_where, parts) =>
    expect(await levels(await docxOf(PROSE, parts))).toEqual(['strictly_confidential']),
  );

  test('the text itself', async () => {
    expect(await levels(await docxOf(word('Vertraulich') + PROSE))).toEqual(['confidential']);
    expect(await levels(await docxOf(PROSE))).toEqual([]);
  });

  test('a PDF', async () => {
    const pdf = (paragraphs: string[]) =>
      new Uint8Array(
        makePdf({ title: 'Anlage', author: 'Nora', paragraphs: ['Die Anlage spart Energie.', ...paragraphs] }),
      );
    expect(await levels(pdf(['VS - Nur für den Dienstgebrauch']))).toEqual(['confidential']);
    expect(await levels(pdf([]))).toEqual([]);
  });

  test('the printed head of a sheet', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Umsatz</t></is></c></row></sheetData>
      <headerFooter><oddHeader>&amp;C&amp;"Arial"&amp;12Nur für den internen Gebrauch</oddHeader></headerFooter></worksheet>`;
    const book = await archiveOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="Zahlen" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
    });
    expect(await levels(book)).toEqual(['internal']);
  });
});

import { describe, expect, test } from 'vitest';
import { archiveOf, bytesOf, docxOf, draftOf } from './read-file.ts';

const p = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe.each(['docx', 'odt'])('a text document (%s)', (format) => {
  test('says its title, author, dates, language and text, with tables as rows and footnotes at the end', async () => {
    const draft = await draftOf(bytesOf(`energy-report.${format}`));
    expect(draft).toMatchObject({
      title: 'Energiebericht 2025: Weniger Wärme verloren',
      byline: ['Nora Lindqvist'],
      lang: 'de-DE',
      access: 'full',
    });
    expect(draft.published).toMatch(/^2026-01-14T10:30:00Z?$/);
    expect(draft.modified).toMatch(/^2026-02-03T16:05:00Z?$/);
    const lines = draft.text.split('\n');
    expect(lines).toContain('Werk Süd | 8.310 | 7.070');
    expect(lines.at(-1)).toBe('Gemessen von Juli bis Dezember, hochgerechnet auf ein Jahr.');
    expect(draft.text).toContain('mehr als die Planung versprach. Auffällig häufig');
  });
});

describe.each(['pptx', 'odp'])('slides (%s)', (format) => {
  test('are read in their order, without the speaker’s notes; a program’s title gives way to the first slide’s', async () => {
    const draft = await draftOf(bytesOf(`shifts.${format}`));
    expect(draft).toMatchObject({ title: 'Schichtübergabe ohne Zettel', byline: ['Özlem Kaya'] });
    expect(draft.text.split('\n')).toEqual([
      'Schichtübergabe ohne Zettel',
      'Pilot in Halle 2 ab April',
      'Fünf Minuten weniger Leerlauf je Schicht',
      'Was sich ändert',
      'Störungen stehen auf einer gemeinsamen Tafel',
      'Rückfragen gehen an die Schichtleitung',
      'Nächste Schritte',
      'Rückmeldungen bis 20. März',
    ]);
  });
});

describe('workbooks', () => {
  test('are read sheet by sheet and row by row, with dates as dates', async () => {
    const draft = await draftOf(bytesOf('dates.xlsx'));
    expect(draft).toMatchObject({ title: 'Termine der Ausbildungswerkstatt', byline: ['Anna Müller'] });
    expect(draft.text.split('\n')).toEqual([
      'Termine 2026',
      'Termine der Ausbildungswerkstatt',
      'Datum | Was | Plätze',
      '2026-04-10 | Tag der offenen Tür | 120',
      '2026-09-01 | Start des Ausbildungsjahrs | 40',
      'Ansprechpersonen',
      'Werkstatt | Jörg Ölschläger',
      'Werkstatt | Özlem Kaya',
    ]);
  });

  test('of LibreOffice too', async () => {
    const { text } = await draftOf(bytesOf('dates.ods'));
    expect(text.split('\n')).toContain('10.04.2026 | Tag der offenen Tür | 120');
  });

  test('hidden sheets and formulas are not read, their values are', async () => {
    const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
    const { text } = await draftOf(
      await archiveOf({
        'xl/workbook.xml': `<workbook ${S} ${R}><sheets><sheet name="Plan" r:id="a"/><sheet name="Gehälter" state="hidden" r:id="b"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="a" Target="worksheets/1.xml"/><Relationship Id="b" Target="/xl/worksheets/2.xml"/></Relationships>',
        'xl/worksheets/1.xml': `<worksheet ${S}><sheetData><row><c><f>1+1</f><v>2</v></c><c t="inlineStr"><is><t>Stück</t></is></c></row></sheetData></worksheet>`,
        'xl/worksheets/2.xml': `<worksheet ${S}><sheetData><row><c t="inlineStr"><is><t>Geheim</t></is></c></row></sheetData></worksheet>`,
      }),
    );
    expect(text).toBe('Plan\n2 | Stück');
  });
});

describe('in Word', () => {
  test('what was deleted, moved away or hidden is no text; what was inserted is', async () => {
    const { text } = await draftOf(
      await docxOf(
        `<w:p><w:r><w:t xml:space="preserve">Wir bauen </w:t></w:r>
         <w:del><w:r><w:delText>nicht </w:delText></w:r></w:del><w:moveFrom><w:r><w:t>woanders </w:t></w:r></w:moveFrom>
         <w:ins><w:r><w:t xml:space="preserve">gemeinsam </w:t></w:r></w:ins>
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>heimlich </w:t></w:r><w:r><w:t>aus.</w:t></w:r></w:p>`,
      ),
    );
    expect(text).toBe('Wir bauen gemeinsam aus.');
  });

  test('a text box that is there twice for older programs is read once', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const { text } = await draftOf(
      await docxOf(
        `<w:p><w:r><mc:AlternateContent><mc:Choice>${box('Merke')}</mc:Choice><mc:Fallback>${box('Merke')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
    );
    expect(text).toBe('Merke');
  });

  test.each([
    ['the style Title', p('Der Titel', '<w:pPr><w:pStyle w:val="Titel"/></w:pPr>')],
    ['a heading whose style lost its umlaut', p('Der Titel', '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>')],
    ['large letters', '<w:p><w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>Der Titel</w:t></w:r></w:p>'],
  ])('a document without a title in its properties is called by %s', async (_what, heading) => {
    const { title } = await draftOf(await docxOf(`${p('Nordwerk AG, Werk Süd')}${heading}${p('Ein Absatz.')}`));
    expect(title).toBe('Der Titel');
  });

  test('tables in tables and cells of several paragraphs make one row', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const { text } = await draftOf(
      await docxOf(
        `<w:tbl><w:tr>${cell(p('a') + p('b'))}${cell(`<w:tbl><w:tr>${cell(p('c'))}${cell(p('d'))}</w:tr></w:tbl>`)}</w:tr></w:tbl>`,
      ),
    );
    expect(text).toBe('a b | c d');
  });
});

describe('OpenDocument', () => {
  const odt = (content: string, manifest = '') =>
    archiveOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml': manifest,
      'content.xml': `<office:document-content><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
    });

  test('comments and deleted text are not read', async () => {
    const { text } = await draftOf(
      await odt(
        `<text:tracked-changes><text:p>Gestrichen</text:p></text:tracked-changes>
         <text:p>Zwei<text:s text:c="3"/>Worte<office:annotation><text:p>Nur intern</text:p></office:annotation></text:p>`,
      ),
    );
    expect(text).toBe('Zwei Worte');
  });

  test('locked with a password: said', async () => {
    const locked = await odt('', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
    expect(await draftOf(locked)).toMatchObject({ access: 'encrypted', title: 'datei 4711' });
  });
});

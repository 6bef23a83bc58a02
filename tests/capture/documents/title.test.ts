import { describe, expect, test } from 'vitest';
import { documentTitle } from '../../../capture/documents/title.ts';

const TEXT = 'Energiebericht 2025: Weniger Wärme verloren. Die Gießerei in Halle 4 heizt seit März die Montage.';
const HEADING = 'Energiebericht 2025: Weniger Wärme verloren';

describe('no title are', () => {
  test.each([
    'Microsoft Word - Entwurf3.docx',
    'Energiebericht_final_v7.docx',
    'PowerPoint-Präsentation',
    'PowerPoint Presentation',
    'Dokument1',
    'Folie 1',
    'Untitled',
    'unbenannt',
    'C:\\Temp\\bericht',
    'https://intranet.example/a',
    '2025-01-14',
    'Scan_0001',
    '',
  ])('“%s”', (stated) => expect(documentTitle(stated, HEADING, TEXT)).toEqual({ value: HEADING, signal: 'heading' }));
});

test('a title that somebody wrote stands above a heading', () => {
  expect(documentTitle('Unser Energiebericht', HEADING, TEXT).value).toBe('Unser Energiebericht');
});

test('a title that shares no word with the document is of the file that it was made from', () => {
  expect(documentTitle('Speiseplan Kantine', HEADING, TEXT).value).toBe(HEADING);
});

test('without a text to compare, the stated title is believed', () => {
  expect(documentTitle('Speiseplan Kantine', '', '').value).toBe('Speiseplan Kantine');
});

test('nothing said and nothing shown is no title', () => {
  expect(documentTitle('Dokument1', '', TEXT)).toEqual({ value: '', signal: '' });
});

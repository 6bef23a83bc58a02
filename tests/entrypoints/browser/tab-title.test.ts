import { expect, test } from 'vitest';
import { tabTitle } from '../../../entrypoints/browser/tab-title.ts';

const FILE = 'https://intranet.example/berichte/energie-bericht_2025.pdf?fassung=2';
const FROM_NAME = 'energie bericht 2025';

test.each([
  ['a title that somebody wrote', FILE, ' Energiebericht 2025 ', 'Energiebericht 2025'],
  ['what the program put into a file is no title', FILE, 'Microsoft Word - Entwurf3.docx', FROM_NAME],
  ['a file of the file it was made from', FILE, 'Bericht_final_v7.docx', FROM_NAME],
  ['nothing', FILE, '', FROM_NAME],
  ['a name that is no UTF-8', 'https://intranet.example/%E4rger.pdf', 'intranet.example/%E4rger.pdf', '%E4rger'],
  [
    'the page of a program that shows a file: its tab knows the name, its address does not',
    'https://firma.sharepoint.example/_layouts/15/Doc.aspx?sourcedoc=1',
    'Bericht.docx',
    'Bericht.docx',
  ],
  ['a page, whatever it is called', 'https://intranet.example/a/b', 'Untitled', 'Untitled'],
  ['a page without a title', 'https://intranet.example/', '', 'intranet.example'],
])('%s', (_case, address, title, expected) => expect(tabTitle(address, title)).toBe(expected));

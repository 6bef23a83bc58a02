import { expect, test } from 'vitest';
import { fileAddress } from '../../../capture/documents/file-address.ts';

const ID = 'b60c7ec5-a285-4bc7-9b0b-b98a148a26d7';
const FILE = `/_layouts/15/download.aspx?UniqueId=${ID}`;

test.each([
  [
    `https://nordwerk.sharepoint.com/sites/hr/_layouts/15/Doc.aspx?sourcedoc=%7B${ID.toUpperCase()}%7D&file=Plan.docx&action=default`,
    `https://nordwerk.sharepoint.com/sites/hr${FILE}`,
  ],
  [
    `https://nordwerk.sharepoint.com/:p:/r/sites/hr/_layouts/15/Doc.aspx?sourcedoc=%7B${ID}%7D`,
    `https://nordwerk.sharepoint.com/sites/hr${FILE}`,
  ],
  [
    `https://portal.nordwerk.example/_layouts/15/WopiFrame.aspx?sourcedoc={${ID}}`,
    `https://portal.nordwerk.example${FILE}`,
  ],
  ['https://portal.nordwerk.example/_layouts/15/WopiFrame.aspx?sourcedoc=/dokumente/plan.docx', null],
  ['https://docs.google.com/document/d/abc/edit', null],
  ['https://nordwerk.sharepoint.com/:w:/r/sites/hr/Plan.docx?web=1', null],
  ['https://intranet.example/berichte/plan.pdf', 'https://intranet.example/berichte/plan.pdf'],
])('%s', (page, file) => expect(fileAddress(page)).toBe(file));

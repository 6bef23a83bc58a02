import { expect, test } from 'vitest';
import { officeDate, pdfDate } from '../../../capture/documents/dates.ts';
import { shownDate } from '../../../capture/documents/office/cell-dates.ts';

test.each([
  ["D:20260114103000+01'00'", '2026-01-14T10:30:00+01:00'],
  ['D:20260114103000Z', '2026-01-14T10:30:00Z'],
  ["D:20260114103000Z00'00'", '2026-01-14T10:30:00Z'],
  ['D:202601141030', '2026-01-14T10:30:00'],
  ['D:20260114', '2026-01-14'],
  ['20260114', '2026-01-14'],
  ['D:2026', '2026-01-01'],
  ['D:20260231', null],
  ['D:16010101000000', null],
  ['D:19700101000000Z', null],
  ['yesterday', null],
])('in a PDF, %s', (text, date) => expect(pdfDate(text)).toBe(date));

test.each([
  ['2026-01-14T10:30:00Z', '2026-01-14T10:30:00Z'],
  ['2026-01-14T10:30:00.1234567', '2026-01-14T10:30:00'],
  ['2026-01-14', '2026-01-14'],
  ['1601-01-01T00:00:00Z', null],
  ['2026-13-01T00:00:00Z', null],
  ['x'.repeat(100_000), null],
])('in an Office file, %.30s', (text, date) => expect(officeDate(text)).toBe(date));

test.each([
  [46_122, false, '2026-04-10'],
  [46_122.75, false, '2026-04-10 18:00'],
  [44_660, true, '2026-04-10'],
  [-1, false, null],
  [1e9, false, null],
])('in a cell, %s', (days, since1904, date) => expect(shownDate(days, since1904)).toBe(date));

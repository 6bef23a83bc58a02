import { describe, expect, test } from 'vitest';
import { CLIMATE_REPORT } from '../../../demo/intranet/climate-report.ts';
import { makePdf } from '../../../demo/intranet/pdf.ts';
import { bytesOf, draftOf, read } from './read-file.ts';

describe('a PDF', () => {
  test('says its title, author, date, language and text', async () => {
    const draft = await draftOf(bytesOf('energy-report.pdf'));
    expect(draft).toMatchObject({
      title: 'Energiebericht 2025: Weniger Wärme verloren',
      kind: 'document',
      byline: ['Nora Lindqvist'],
      lang: 'de-DE',
      access: 'full',
      excerpt: 'Was die neue Wärmerückgewinnung der Gießerei im ersten Jahr gebracht hat',
      signals: { title: 'pdf properties', byline: 'pdf author' },
    });
    expect(draft.published).toMatch(/^2026-11-26T/);
    expect(draft.text).toContain('Auffällig häufig kamen die besten Hinweise aus der Nachtschicht.');
  });

  test('in two columns is read column by column, without its running head, divided words whole', async () => {
    const { text } = await draftOf(bytesOf('two-columns.pdf'));
    expect(text).toContain(
      'the first draft would have left no space for the difficult fitting work on large pump housings.',
    );
    expect(text).toContain('The final offer was twelve percent below the first one');
    expect(text).not.toMatch(/Nordwerk Quarterly|\d \/ 3/);
    expect(text).not.toMatch(/\p{L}-\n|[ﬀ-ﬄ]/u);
  });

  test('titled by a program is called by its largest heading; an account is nobody', async () => {
    expect(await draftOf(bytesOf('two-columns.pdf'))).toMatchObject({
      title: 'An efficient workshop for forty apprentices',
      byline: [],
      signals: { title: 'pdf heading' },
    });
  });

  test('of our own sample intranet is read too', async () => {
    const draft = await draftOf(new Uint8Array(makePdf(CLIMATE_REPORT)));
    expect(draft).toMatchObject({ title: CLIMATE_REPORT.title, byline: ['Nora Lindqvist'], lang: 'de-DE' });
    for (const paragraph of CLIMATE_REPORT.paragraphs) expect(draft.text.split('\n')).toContain(paragraph);
  });

  test('that forbids copying opens without a password, and reading it is no copying', async () => {
    expect(await draftOf(bytesOf('copying-forbidden.pdf'))).toMatchObject({ access: 'full', lang: 'en-GB' });
  });
});

describe('a PDF that cannot be read', () => {
  test('because of a password: said, and called as before', async () => {
    expect(await draftOf(bytesOf('locked.pdf'))).toMatchObject({ access: 'encrypted', title: 'datei 4711', text: '' });
  });

  test('because its pages are pictures: said', async () => {
    expect(await draftOf(bytesOf('scanned.pdf'))).toMatchObject({ access: 'scanned', title: 'datei 4711', text: '' });
  });

  test('because its end is missing: what is there is read, or it is called damaged', async () => {
    const whole = bytesOf('energy-report.pdf');
    for (const part of [0.9, 0.5, 0.05]) {
      const reading = await read(whole.slice(0, whole.length * part));
      if (!reading.ok) expect(reading.problem).toBe('damaged');
    }
    expect(await read(whole.slice(0, 400))).toEqual({ ok: false, problem: 'damaged' });
  });

  test('in time: what was read by then counts, and the draft says that it is a part', async () => {
    const stop = new AbortController();
    const draft = await draftOf(bytesOf('two-columns.pdf'), {
      signal: stop.signal,
      onPage: (page) => {
        if (page === 2) stop.abort();
      },
    });
    expect(draft.title).toBe('An efficient workshop for forty apprentices');
    expect(draft.cut).toContain('page');
  });

  test('before anything was read: the draft is that of a document without an inside', async () => {
    const draft = await draftOf(bytesOf('two-columns.pdf'), { signal: AbortSignal.abort() });
    expect(draft).toMatchObject({ title: 'datei 4711', text: '', cut: ['page'] });
  });
});

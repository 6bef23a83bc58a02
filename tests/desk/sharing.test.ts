import { expect, test } from 'vitest';
import { resultId } from '../../desk/result-id.ts';
import {
  type ClearanceStanding,
  checkSharing,
  isInFeed,
  networksOf,
  shareAddress,
  shareDay,
  shareTextFor,
  withAddress,
} from '../../desk/sharing.ts';
import { idSchema } from '../../protocol/id.ts';
import { NETWORKS } from '../../protocol/sharing.ts';
import { NOW, publication, topic } from './samples.ts';

const of = topic({ state: 'in_work' });
const open = publication(of, { shareable: true, networks: ['copy', 'linkedin'], shareTexts: { copy: 'Lest das!' } });

test('[PB3] what is not cleared is not opened for passing on; with conditions, the desk keeps it to itself', () => {
  const check = (clearance: ClearanceStanding) => checkSharing(open, clearance);
  for (const clearance of [null, 'not_needed', 'cleared'] as const) expect(check(clearance)).toBeNull();
  for (const clearance of ['open', 'refused', 'cleared_with_conditions'] as const)
    expect(check(clearance)).toEqual({ kind: 'not_cleared_to_share', path: 'publication.shareable' });
  expect(checkSharing({ ...open, shareable: false }, 'refused')).toBeNull();
});

test('[SH2] the feed has what is out and not under embargo, to the millisecond', () => {
  expect(isInFeed(open, NOW)).toBe(true);
  expect(isInFeed({ ...open, state: 'planned' }, NOW)).toBe(false);
  expect(isInFeed({ ...open, embargoUntil: NOW + 1 }, NOW)).toBe(false);
  expect(isInFeed({ ...open, embargoUntil: NOW }, NOW)).toBe(true);
});

test('[SH2] networks are offered in one order, and none where there is nothing to point to', () => {
  expect(networksOf(open)).toEqual(['linkedin', 'copy']);
  expect(networksOf({ ...open, address: null })).toEqual([]);
  expect(networksOf({ ...open, shareable: false })).toEqual([]);
});

test('a network without words of its own takes those for everywhere, else the title', () => {
  expect(shareTextFor(open, 'linkedin', 'Titel')).toBe('Lest das!');
  expect(shareTextFor({ shareTexts: { linkedin: 'Kurz.' } }, 'linkedin', 'Titel')).toBe('Kurz.');
  expect(shareTextFor({ shareTexts: {} }, 'xing', 'Titel')).toBe('Titel');
  expect(withAddress('Lest https://a.example', 'https://a.example')).toBe('Lest https://a.example');
});

test('every network is opened by its own page, and nothing of the words or the address becomes another', () => {
  const [address, text] = ['https://a.example/?x=1&y=2#z', 'Eins & zwei #drei\nvier'];
  for (const network of NETWORKS) {
    const opened = shareAddress(network, address, text, 'Titel & mehr');
    if (opened === null) continue;
    const { protocol, hostname, searchParams, hash } = new URL(opened);
    expect(protocol).toBe(network === 'email' ? 'mailto:' : 'https:');
    const said = decodeURIComponent(hash.slice(1).replace(/^text=/, '')) || [...searchParams.values()].join(' ');
    if (network !== 'instagram') expect([network, said]).toEqual([network, expect.stringContaining(address)]);
    expect(hostname).not.toContain('a.example');
  }
  expect(shareAddress('copy', address, text, 'Titel')).toBeNull();
});

test('[SH1] a day is the desk’s', () => {
  expect(shareDay(Date.UTC(2026, 10, 20, 23, 30), 'Europe/Berlin')).toBe('2026-11-21');
});

test('[RS1] the same measurement has the same id, another goal, publication or day another one', async () => {
  const measured = { goalId: 'a', topicId: of.id, publicationId: null, measuredAt: NOW };
  const id = await resultId(measured, 'Europe/Berlin');
  expect(idSchema.safeParse(id).success).toBe(true);
  expect(await resultId({ ...measured, measuredAt: NOW + 3_600_000 }, 'Europe/Berlin')).toBe(id);
  for (const other of [
    { goalId: 'b' },
    { publicationId: open.id },
    { measuredAt: NOW + 86_400_000 },
    { topicId: null },
  ])
    expect(await resultId({ ...measured, ...other }, 'Europe/Berlin')).not.toBe(id);
});

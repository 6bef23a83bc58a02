import { beforeEach, expect, test } from 'vitest';
import { blankDraft } from '../../protocol/blank-draft.ts';
import { completeClip } from '../../storage/complete-clip.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { suggestion } from '../../storage/suggestions.ts';
import { draft, newClip, newDatabase, picture } from './device.ts';

const NOW = 1_790_000_000_000;
const PROPOSED = 'klimabericht 2025';
const inside = {
  draft: draft({
    title: 'Klimabericht 2025: Wo wir stehen',
    byline: ['Nora Lindqvist'],
    lang: 'de-DE',
    published: '2026-01-14',
    excerpt: '14 Prozent weniger als im Jahr zuvor.',
    text: 'Der ganze Text des Berichts.',
  }),
  picture: null,
  proposedTitle: PROPOSED,
};

let db: AccountDatabase;
let clipId: string;
beforeEach(async () => {
  db = newDatabase();
  const { clip } = await saveClip(db, newClip({ title: PROPOSED, draft: draft({ text: '' }) }), NOW);
  clipId = clip.id;
});
const clip = async () => (await suggestion(db, clipId))?.clip;

test('what the document says becomes a change of its clip, and the text stays on the device', async () => {
  await completeClip(db, clipId, inside, NOW + 1);
  expect(await clip()).toMatchObject({
    title: 'Klimabericht 2025: Wo wir stehen',
    byline: ['Nora Lindqvist'],
    lang: 'de-DE',
    published: '2026-01-14',
    excerpt: '14 Prozent weniger als im Jahr zuvor.',
  });
  expect(await db.pageTexts.get(clipId)).toEqual({ clipId, text: 'Der ganze Text des Berichts.' });
  const sent = JSON.stringify(await db.outbox.toArray());
  expect(sent).not.toContain('Der ganze Text des Berichts.');
});

test('a title that the person changed stays, whenever they did', async () => {
  await editClip(db, clipId, { title: 'Mein Titel' }, NOW + 1);
  await completeClip(db, clipId, inside, NOW + 2);
  expect(await clip()).toMatchObject({ title: 'Mein Titel', byline: ['Nora Lindqvist'] });
});

test('the first page takes the place of the picture of the tab', async () => {
  await completeClip(db, clipId, { ...inside, picture: picture() }, NOW + 1);
  expect(await clip()).toMatchObject({ picture: { width: 640 } });
  expect(await db.uploads.count()).toBe(1);
});

test('a clip that was taken back meanwhile gets nothing', async () => {
  await withdrawClip(db, clipId, NOW + 1);
  await expect(completeClip(db, clipId, inside, NOW + 2)).rejects.toMatchObject({ kind: 'not_found' });
  expect(await db.pageTexts.count()).toBe(0);
});

test('a document without a title of its own, or without text, leaves both as they were', async () => {
  const empty = draft({ title: '', text: '', access: 'scanned' });
  await completeClip(db, clipId, { ...inside, draft: empty }, NOW + 1);
  expect(await clip()).toMatchObject({ title: PROPOSED, access: 'scanned' });
  expect(await db.pageTexts.count()).toBe(0);
});

test('a document that says nothing erases nothing of what the clip says', async () => {
  await completeClip(db, clipId, inside, NOW + 1);
  const blank = { ...blankDraft(draft().address), title: PROPOSED, access: 'sign_in' as const };
  await completeClip(db, clipId, { ...inside, draft: blank }, NOW + 2);
  expect(await clip()).toMatchObject({
    byline: ['Nora Lindqvist'],
    lang: 'de-DE',
    published: '2026-01-14',
    excerpt: '14 Prozent weniger als im Jahr zuvor.',
    access: 'sign_in',
  });
});

test('[OB2] a clip whose saving was refused is completed where it is parked, and not sent', async () => {
  const [entry] = await db.outbox.toArray();
  if (entry === undefined) throw new Error('the clip waits');
  await db.outbox.clear();
  const refusal = { kind: 'unknown_goal' as const, path: 'clip.goalId' };
  await db.parked.add({ id: entry.id, parkedAt: NOW, refusal, entry });
  await completeClip(db, clipId, inside, NOW + 1);
  expect(await db.outbox.count()).toBe(0);
  expect(await db.parked.toArray()).toMatchObject([
    { id: entry.id, refusal, entry: { action: { name: 'saveClip', clip: { byline: ['Nora Lindqvist'] } } } },
  ]);
  expect(await clip()).toMatchObject({ title: 'Klimabericht 2025: Wo wir stehen', byline: ['Nora Lindqvist'] });
});

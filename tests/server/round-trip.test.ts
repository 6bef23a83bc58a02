import { expect, test } from 'vitest';
import { changeSchema } from '../../protocol/pull.ts';
import { openTestQueue } from './queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from './samples.ts';

test('a clip reaches the editor, is decided, and the decision reaches the submitter', async () => {
  const queue = await openTestQueue();
  const hanna = await queue.join('hanna');
  const mara = await queue.join('mara');
  const clip = sampleClip();
  const pushed = await hanna.push(saveClip(clip));
  expect(pushed).toMatchObject({ lastNumber: 1, refused: [] });

  const atDesk = await mara.pull();
  expect(atDesk.cursor.seq).toBe(pushed.seq);
  expect(atDesk.changes.map((change) => changeSchema.safeParse(change).success)).not.toContain(false);
  expect(atDesk.changes.find(({ kind }) => kind === 'clip')?.row).toMatchObject({
    clip,
    submitter: { id: 'hanna', name: 'Hanna Voss' },
  });

  const before = await hanna.pull();
  await mara.push(decide(sampleDecision(clip.id)));
  const after = await hanna.pull(before.cursor);
  expect(after.reset).toBe(false);
  expect(after.changes.find(({ kind }) => kind === 'topic')?.row).toMatchObject({
    state: 'accepted',
    lead: { id: 'mara', name: 'Mara Lind' },
    decisions: [{ from: 'new', to: 'accepted', actor: { id: 'mara' } }],
  });
});

import { expect, test } from 'vitest';
import { keepGuide, readGuide } from '../../storage/guide.ts';
import { goalsToConfirm, ownPerson } from '../../storage/strategy.ts';
import { goal } from '../desk/samples.ts';
import { newDatabase } from './device.ts';

test('the tour is where it was left, on this device', async () => {
  const db = newDatabase();
  expect(await readGuide(db)).toEqual({ done: [], at: null });
  await keepGuide(db, { done: ['submitter'], at: { role: 'editor', step: 2 } });
  expect(await readGuide(db)).toEqual({ done: ['submitter'], at: { role: 'editor', step: 2 } });
});

test('only goals that lack nothing but this person’s word wait for them', async () => {
  const db = newDatabase();
  const { id: sponsorId } = await ownPerson(db);
  const waiting = { sponsorId, sponsorConfirmedAt: null, state: 'draft' as const };
  await db.goals.bulkAdd([
    goal({ id: 'waits', ...waiting }),
    goal({ id: 'lacks', ...waiting, target: null }),
    goal({ id: 'others', ...waiting, sponsorId: 'somebody.else' }),
    goal({ id: 'confirmed', sponsorId }),
  ]);
  expect(await goalsToConfirm(db)).toBe(1);
});

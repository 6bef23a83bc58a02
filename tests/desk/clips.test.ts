import { expect, test } from 'vitest';
import { followEdit, joinTopic, mayChange, openTopic } from '../../desk/clips.ts';
import { clip, NOW, topic, uuid } from './samples.ts';

const picture = { hash: 'a'.repeat(64), type: 'image/webp', width: 320, height: 200, bytes: 9000, alt: '' } as const;

test('[AD1] a clip opens a topic with its own id', () => {
  const first = clip();
  expect(openTopic(first, NOW)).toMatchObject({ id: first.id, state: 'new', supporterCount: 1 });
});

test('[AD1] a second person joins as supporter, a second clip of the same person does not count', () => {
  const before = topic();
  expect(joinTopic(before, clip(), true, uuid(), NOW).supporterCount).toBe(2);
  expect(joinTopic(before, clip(), false, uuid(), NOW).supporterCount).toBe(1);
});

test('a new supporter brings a held topic back to the inbox, the same person does not', () => {
  const held = topic({ state: 'held', holdUntil: NOW + 1 });
  expect(joinTopic(held, clip(), true, uuid(), NOW)).toMatchObject({ state: 'new', holdUntil: null });
  expect(joinTopic(held, clip(), false, uuid(), NOW).state).toBe('held');
});

test('a change of the opening clip is a change of the topic; the note is not, another clip’s is not', () => {
  const before = topic();
  const changes = { title: 'Besser', goalId: null, note: 'Nur für mich' };
  const after = followEdit(before, before.id, changes);
  expect(after).toMatchObject({ title: 'Besser', goalId: null });
  expect(after).not.toHaveProperty('note');
  expect(followEdit(before, uuid(), changes)).toEqual(before);
});

test('[BL1] the first picture that arrives stands for the topic', () => {
  const before = topic();
  const later = uuid();
  const covered = followEdit(before, later, { picture });
  expect(covered.coverClipId).toBe(later);
  expect(followEdit(covered, before.id, { picture }).coverClipId).toBe(later);
});

test('[BL1] after acceptance only a picture that was still missing may come', () => {
  const late = { picture };
  expect(mayChange(clip(), { note: 'Neu' }, 'held')).toBe(true);
  expect(mayChange(clip(), { note: 'Neu' }, 'accepted')).toBe(false);
  expect(mayChange(clip(), late, 'accepted')).toBe(true);
  expect(mayChange(clip({ picture }), late, 'accepted')).toBe(false);
  expect(mayChange(clip(), { ...late, note: 'Neu' }, 'accepted')).toBe(false);
});

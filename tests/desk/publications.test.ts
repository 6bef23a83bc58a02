import { expect, test } from 'vitest';
import { checkPublication } from '../../desk/publications.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import { DAY, editor, NOW, topic, uuid } from './samples.ts';

const out = (publishedAt: number | null): PublicationInput => ({
  id: uuid(),
  topicId: uuid(),
  channelId: 'intranet',
  state: 'published',
  dueAt: NOW + 9 * DAY,
  publishedAt,
  address: null,
});

test('[PB1] what is out is not ahead, save for the day that begins elsewhere', () => {
  const one = topic({ state: 'in_work' });
  expect(checkPublication(one, out(NOW), editor, NOW)).toBeNull();
  expect(checkPublication(one, out(null), editor, NOW)).toBeNull();
  expect(checkPublication(one, out(NOW + DAY), editor, NOW)).toBeNull();
  expect(checkPublication(one, out(NOW + DAY + 1), editor, NOW)).toEqual({
    kind: 'invalid',
    path: 'publication.publishedAt',
  });
  expect(checkPublication(one, { ...out(NOW + 9 * DAY), state: 'planned' }, editor, NOW)).toBeNull();
});

test('[PB1] an accepted topic is in work before it is published', () => {
  expect(checkPublication(topic({ state: 'accepted' }), out(NOW), editor, NOW)).toMatchObject({
    kind: 'forbidden_transition',
  });
});

import { expect, test } from 'vitest';
import { checkPlanned, checkPublication } from '../../desk/publications.ts';
import type { Publication, PublicationInput } from '../../protocol/publication.ts';
import { DAY, editor, NOW, publication, topic, uuid } from './samples.ts';

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

test('[PB2] what is planned under embargo keeps a topic from being called published until it ends', () => {
  const work = topic({ state: 'in_work' });
  const planned = publication(work, { state: 'planned', publishedAt: null, embargoUntil: NOW + DAY });
  const check = (plan: Publication[], at = NOW, of = work) =>
    checkPlanned(of, { to: 'published' }, plan, at, 'to')?.kind ?? null;
  expect(check([planned])).toBe('page_embargo');
  expect(check([planned], NOW + DAY)).toBeNull();
  expect(check([publication(work, { ...planned, state: 'cancelled' })])).toBeNull();
  // With something out the topic is shown, or hidden, as that is.
  expect(check([planned, publication(work)])).toBeNull();
  expect(check([planned], NOW, topic({ state: 'evaluated' }))).toBeNull();
  expect(checkPlanned(work, { to: 'accepted' }, [planned], NOW, 'to')).toBeNull();
});

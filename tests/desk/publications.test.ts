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

test('[PB2] what was planned under embargo is not saved as published before it ends or is lifted', () => {
  const work = topic({ state: 'in_work' });
  const planned = publication(work, { state: 'planned', publishedAt: null, embargoUntil: NOW + DAY });
  const check = (over: Partial<PublicationInput> = {}, at = NOW, before: Publication | null = planned) =>
    checkPublication(work, { ...out(at), ...over }, editor, at, before)?.kind ?? null;
  // A message that says nothing of the embargo leaves it as it is.
  expect([check(), check({ embargoUntil: NOW + DAY })]).toEqual(['page_embargo', 'page_embargo']);
  expect([check({ embargoUntil: null }), check({}, NOW + DAY)]).toEqual([null, null]);
  expect(check({ state: 'planned' })).toBeNull();
  // What is out may be corrected, and what goes out under embargo from the start is kept back by it.
  expect(check({}, NOW, { ...planned, state: 'published' })).toBeNull();
  expect(check({ embargoUntil: NOW + DAY }, NOW, null)).toBeNull();
});

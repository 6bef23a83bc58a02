import { expect, test } from 'vitest';
import { chaptersOf, GUIDE, type GuideProgress, roleDone, whereToGoOn } from '../../components/guide/guide-steps.ts';
import { roleSchema } from '../../protocol/person.ts';

const FRESH: GuideProgress = { done: [], at: null };

test('each of the seven roles has three to five steps', () => {
  expect(Object.keys(GUIDE)).toEqual(roleSchema.options);
  for (const steps of Object.values(GUIDE)) expect([3, 4, 5]).toContain(steps.length);
});

test('the tour shows one’s own roles and no other, one after the other', () => {
  const roles = ['lead', 'submitter'] as const;
  expect(chaptersOf(roles)).toEqual(['submitter', 'lead']);
  expect(whereToGoOn(FRESH, roles)).toEqual({ role: 'submitter', step: 0 });
  const after = roleDone(FRESH, 'submitter', roles);
  expect(after).toEqual({ done: ['submitter'], at: { role: 'lead', step: 0 } });
  expect(roleDone(after, 'lead', roles)).toEqual({ done: ['submitter', 'lead'], at: null });
});

test('the tour goes on where it was left, and not in a role that somebody no longer has', () => {
  const left: GuideProgress = { done: [], at: { role: 'editor', step: 2 } };
  expect(whereToGoOn(left, ['editor'])).toEqual({ role: 'editor', step: 2 });
  expect(whereToGoOn(left, ['contact'])).toEqual({ role: 'contact', step: 0 });
  expect(whereToGoOn({ done: ['contact'], at: null }, ['contact'])).toBeNull();
  // A new role is shown to whoever saw everything before.
  expect(whereToGoOn({ done: ['contact'], at: null }, ['contact', 'duty'])).toEqual({ role: 'duty', step: 0 });
});

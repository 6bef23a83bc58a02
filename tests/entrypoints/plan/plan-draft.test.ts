// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { keepDraft, readDraft } from '../../../entrypoints/plan/plan-draft.ts';
import { NOW, uuid } from '../../desk/samples.ts';

beforeEach(() => sessionStorage.clear());

const DRAFT = {
  publication: {
    ...{ id: uuid(), topicId: uuid(), channelId: 'intranet', state: 'published' as const, dueAt: null },
    // Not an address yet.
    ...{ publishedAt: NOW, address: 'https' },
  },
  title: 'Hafen',
  fresh: false,
};

test('a form that was left is there again as far as it was typed, for the same person only', () => {
  keepDraft('one', DRAFT);
  expect(readDraft('one')).toEqual(DRAFT);
  expect(readDraft('other')).toBeNull();
  keepDraft('one', null);
  expect(readDraft('one')).toBeNull();
});

test('what another version left there is as if it were not', () => {
  sessionStorage.setItem('plan one', '{"publication":7}');
  expect(readDraft('one')).toBeNull();
  sessionStorage.setItem('plan one', '{');
  expect(readDraft('one')).toBeNull();
});

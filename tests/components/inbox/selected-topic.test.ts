import { expect, test } from 'vitest';
import { selectedTopic } from '../../../components/inbox/selected-topic.ts';
import { HARBOUR, WIND } from '../../gallery/samples/clips.ts';
import { PEOPLE } from '../../gallery/samples/company.ts';
import { topicOf } from '../../gallery/samples/topics.ts';
import { ALONE, row } from '../inbox-page.tsx';

const BEFORE = topicOf(HARBOUR);
const AFTER = topicOf(HARBOUR, [{ to: 'accepted', by: PEOPLE.aylin, ago: 0 }]);
const detail = { topic: BEFORE, clips: [], waiting: false, ...ALONE };

test('the topic in full, unless the list heard of a decision before: keys mean what it shows', () => {
  const shown = (rows: ReturnType<typeof row>[]) => selectedTopic({ selectedId: BEFORE.id, topic: detail, rows });
  expect(shown([row(WIND), row(HARBOUR)])).toBe(detail);
  expect(shown([row(HARBOUR, AFTER)])).toEqual({ ...detail, topic: AFTER });
  const ahead = { ...detail, topic: AFTER };
  expect(selectedTopic({ selectedId: BEFORE.id, topic: ahead, rows: [row(HARBOUR)] })).toBe(ahead);
});

test('of a topic that was moved to just now, what its row says', () => {
  const found = selectedTopic({ selectedId: WIND.id, topic: detail, rows: [row(WIND)] });
  expect(found).toMatchObject({ topic: { id: WIND.id }, clips: [] });
  expect(selectedTopic({ selectedId: WIND.id, topic: detail, rows: [] })).toBeNull();
});

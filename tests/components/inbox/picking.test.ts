import { expect, it } from 'vitest';
import { nextTopic, stayingRows } from '../../../components/inbox/next-topic.ts';
import { moveStretch } from '../../../components/inbox/picking.ts';
import { applyDecision, recordDecision } from '../../../desk/decisions.ts';
import { decision, editor, NOW, topic } from '../../desk/samples.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];

it('grows and shrinks a stretch from where it began, to both sides', () => {
  expect(moveStretch(IDS, 1, 1, 2)).toEqual([{ ids: ['b', 'c'], isPicked: true }]);
  expect(moveStretch(IDS, 1, 3, 2)).toEqual([
    { ids: ['d'], isPicked: false },
    { ids: ['b', 'c'], isPicked: true },
  ]);
  expect(moveStretch(IDS, 2, 4, 0)).toEqual([
    { ids: ['d', 'e'], isPicked: false },
    { ids: ['a', 'b', 'c'], isPicked: true },
  ]);
});

it('goes on below what was decided, else above, and never to what is on its way out', () => {
  const topics = [topic(), topic(), topic()];
  const rows = topics.map((each) => ({
    ...{
      topic: each,
      siteName: null,
      pictureUrl: null,
      waiting: false,
      reading: 'read' as const,
      muted: false,
      lookedAtBy: null,
    },
  }));
  const [first, second, third] = topics.map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three topics');
  const leaving = (...ids: string[]) => new Map(ids.map((id) => [id, { after: null, since: Date.now() }]));
  expect(nextTopic(rows, first, leaving(first))).toBe(second);
  expect(nextTopic(rows, third, leaving(third))).toBe(second);
  const two = leaving(second, third);
  expect(nextTopic(rows, third, two)).toBe(first);
  expect(nextTopic(rows, first, leaving(first, second, third))).toBeNull();
  expect(stayingRows(rows, third, two)).toEqual([rows[0], rows[2]]);
  // What still stands there after that long was not kept.
  const longAgo = new Map([[second, { after: null, since: Date.now() - 60_000 }]]);
  expect(nextTopic(rows, first, longAgo)).toBe(second);

  // One that came back by an undo has another last decision and is there again.
  const back = topics.map((each) => applyDecision(each, recordDecision(each, decision(each, {}), editor, NOW)));
  const again = rows.map((row, at) => ({ ...row, topic: back[at] ?? row.topic }));
  expect(nextTopic(again, first, two)).toBe(second);
});

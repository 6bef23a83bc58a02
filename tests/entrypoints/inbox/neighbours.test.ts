// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { neighboursOf } from '../../../entrypoints/inbox/use-topic-at-hand.ts';
import { row } from '../../components/inbox-page.tsx';
import { HARBOUR, WIND, WORKSHOP } from '../../gallery/samples/clips.ts';

const ROWS = [row(WORKSHOP), row(HARBOUR), row(WIND)];

test('what is read ahead is the row below, then the row above, and nothing for a topic that no row shows', () => {
  expect(neighboursOf(ROWS, HARBOUR.id)).toEqual([WIND.id, WORKSHOP.id]);
  expect(neighboursOf(ROWS, WORKSHOP.id)).toEqual([HARBOUR.id]);
  expect(neighboursOf(ROWS, 'elsewhere')).toEqual([]);
  expect(neighboursOf(null, HARBOUR.id)).toEqual([]);
});

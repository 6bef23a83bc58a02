import { expect, test } from 'vitest';
import { readListAddress, topicInLink, topicLink, writeListAddress } from '../../desk/list-address.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { uuid } from './samples.ts';

const NOTHING = { view: null, filter: null, topicId: null };
const ID = uuid();

test.each([
  NOTHING,
  { ...NOTHING, topicId: ID },
  { ...NOTHING, view: 'overdue' },
  { ...NOTHING, view: 'overdue', topicId: ID },
  { ...NOTHING, filter: EVERYTHING },
  {
    ...NOTHING,
    topicId: ID,
    filter: {
      ...EVERYTHING,
      states: ['new' as const, 'in_work' as const],
      departmentIds: ['hr', 'it-ops'],
      labels: ['Messe & mehr', '100 %'],
      leadId: 'me',
      overdue: true,
      createdFrom: 1_700_000_000_000,
      text: 'größe #1?',
    },
  },
])('an address is read as it was written: %o', (address) => {
  expect(readListAddress(writeListAddress(address))).toEqual(address);
});

test.each(['#x', '#list?states=lost', '#list?createdFrom=x', '#view/', '#<script>', `#${ID}x`])(
  'what does not fit is as if it were not there: %s',
  (hash) => expect(readListAddress(hash)).toEqual(NOTHING),
);

test('a link names its topic, with whatever path the queue has', () => {
  expect(topicInLink(topicLink('https://queue.example/clipdesk', ID))).toBe(ID);
  expect(topicInLink(` ${topicLink('https://queue.example', ID)} `)).toBe(ID);
  for (const text of ['werkstatt', ID, 'https://queue.example/t/x', '/t/']) expect(topicInLink(text)).toBe(null);
});

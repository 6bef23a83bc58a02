// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { mondayAt } from '../../../desk/load.ts';
import { HARBOUR } from '../../gallery/samples/clips.ts';
import { NOW, PEOPLE, STRATEGY } from '../../gallery/samples/company.ts';
import { topicOf } from '../../gallery/samples/topics.ts';
import { ALONE, open, press } from '../inbox-page.tsx';

const WORKED_ON = topicOf(HARBOUR, [{ to: 'accepted', by: PEOPLE.jonas, ago: 1_000 }]);
const shown = (budgets: Parameters<typeof open>[0] = {}) =>
  open({
    topic: {
      topic: WORKED_ON,
      clips: [{ clip: HARBOUR, submitter: PEOPLE.mira, pictureUrl: null }],
      waiting: false,
      ...ALONE,
    },
    ...budgets,
  });
const choose = (id: string) => fireEvent.change(screen.getByLabelText('To whom?'), { target: { value: id } });

test('[TB2] who assigns sees what somebody has in the week that it is wanted, nobody else does', () => {
  const monday = mondayAt(STRATEGY.rules, NOW);
  const budgets = [{ id: 'a', personId: PEOPLE.aylin.id, monday, minutes: 240 }];
  shown({ budgets });
  press('p');
  choose(PEOPLE.aylin.id);
  expect(screen.getByText(/^Aylin Demir has 240 min for topics and assignments in week \d+\.$/)).toBeDefined();
});

test('[TB2] for the rest of the desk nothing is said of anybody’s minutes', () => {
  shown();
  press('p');
  choose(PEOPLE.aylin.id);
  expect(screen.queryByText(/has .* min for topics/)).toBeNull();
});

test('what is missing is said, and no more', () => {
  shown();
  press('p');
  expect(screen.getByText('Person and contribution are still missing.')).toBeDefined();
  choose(PEOPLE.aylin.id);
  expect(screen.getByText('What is needed is still missing.')).toBeDefined();
});

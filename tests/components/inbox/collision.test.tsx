// @vitest-environment happy-dom
/** What the desk says when somebody else was faster. */
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Collision } from '../../../components/inbox/inbox-props.ts';
import { HARBOUR } from '../../gallery/samples/clips.ts';
import { NOW } from '../../gallery/samples/company.ts';
import { open } from '../inbox-page.tsx';

const COLLISION: Collision = {
  topicId: HARBOUR.id,
  title: 'Quay',
  theirs: { by: 'Aylin Demir', at: NOW, state: 'accepted', sentence: null },
  mine: { to: 'declined', reason: 'covered', sentence: 'We had that.' },
  way: 'decide',
  of: 1,
};

describe('two decisions on one topic', () => {
  it('say how many wait to be settled, where it is more than one', () => {
    const { show } = open({ collision: COLLISION });
    expect(screen.getByText('Two decisions on “Quay”')).toBeTruthy();
    show({ collision: { ...COLLISION, of: 2 } });
    expect(screen.getByText('Two decisions on “Quay” (1 of 2)')).toBeTruthy();
  });

  it('are changed by a button that says the same whichever way it goes', () => {
    const { show } = open({ collision: COLLISION });
    expect(screen.getByRole('button', { name: 'Change to “Declined”' })).toBeTruthy();
    show({ collision: { ...COLLISION, way: 'replace' } });
    expect(screen.getByRole('button', { name: 'Change to “Declined”' })).toBeTruthy();
  });
});

it('what could not be taken back is said in one sentence', () => {
  const left = { did: 'undone' as const, done: 0, left: [{ because: 'conflict' as const, count: 1 }] };
  const { show } = open({ leftAsTheyWere: { ...left, about: { title: 'Quay' } } });
  const said = () => screen.getByRole('alert').querySelector('p, div')?.textContent;
  expect(screen.getByRole('alert').textContent).toContain(
    'Nothing was taken back: “Quay” was decided otherwise meanwhile.',
  );
  expect(said()).not.toMatch(/\d/);
  show({ leftAsTheyWere: { ...left, about: { title: 'Quay', changed: 'clearance' } } });
  expect(screen.getByRole('alert').textContent).toContain(
    'Nothing was taken back: the clearance of “Quay” was decided already.',
  );
  show({ leftAsTheyWere: { ...left, about: { title: 'Quay', changed: 'labels' } } });
  expect(screen.getByRole('alert').textContent).toContain(
    'Nothing was taken back: “Quay” was changed again meanwhile.',
  );
});

// @vitest-environment happy-dom
/** The brief on the desk: what is asked for before work begins, and what the goal says already. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { toChanges, withField } from '../../../components/inbox/brief/brief-draft.ts';
import { NO_BRIEF } from '../../../protocol/brief.ts';
import { HARBOUR } from '../../gallery/samples/clips.ts';
import { DAY, NOW, PEOPLE, STRATEGY } from '../../gallery/samples/company.ts';
import { topicOf } from '../../gallery/samples/topics.ts';
import { ALONE, open, press } from '../inbox-page.tsx';

const ACCEPTED = topicOf(HARBOUR, [{ to: 'accepted', by: PEOPLE.jonas, ago: 1 }]);
const accepted = (brief: Partial<typeof NO_BRIEF> = {}, over: Partial<typeof ACCEPTED> = {}) => ({
  topic: { topic: { ...ACCEPTED, brief: { ...NO_BRIEF, ...brief }, ...over }, clips: [], waiting: false, ...ALONE },
});
const competition = () => screen.getByLabelText<HTMLInputElement>('Who says it already, and why us?');

describe('[BR1] beginning work', () => {
  it('asks for exactly what is missing, takes the effort by a digit, and does both in one step', () => {
    const calls = open(accepted());
    press('w');
    expect(calls.onDecide).not.toHaveBeenCalled();
    const panel = screen.getByRole('form', { name: 'Still missing before work begins' });
    expect(within(panel).queryByText('Whom should it reach?')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^1?\s*S/ }));
    press('2');
    fireEvent.input(competition(), { target: { value: ' The chamber ' } });
    fireEvent.submit(panel);
    expect(calls.onDecide).toHaveBeenCalledWith({
      topicId: HARBOUR.id,
      to: 'in_work',
      ...{ reason: null, sentence: null, holdUntil: null, holdReason: null, into: null },
      changes: { brief: { effort: 'M', competition: 'The chamber' } },
    });
  });

  it('does not begin while something is missing, and says what', () => {
    const calls = open(accepted({ effort: 'S' }));
    press('w');
    const panel = screen.getByRole('form', { name: 'Still missing before work begins' });
    expect(within(panel).queryByText('How much work is it?')).toBeNull();
    fireEvent.submit(panel);
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(within(panel).getByRole('status').textContent).toBe('Still missing: “Who says it already, and why us?”');
  });

  it('names what is missing by the words at its field', () => {
    open(accepted());
    press('w');
    const panel = screen.getByRole('form', { name: 'Still missing before work begins' });
    expect(within(panel).getByRole('status').textContent).toBe(
      'Still missing: “How much work is it?” and “Who says it already, and why us?”',
    );
    expect(within(panel).getByText('How much work is it?')).toBeTruthy();
  });

  it('says of a clearance whether it is to come or was refused', () => {
    const refused = { state: 'refused' as const, conditions: null, embargoUntil: null };
    open(accepted({ effort: 'S', competition: 'Nobody' }, { clearance: refused }));
    press('w');
    const panel = screen.getByRole('form', { name: 'Still missing before work begins' });
    expect(within(panel).getByText(/The clearance was refused/)).not.toBeNull();
  });

  it('begins at once where nothing is missing', () => {
    const calls = open(accepted({ effort: 'S', competition: 'Nobody' }));
    press('w');
    expect(calls.onDecide.mock.calls[0]?.[0]).toMatchObject({ to: 'in_work' });
  });
});

describe('[BR2] filling in the brief', () => {
  it('sends only what was changed, by the key b', () => {
    const calls = open(accepted({ people: 'Photo team' }));
    press('b');
    expect(screen.getAllByText('from the goal').length).toBeGreaterThan(2);
    fireEvent.input(competition(), { target: { value: 'The chamber' } });
    fireEvent.input(screen.getByLabelText('Who else is needed?'), { target: { value: ' ' } });
    fireEvent.submit(screen.getByRole('form', { name: 'Fill in the brief' }));
    expect(calls.onEditTopic).toHaveBeenCalledWith(HARBOUR.id, { brief: { competition: 'The chamber', people: null } });
  });

  it('keeps what was typed when the panel is closed and opened again', () => {
    open(accepted());
    press('b');
    fireEvent.input(competition(), { target: { value: 'The chamber' } });
    press('Escape', 'b');
    expect(competition().value).toBe('The chamber');
  });

  it('keeps no white space and calls empty nothing', () => {
    expect(toChanges(withField({ goalId: null }, { message: ' ', effort: 'L' }))).toEqual({
      goalId: null,
      brief: { message: null, effort: 'L' },
    });
    expect(toChanges({})).toEqual({});
  });
});

it('counts the points that are said on the topic', () => {
  open(accepted({ effort: 'S' }));
  expect(screen.getByText('6 of 7')).toBeTruthy();
});

it('offers no goal that has ended; the one that the topic has is shown, and marked', () => {
  const ended = ['vertrauen', 'zukunft'];
  const goals = STRATEGY.goals.map((goal) => (ended.includes(goal.id) ? { ...goal, periodTo: NOW - DAY } : goal));
  open({ ...accepted({}, { goalId: 'vertrauen' }), strategy: { ...STRATEGY, goals } });
  const names = ['Win young talent', 'Trust of our neighbours (ended)', 'One company across all sites', 'No goal'];
  press('b');
  const panel = screen.getByRole('form', { name: 'Fill in the brief' });
  const options = within(within(panel).getByRole('combobox', { name: 'Goal' })).getAllByRole('option');
  expect(options.map(({ textContent }) => textContent).sort()).toEqual([...names].sort());
  press('Escape', 't');
  const choices = within(screen.getByRole('list', { name: 'Change goal' })).getAllByRole('button');
  expect(choices.map(({ textContent }) => textContent)).toEqual(names);
});

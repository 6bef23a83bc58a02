// @vitest-environment happy-dom
/** Accepting beside what there is time for, and giving assignments. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { ABSENCES, OF_TOPIC, WEEKS } from '../../gallery/samples/assignments.ts';
import { HARBOUR, WIND } from '../../gallery/samples/clips.ts';
import { DAY, NOW, PEOPLE, STRATEGY } from '../../gallery/samples/company.ts';
import { open, press } from '../inbox-page.tsx';

const [week, , free] = WEEKS;
const full = week === undefined || free === undefined ? [] : [week, { ...week, monday: '2026-11-23' }, free];

describe('[TB4] accepting', () => {
  it('shows how full the week is and goes on at once where there is room', () => {
    const calls = open({ load: [{ monday: '2026-11-16', planned: 200, budget: 360 }] });
    expect(screen.getByText('Week 47: 200 of 360 min planned').parentElement?.textContent).toMatch(
      /^My time · Week 47/,
    );
    press('1');
    expect(calls.onDecide.mock.calls[0]?.[0]).toMatchObject({ topicId: HARBOUR.id, to: 'accepted' });
  });

  it('asks for a second key beyond the budget: the same one accepts all the same', () => {
    const calls = open({ load: full });
    press('1');
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(screen.getByRole('form', { name: 'Week 47 would be too full: 430 of 360 min' })).toBeTruthy();
    press('1');
    expect(calls.onDecide.mock.calls[0]?.[0]).toMatchObject({ to: 'accepted' });
    expect(calls.onDecide.mock.calls[0]?.[0].changes).toBeUndefined();
  });

  it('offers the next week that has room by one key', () => {
    const calls = open({ load: full });
    press('1', '2');
    expect(calls.onDecide.mock.calls[0]?.[0]).toMatchObject({
      ...{ to: 'accepted', changes: { brief: { week: '2026-11-30' } } },
    });
  });

  it('counts all that are picked', () => {
    const calls = open({
      load: [{ monday: '2026-11-16', planned: 130, budget: 360 }],
      picked: new Set([HARBOUR.id, WIND.id]),
    });
    press('1');
    expect(calls.onDecidePicked).not.toHaveBeenCalled();
    press('2', '1');
    expect(calls.onDecidePicked.mock.calls[0]?.[0]).toMatchObject({ to: 'accepted' });
  });

  it('says nothing where nobody counts', () => {
    const calls = open();
    press('1');
    expect(calls.onDecide).toHaveBeenCalledTimes(1);
  });
});

describe('[AS1] giving an assignment', () => {
  it('needs a person and a sentence, by the key p', () => {
    const calls = open();
    press('p');
    const panel = screen.getByRole('form', { name: 'Who should contribute what?' });
    fireEvent.submit(panel);
    expect(calls.onGiveAssignment).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByLabelText('To whom?'));
    fireEvent.change(screen.getByLabelText('To whom?'), { target: { value: PEOPLE.henrik.id } });
    fireEvent.input(screen.getByLabelText('What is needed?'), { target: { value: ' Two quotes ' } });
    fireEvent.input(screen.getByLabelText('Until when?'), { target: { value: '2026-11-27' } });
    fireEvent.input(screen.getByLabelText('Minutes (optional)'), { target: { value: '30' } });
    fireEvent.submit(panel);
    const given = calls.onGiveAssignment.mock.calls[0]?.[0];
    expect(given).toMatchObject({
      ...{ topicId: HARBOUR.id, toId: PEOPLE.henrik.id, role: 'expert', deliverable: 'Two quotes' },
      minutesPlanned: 30,
    });
    expect(Math.abs((given?.dueAt ?? 0) - NOW - 7 * DAY)).toBeLessThan(DAY);
  });

  it('[AS5] says who gets it where the contact is away', () => {
    const departments = STRATEGY.departments.map((department) => ({
      ...department,
      ...{ contactId: PEOPLE.henrik.id, deputyId: PEOPLE.aylin.id },
    }));
    const absences = ABSENCES.map((absence) => ({ ...absence, from: '2026-11-01', person: PEOPLE.henrik }));
    open({ strategy: { ...STRATEGY, departments }, absences });
    press('p');
    fireEvent.change(screen.getByLabelText('To whom?'), { target: { value: PEOPLE.henrik.id } });
    expect(screen.getByText('Henrik Vogt is away until Nov 27, 2026. It waits for them.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('As'), { target: { value: 'contact' } });
    expect(screen.getByText('Henrik Vogt is away; it goes to Aylin Demir.')).toBeTruthy();
    expect(screen.queryByText(/is away until.*It waits/)).toBeNull();
  });

  it('shows who does what on the topic, and calls off what is open', () => {
    const calls = open({ assignments: OF_TOPIC });
    const list = screen.getByRole('region', { name: 'Assignments' });
    expect(within(list).getByText('145 of 120 min')).toBeTruthy();
    expect(within(list).getAllByRole('button')).toHaveLength(2);
    fireEvent.click(within(list).getByRole('button', { name: 'Withdraw assignment: Aylin Demir' }));
    expect(calls.onCancelAssignment).toHaveBeenCalledWith(HARBOUR.id, OF_TOPIC[1]?.assignment.id);
  });
});

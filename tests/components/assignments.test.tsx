// @vitest-environment happy-dom
/** What people are asked to do, when they are away, and how full their weeks are. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { minutesIn } from '../../components/assignments/minutes-input.tsx';
import { MyAbsence } from '../../components/assignments/my-absence.tsx';
import { MyAssignmentsList } from '../../components/assignments/my-assignments.tsx';
import { MyTime } from '../../components/assignments/my-time.tsx';
import { TeamTime } from '../../components/assignments/team-time.tsx';
import { LanguageProvider } from '../../components/language.tsx';
import { DutyRota } from '../../components/plan/duty-rota.tsx';
import { ABSENCES, BUDGETS, MINE, WEEKS } from '../gallery/samples/assignments.ts';
import { NOW, PEOPLE, STRATEGY } from '../gallery/samples/company.ts';

afterEach(cleanup);
const show = (children: ComponentChildren) =>
  render(
    <LanguageProvider language="en" now={NOW}>
      {children}
    </LanguageProvider>,
  );
const click = (name: string | RegExp, at = 0) => {
  const button = screen.getAllByRole('button', { name })[at];
  if (button === undefined) throw new Error(`no ${name}`);
  fireEvent.click(button);
};
const [asked, confirmed] = MINE.open;

describe('[AS2] an assignment to oneself', () => {
  it('is confirmed by one click', () => {
    const onMove = vi.fn();
    show(<MyAssignmentsList mine={MINE} failed={false} onMove={onMove} />);
    click('Confirm');
    expect(onMove).toHaveBeenCalledWith({
      ...{ assignmentId: asked?.assignment.id, to: 'confirmed', reason: null, minutesSpent: null },
    });
  });

  it('is refused with a sentence, and not without', () => {
    const onMove = vi.fn();
    show(<MyAssignmentsList mine={MINE} failed={false} onMove={onMove} />);
    click('Refuse');
    const field = screen.getByLabelText('Why not? One sentence is enough.');
    expect(document.activeElement).toBe(field);
    click(/Refuse and tell them/);
    expect(onMove).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: ' On site until Friday ' } });
    click(/Refuse and tell them/);
    expect(onMove.mock.calls[0]?.[0]).toMatchObject({ to: 'refused', reason: 'On site until Friday' });
  });

  it('is delivered with the minutes it took, or without', () => {
    const onMove = vi.fn();
    show(<MyAssignmentsList mine={MINE} failed={false} onMove={onMove} />);
    click('Delivered');
    fireEvent.input(screen.getByLabelText(/How many minutes/), { target: { value: '45' } });
    click(/Report as delivered/);
    expect(onMove.mock.calls[0]?.[0]).toMatchObject({
      ...{ assignmentId: confirmed?.assignment.id, to: 'delivered', minutesSpent: 45 },
    });
    expect([minutesIn(''), minutesIn('-3'), minutesIn('0'), minutesIn('1e99'), minutesIn('44.6')]).toEqual([
      ...[null, null, null, 10_080, 45],
    ]);
  });

  it('says in whose place it is', () => {
    show(<MyAssignmentsList mine={MINE} failed={false} onMove={vi.fn()} />);
    expect(screen.getByText('standing in for Mira Petersen')).toBeTruthy();
  });
});

describe('[AS5] a date field', () => {
  it('refuses a year beyond reason where it is typed', () => {
    const onSave = vi.fn(async () => true);
    show(<MyAbsence absences={[]} failed={false} timeZone="Europe/Berlin" onSave={onSave} onRemove={vi.fn()} />);
    fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-12-04' } });
    fireEvent.input(screen.getByLabelText('To'), { target: { value: '9999-12-01' } });
    click('Add absence');
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByText(/up to the year 2099/)).toBeTruthy();
  });
});

describe('[AS5] one’s own absence', () => {
  it('has a first and a last day in this order, and can be taken back', () => {
    const [onSave, onRemove] = [vi.fn(async () => true), vi.fn()];
    const acts = { timeZone: 'Europe/Berlin', onSave, onRemove };
    show(<MyAbsence absences={ABSENCES} failed={false} {...acts} />);
    fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-12-04' } });
    fireEvent.input(screen.getByLabelText('To'), { target: { value: '2026-12-01' } });
    click('Add absence');
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toBe('It ends before it begins.');
    fireEvent.input(screen.getByLabelText('To'), { target: { value: '2026-12-04' } });
    click('Add absence');
    expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ from: '2026-12-04', to: '2026-12-04' }));
    click(/Delete absence/);
    expect(onRemove).toHaveBeenCalledWith(ABSENCES[0]?.id);
  });

  it('that could not be kept is said there, whoever has no assignments, and nothing is typed twice', async () => {
    const kept = vi.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    show(<MyAbsence absences={[]} failed timeZone="Europe/Berlin" onSave={kept} onRemove={vi.fn()} />);
    expect(screen.getByRole('alert').textContent).toContain('could not be saved here');
    const from = screen.getByLabelText<HTMLInputElement>('From');
    fireEvent.input(from, { target: { value: '2026-12-04' } });
    fireEvent.input(screen.getByLabelText('To'), { target: { value: '2026-12-05' } });
    click('Add absence');
    await waitFor(() => expect(kept).toHaveBeenCalledTimes(1));
    await Promise.resolve();
    expect(from.value).toBe('2026-12-04');
    click('Add absence');
    await waitFor(() => expect(from.value).toBe(''));
  });
});

describe('[TB1] one’s own time', () => {
  it('is shown week by week, and said for one week or all', () => {
    const onSave = vi.fn();
    show(<MyTime weeks={WEEKS} budgets={BUDGETS} failed={false} onSave={onSave} />);
    expect(screen.getByText('Week 47: 310 of 360 min planned')).toBeTruthy();
    expect(screen.getByText('Week 48: 480 of 360 min planned').textContent).toContain('more than intended');
    fireEvent.change(screen.getByLabelText('Minutes every week'), { target: { value: '300' } });
    fireEvent.change(screen.getByLabelText('Week 50: Minutes in this week only'), { target: { value: '' } });
    expect(onSave.mock.calls).toEqual([
      [null, 300],
      ['2026-12-07', null],
    ]);
  });
});

it('[TB1] a lead says how much time people have, by name and nothing else', () => {
  const onSave = vi.fn();
  show(<TeamTime people={[PEOPLE.aylin, PEOPLE.jonas]} budgets={BUDGETS} failed={false} onSave={onSave} />);
  expect(screen.getByLabelText<HTMLInputElement>('Jonas Albers').value).toBe('360');
  fireEvent.change(screen.getByLabelText('Aylin Demir'), { target: { value: '240' } });
  expect(onSave).toHaveBeenCalledWith(PEOPLE.aylin.id, 240);
});

it('shows who is on duty in which week, by the calendar or by role, who is away then and who hears of it instead', () => {
  const rules = { ...STRATEGY.rules, dutyWeeks: [{ monday: '2026-11-30', personId: PEOPLE.aylin.id }] };
  show(<DutyRota strategy={{ ...STRATEGY, rules }} absences={ABSENCES} swap={NO_SWAP} />);
  const weeks = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(weeks[0]).toContain('Jonas Albersnowby role');
  expect(weeks[1]).toContain('Jonas Albersawayby roleAylin Demir instead');
  expect(weeks[2]).toMatch(/Week 49.*Aylin Demir$/);
});

const NO_SWAP = { allowed: false, busy: false, done: null, problem: null, onSwap: () => {}, onUndo: () => {} } as const;

describe('the duty rota, for whoever keeps it', () => {
  const dutyWeeks = [
    { monday: '2026-11-30', personId: PEOPLE.aylin.id },
    { monday: '2026-12-07', personId: PEOPLE.aylin.id },
  ];
  const strategy = { ...STRATEGY, rules: { ...STRATEGY.rules, dutyWeeks } };

  it('swaps two weeks by two buttons, the one and then the other; Escape lets go', () => {
    const onSwap = vi.fn();
    show(<DutyRota strategy={strategy} absences={[]} swap={{ ...NO_SWAP, allowed: true, onSwap }} />);
    const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
    fireEvent.click(button(/^Swap: week 49, Aylin Demir/));
    // The other week of the same person would change nothing.
    expect(button(/^With this one: week 50/).disabled).toBe(true);
    fireEvent.keyDown(button(/^Cancel: week 49/), { key: 'Escape' });
    fireEvent.click(button(/^Swap: week 49/));
    fireEvent.click(button(/^With this one: week 47, Jonas Albers/));
    expect(onSwap.mock.calls).toEqual([['2026-11-30', '2026-11-16']]);
  });

  it('says what was swapped, and takes it back', () => {
    const onUndo = vi.fn();
    const done = { one: '2026-11-30', other: '2026-12-07' };
    show(<DutyRota strategy={strategy} absences={[]} swap={{ ...NO_SWAP, allowed: true, done, onUndo }} />);
    expect(screen.getByText('Weeks 49 and 50 swapped.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it('is only read by everybody else', () => {
    show(<DutyRota strategy={strategy} absences={[]} swap={NO_SWAP} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

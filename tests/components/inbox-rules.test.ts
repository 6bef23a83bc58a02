import { describe, expect, it } from 'vitest';
import { amountOf, clockOf } from '../../components/inbox/clock.ts';
import { fromDateInput, holdDates, toDateInput } from '../../components/inbox/panels/hold-dates.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

const rules = DEFAULT_DESK_RULES;

describe('clock', () => {
  const due = Date.parse('2026-11-20T16:00+01:00');

  it('says what is left in working time, and when it becomes little', () => {
    expect(clockOf({ dueAt: null }, rules, due)).toEqual({ kind: 'none' });
    expect(clockOf({ dueAt: due }, rules, due - 3 * 3_600_000)).toEqual({ kind: 'soon', minutes: 180 });
    // From Thursday at nine: fourteen hours of work.
    expect(clockOf({ dueAt: due }, rules, Date.parse('2026-11-19T09:00+01:00'))).toEqual({
      kind: 'left',
      minutes: 900,
    });
  });

  it('does not say that a weekend made it later', () => {
    // Friday at four to Monday at ten: an hour on Friday and an hour on Monday.
    expect(clockOf({ dueAt: due }, rules, Date.parse('2026-11-23T10:00+01:00'))).toEqual({
      kind: 'over',
      minutes: 120,
    });
    expect(clockOf({ dueAt: due }, rules, due)).toEqual({ kind: 'over', minutes: 0 });
  });

  it('speaks in minutes, then hours, then days of the desk', () => {
    expect(amountOf(59, rules)).toEqual({ unit: 'minutes', count: 59 });
    expect(amountOf(900, rules)).toEqual({ unit: 'hours', count: 15 });
    expect(amountOf(1_440, rules)).toEqual({ unit: 'days', count: 3 });
    expect(amountOf(1_440, { ...rules, hours: [] })).toEqual({ unit: 'days', count: 3 });
  });
});

describe('hold dates', () => {
  it('offers mornings in the future, in order', () => {
    const days = holdDates(at(20, 10), rules).map((date) => toDateInput(date.at));
    expect(days).toEqual(['2026-11-23', '2026-11-30', '2026-12-01']);
  });

  it('offers the next Monday on a Monday, and survives the end of January', () => {
    expect(toDateInput(holdDates(at(23, 10), rules)[1]?.at ?? 0)).toBe('2026-11-30');
    const january = new Date(2027, 0, 31, 10).getTime();
    expect(holdDates(january, rules).map((date) => toDateInput(date.at))).toEqual(['2027-02-01', '2027-02-08']);
  });

  it('offers days on which the desk works, each once', () => {
    const closed = { ...rules, holidays: ['2026-11-24', '2026-12-01'] };
    const dates = holdDates(at(23, 10), closed);
    expect(dates.map(({ name, at: moment }) => `${name} ${toDateInput(moment)}`)).toEqual([
      'holdNextDay 2026-11-25',
      'holdNextWeek 2026-11-30',
      'holdTwoWeeks 2026-12-07',
    ]);
  });

  it('offers the nearest date first', () => {
    const dates = holdDates(at(23, 10), rules).map((date) => date.at);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  });

  it('does not offer the next month where two weeks are later', () => {
    expect(holdDates(at(9, 10), rules).map(({ name }) => name)).toContain('holdNextMonth');
    expect(holdDates(at(26, 10), rules).map(({ name }) => name)).not.toContain('holdNextMonth');
  });

  it('takes a picked date only if it is still to come', () => {
    expect(fromDateInput('2026-11-24', at(20, 10))).toBe(at(24, 8));
    expect(fromDateInput('2026-11-20', at(20, 10))).toBeNull();
    expect(fromDateInput('', at(20, 10))).toBeNull();
  });
});

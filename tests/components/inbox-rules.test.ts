import { describe, expect, it } from 'vitest';
import { urgencyOf, workingDays } from '../../components/inbox/clock.ts';
import { fromDateInput, holdDates, toDateInput } from '../../components/inbox/panels/hold-dates.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

describe('clock', () => {
  it('does not run on Saturdays and Sundays', () => {
    // 20 November 2026 is a Friday.
    expect(workingDays(at(20, 12), at(23, 12))).toBeCloseTo(1);
    expect(workingDays(at(21, 0), at(23, 0))).toBe(0);
  });

  it('turns due after one working day and overdue after two, and only in the inbox', () => {
    const since = at(16, 10);
    expect(urgencyOf({ state: 'new', stateSince: since }, at(17, 9))).toBe('fresh');
    expect(urgencyOf({ state: 'new', stateSince: since }, at(17, 11))).toBe('due');
    expect(urgencyOf({ state: 'new', stateSince: since }, at(18, 11))).toBe('overdue');
    expect(urgencyOf({ state: 'query', stateSince: since }, at(30, 11))).toBe('fresh');
  });
});

describe('hold dates', () => {
  it('offers mornings in the future, in order', () => {
    const days = holdDates(at(20, 10)).map((date) => toDateInput(date.at));
    expect(days).toEqual(['2026-11-21', '2026-11-23', '2026-11-30', '2026-12-01']);
  });

  it('offers the next Monday on a Monday, and survives the end of January', () => {
    expect(toDateInput(holdDates(at(23, 10))[1]?.at ?? 0)).toBe('2026-11-30');
    const january = new Date(2027, 0, 31, 10).getTime();
    const nextMonth = holdDates(january).find(({ name }) => name === 'holdNextMonth');
    expect(toDateInput(nextMonth?.at ?? 0)).toBe('2027-02-01');
  });

  it('offers the nearest date first', () => {
    const dates = holdDates(at(23, 10)).map((date) => date.at);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  });

  it('takes a picked date only if it is still to come', () => {
    expect(fromDateInput('2026-11-24', at(20, 10))).toBe(at(24, 8));
    expect(fromDateInput('2026-11-20', at(20, 10))).toBeNull();
    expect(fromDateInput('', at(20, 10))).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentAfterWorking, nextOpening, type WorkingHours, workingMinutesBetween } from '../../desk/working-time.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';

const MINUTE = 60_000;
const at = (written: string) => Date.parse(written);
const NEVER: WorkingHours = { timeZone: 'UTC', hours: [], holidays: [] };

/** Spring and autumn of the clocks, a half-hour shift, a zone without any, one that is a day ahead, and New Year. */
const PLACES = [
  ['Europe/Berlin', '2026-03-28T00:00Z'],
  ['Europe/Berlin', '2026-10-24T00:00Z'],
  ['America/New_York', '2026-03-07T00:00Z'],
  ['America/New_York', '2026-10-31T00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T00:00Z'],
  ['Asia/Kolkata', '2026-06-01T00:00Z'],
  ['Pacific/Kiritimati', '2026-12-30T00:00Z'],
  ['Pacific/Pago_Pago', '2026-12-30T00:00Z'],
] as const;

const calendar = fc.record({
  hours: fc.array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 1_440 }),
      to: fc.integer({ min: 0, max: 1_440 }),
    }),
    { maxLength: 16 },
  ),
  holidayAfter: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  place: fc.constantFrom(...PLACES),
});

const calendarOf = ({ hours, holidayAfter, place }: FcCalendar) => {
  const [timeZone, around] = place;
  const start = at(around);
  const holidays = holidayAfter.map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10));
  return { rules: { timeZone, hours, holidays } satisfies WorkingHours, start };
};
type FcCalendar = {
  hours: WorkingHours['hours'];
  holidayAfter: number[];
  place: (typeof PLACES)[number];
};

/** The definition, minute by minute, written without anything of what is tested. */
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clocks = new Map<string, Intl.DateTimeFormat>();
function isWorked({ timeZone, hours, holidays }: WorkingHours, moment: number): boolean {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  const weekday = WEEKDAYS.indexOf(parts.get('weekday') ?? '') + 1;
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return (
    !holidays.includes(day) && hours.some((span) => span.weekday === weekday && span.from <= minute && minute < span.to)
  );
}

describe('working time', () => {
  it('is counted as a walk over every minute counts it, whatever the hours, the zone and the clocks do', () => {
    fc.assert(
      fc.property(
        calendar,
        fc.integer({ min: 0, max: 2_880 }),
        fc.integer({ min: 0, max: 4_320 }),
        (drawn, a, length) => {
          const { rules, start } = calendarOf(drawn);
          const from = start + a * MINUTE;
          let worked = 0;
          for (let step = 0; step < length; step += 1) worked += isWorked(rules, from + step * MINUTE) ? 1 : 0;
          expect(workingMinutesBetween(rules, from, from + length * MINUTE)).toBe(worked);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has passed at the first moment at which the walk has counted that much', () => {
    fc.assert(
      fc.property(
        calendar,
        fc.integer({ min: 0, max: 2_880 }),
        fc.integer({ min: 1, max: 900 }),
        (drawn, a, minutes) => {
          const { rules, start } = calendarOf(drawn);
          const from = start + a * MINUTE;
          const reached = momentAfterWorking(rules, from, minutes);
          if (reached === null) {
            expect(rules.hours.some((span) => span.from < span.to)).toBe(false);
            return;
          }
          expect(workingMinutesBetween(rules, from, reached)).toBe(minutes);
          // Not one minute too late: the last one before it was worked.
          expect(isWorked(rules, reached - MINUTE)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('opens next at the first minute that is worked', () => {
    fc.assert(
      fc.property(calendar, fc.integer({ min: 0, max: 2_880 }), (drawn, a) => {
        const { rules, start } = calendarOf(drawn);
        const from = start + a * MINUTE;
        const opening = nextOpening(rules, from);
        if (opening === null) {
          expect(rules.hours.some((span) => span.from < span.to)).toBe(false);
          return;
        }
        expect(isWorked(rules, opening)).toBe(true);
        expect(workingMinutesBetween(rules, from, opening)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('adds up: two stretches one after the other are as long as both', () => {
    const moment = fc.integer({ min: at('2026-03-20T00:00Z'), max: at('2026-04-20T00:00Z') });
    fc.assert(
      fc.property(calendar, moment, moment, moment, (drawn, ...moments) => {
        const { rules } = calendarOf(drawn);
        const [a = 0, b = 0, c = 0] = moments.toSorted((x, y) => x - y);
        const parts = workingMinutesBetween(rules, a, b) + workingMinutesBetween(rules, b, c);
        expect(parts).toBeCloseTo(workingMinutesBetween(rules, a, c), 6);
      }),
      { numRuns: 100 },
    );
  });

  it('is sixteen hours from Friday noon to Tuesday noon at a desk that works from nine to five', () => {
    const [friday, tuesday] = [at('2026-11-27T12:00+01:00'), at('2026-12-01T12:00+01:00')];
    expect(workingMinutesBetween(DEFAULT_DESK_RULES, friday, tuesday)).toBe(960);
    expect(momentAfterWorking(DEFAULT_DESK_RULES, friday, 960)).toBe(tuesday);
  });

  it('ends with the working day, not with the next morning', () => {
    expect(momentAfterWorking(DEFAULT_DESK_RULES, at('2026-11-27T09:00+01:00'), 480)).toBe(
      at('2026-11-27T17:00+01:00'),
    );
    expect(nextOpening(DEFAULT_DESK_RULES, at('2026-11-27T17:00+01:00'))).toBe(at('2026-11-30T09:00+01:00'));
  });

  it('is none on holidays', () => {
    const rules = { ...DEFAULT_DESK_RULES, holidays: ['2026-12-24', '2026-12-25'] };
    expect(nextOpening(rules, at('2026-12-23T18:00+01:00'))).toBe(at('2026-12-28T09:00+01:00'));
  });

  it('never comes at a desk without hours', () => {
    expect(nextOpening(NEVER, 0)).toBeNull();
    expect(momentAfterWorking(NEVER, 0, 1)).toBeNull();
    expect(workingMinutesBetween(NEVER, 0, 1e12)).toBe(0);
  });

  it('ends somewhere even with as many holidays as there can be', () => {
    const monday = at('2026-01-05T00:00Z');
    const holidays = Array.from({ length: 500 }, (_, week) =>
      new Date(monday + week * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    const rules = { timeZone: 'UTC', hours: [{ weekday: 1, from: 0, to: 60 }], holidays };
    expect(nextOpening(rules, monday)).toBe(monday + 500 * 7 * 86_400_000);
    expect(momentAfterWorking(rules, monday, 1e9)).toBeNull();
  });

  it('takes a zone that this machine does not know for UTC', () => {
    const rules = { ...DEFAULT_DESK_RULES, timeZone: 'Moon/Tranquility' };
    expect(nextOpening(rules, at('2026-11-27T05:00Z'))).toBe(at('2026-11-27T09:00Z'));
  });
});

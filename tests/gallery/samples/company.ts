/** Nordwerk, a company of 2,000 that does not exist: its departments, goals and people. */
import type { Strategy } from '../../../components/strategy.ts';
import { DEFAULT_DESK_RULES } from '../../../protocol/desk-rules.ts';
import type { PersonRef } from '../../../protocol/person.ts';
import type { Audience, Channel, Department, Goal } from '../../../protocol/strategy.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Friday morning. */
export const NOW = new Date(2026, 10, 20, 10, 30).getTime();

const department = (id: string, de: string, en: string, active = true): Department => ({
  id,
  name: { de, en },
  parentId: null,
  contactId: null,
  deputyId: null,
  clearerId: null,
  owes: null,
  pitchesPerQuarter: null,
  defaultGoalId: null,
  addresses: [],
  questionHours: [],
  active,
});

const channel = (id: string, de: string, en: string, kind: Channel['kind']): Channel => ({
  id,
  name: { de, en },
  kind,
  ownerId: null,
  audienceIds: [],
  slotsPerWeek: null,
  leadDays: 0,
  benchmarks: [],
  active: true,
});

const goal = (id: string, de: string, en: string, rest: Partial<Goal>): Goal => ({
  id,
  title: { de, en },
  strategyRef: 'Strategie 2027, Abschnitt 3',
  sponsorId: 'u.brandt',
  sponsorConfirmedAt: NOW - 60 * DAY,
  relationship: 'build',
  audienceIds: [],
  effectLevel: 'outcome_direct',
  measure: { de: 'Bewerbungen', en: 'Applications' },
  unit: { de: 'im Jahr', en: 'a year' },
  baseline: 120,
  target: 180,
  periodFrom: NOW - 90 * DAY,
  periodTo: NOW + 275 * DAY,
  method: 'manual',
  counting: 'last',
  departmentIds: [],
  state: 'active',
  ...rest,
});

const audience = (id: string, de: string, en: string, side: Audience['side']): Audience => ({
  id,
  name: { de, en },
  side,
  wants: null,
});

export const STRATEGY: Strategy = {
  departments: [
    department('personal', 'Personal', 'Human Resources'),
    department('entwicklung', 'Forschung & Entwicklung', 'Research & Development'),
    department('produktion', 'Produktion', 'Production'),
    department('vertrieb', 'Vertrieb', 'Sales'),
    department('nachhaltigkeit', 'Nachhaltigkeit', 'Sustainability'),
    department('it', 'IT', 'IT'),
    department('fuhrpark', 'Fuhrpark', 'Vehicle fleet', false),
  ],
  goals: [
    goal('nachwuchs', 'Nachwuchs gewinnen', 'Win young talent', {
      audienceIds: ['schule', 'eltern'],
      departmentIds: ['personal'],
    }),
    goal('vertrauen', 'Vertrauen der Nachbarschaft', 'Trust of our neighbours', {
      relationship: 'nurture',
      audienceIds: ['nachbarn'],
      measure: { de: 'Zustimmung in der Umfrage', en: 'Approval in the survey' },
      unit: { de: '%', en: '%' },
      baseline: 61,
      target: 70,
    }),
    goal(
      'zukunft',
      'Als Ingenieurwerk der Energiewende bekannt werden',
      'Be known for engineering the energy transition',
      {
        audienceIds: ['fachpresse', 'kundschaft'],
        measure: { de: 'Fachbeiträge mit Nordwerk', en: 'Trade articles naming Nordwerk' },
        baseline: 14,
        target: 30,
      },
    ),
    goal('zusammenhalt', 'Zusammenhalt der Standorte', 'One company across all sites', {
      relationship: 'nurture',
      audienceIds: ['belegschaft'],
      measure: { de: 'Leserate im Intranet', en: 'Intranet readership' },
      unit: { de: '%', en: '%' },
      baseline: 48,
      target: 60,
    }),
  ],
  audiences: [
    audience('schule', 'Abschlussklassen', 'School leavers', 'external'),
    audience('eltern', 'Eltern', 'Parents', 'external'),
    audience('nachbarn', 'Nachbarschaft', 'Neighbours', 'external'),
    audience('fachpresse', 'Fachpresse', 'Trade press', 'external'),
    audience('kundschaft', 'Kundschaft', 'Customers', 'external'),
    audience('belegschaft', 'Belegschaft', 'Staff', 'internal'),
  ],
  channels: [
    channel('intranet', 'Intranet', 'Intranet', 'intranet'),
    channel('linkedin', 'LinkedIn', 'LinkedIn', 'linkedin'),
    channel('presse', 'Pressemitteilung', 'Press release', 'press'),
  ],
  colleagues: [
    { id: 'a.demir', name: 'Aylin Demir', roles: ['editor'], departmentId: 'kommunikation' },
    { id: 'h.vogt', name: 'Henrik Vogt', roles: ['contact'], departmentId: 'produktion' },
    { id: 'j.albers', name: 'Jonas Albers', roles: ['editor', 'duty'], departmentId: 'kommunikation' },
    { id: 's.lindqvist', name: 'Sofia Lindqvist', roles: ['lead'], departmentId: 'kommunikation' },
  ],
  rules: DEFAULT_DESK_RULES,
};

export const PEOPLE = {
  mira: { id: 'm.petersen', name: 'Mira Petersen' },
  jonas: { id: 'j.albers', name: 'Jonas Albers' },
  aylin: { id: 'a.demir', name: 'Aylin Demir' },
  henrik: { id: 'h.vogt', name: 'Henrik Vogt' },
  sofia: { id: 's.lindqvist', name: 'Sofia Lindqvist' },
} satisfies Record<string, PersonRef>;

export const QUEUE = 'Nordwerk Redaktion';

/** Clearances with their steps, made by the desk's own rules. */

import type { ClearanceView } from '../../../desk/clearance-views.ts';
import { clearanceStanding, NO_FLAGS } from '../../../desk/clearances.ts';
import type { Clearance, ClearanceStep } from '../../../protocol/clearance.ts';
import type { Clip } from '../../../protocol/clip.ts';
import type { PersonRef } from '../../../protocol/person.ts';
import { HARBOUR, REPORT, uuid, WIND, WORKSHOP } from './clips.ts';
import { DAY, HOUR, NOW, PEOPLE } from './company.ts';

export const CLAUDIA: PersonRef = { id: 'k.otten', name: 'Dr. Claudia Otten' };

const step = (ago: number, over: Partial<ClearanceStep>): ClearanceStep => ({
  id: uuid(0x70000 + ago / HOUR),
  kind: 'opened',
  by: null,
  at: NOW - ago,
  level: 'internal',
  flags: NO_FLAGS,
  ruleId: null,
  clipId: null,
  dueAt: NOW + DAY,
  note: null,
  conditions: null,
  embargoUntil: null,
  ...over,
});

const of = (clip: Clip, submitter: PersonRef, steps: ClearanceStep[], over: Partial<Clearance> = {}): Clearance => ({
  ...clearanceStanding(steps),
  topicId: clip.id,
  topicTitle: clip.title,
  departmentId: clip.departmentId,
  clearer: CLAUDIA,
  pages: [
    {
      ...{ clipId: clip.id, title: clip.title, address: clip.address, siteName: clip.siteName, kind: clip.kind },
      ...{ excerpt: clip.excerpt, quote: clip.quote, note: clip.note, submitter },
    },
  ],
  steps,
  ...over,
});

export const seen = (clearance: Clearance, waiting = false): ClearanceView => ({ clearance, waiting });

export const BY_RULE = of(HARBOUR, PEOPLE.mira, [step(20 * HOUR, { ruleId: 'intranet-intern' })]);

export const ASKED = of(WORKSHOP, PEOPLE.henrik, [
  step(3 * HOUR, {
    kind: 'asked',
    by: PEOPLE.jonas,
    level: 'confidential',
    flags: { personalData: true, thirdPartyRights: true, insider: false },
    note: 'Auf zwei Bildern sind Auszubildende zu erkennen, die Zahl der Stellen ist noch nicht öffentlich.',
    dueAt: NOW + 2 * DAY,
  }),
]);

export const LATE = of(
  REPORT,
  PEOPLE.mira,
  [step(9 * DAY, { ruleId: 'berichte', level: 'confidential', dueAt: NOW - 3 * DAY })],
  { clearer: null },
);

const WIND_STEPS = [
  step(5 * DAY, { ruleId: 'intranet-intern' }),
  step(4 * DAY, {
    kind: 'cleared_with_conditions',
    by: CLAUDIA,
    conditions: 'Ohne Namen der Kundschaft und ohne den Lageplan',
    embargoUntil: NOW + 10 * DAY,
  }),
];
export const WITH_CONDITIONS = of(WIND, PEOPLE.henrik, WIND_STEPS);

export const REFUSED = of(REPORT, PEOPLE.mira, [
  step(5 * DAY, { ruleId: 'berichte' }),
  step(2 * DAY, { kind: 'refused', by: CLAUDIA, note: 'Die Zahlen gehen zuerst an den Aufsichtsrat.' }),
]);

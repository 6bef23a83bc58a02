import type { SeenAssignment } from '../../../desk/assignment-views.ts';
import type { WeekLoad } from '../../../desk/load.ts';
import type { Absence } from '../../../protocol/absence.ts';
import type { Assignment } from '../../../protocol/assignment.ts';
import { HARBOUR, uuid, WORKSHOP } from './clips.ts';
import { DAY, HOUR, NOW, PEOPLE } from './company.ts';

const assignment = (n: number, over: Partial<Assignment>, waiting = false): SeenAssignment => ({
  assignment: {
    ...{ id: uuid(n), topicId: HARBOUR.id, topicTitle: HARBOUR.title, toId: PEOPLE.henrik.id, to: PEOPLE.henrik },
    ...{ insteadOf: null, role: 'expert', dueAt: NOW + 4 * DAY, askedBy: PEOPLE.jonas, askedAt: NOW - DAY },
    deliverable: 'Zwei Sätze dazu, was im Kraftwerk als Nächstes gebaut wird',
    ...{ minutesPlanned: 30, minutesSpent: null, changedAt: NOW - HOUR, state: 'asked', reason: null },
    ...over,
  },
  waiting,
});

const CONTACT = assignment(701, { role: 'contact', insteadOf: PEOPLE.mira });
const PHOTO = assignment(
  702,
  { role: 'design', deliverable: 'Ein Foto vom Kai im Querformat', state: 'confirmed', to: PEOPLE.aylin },
  true,
);
const TEXT = assignment(703, {
  ...{ role: 'author', deliverable: 'Text, 2.500 Zeichen', state: 'delivered', to: PEOPLE.sofia },
  ...{ minutesPlanned: 120, minutesSpent: 145 },
});
const REFUSED = assignment(704, {
  ...{ deliverable: 'Prüfen, ob die Zahlen noch gelten', state: 'refused', minutesPlanned: null, dueAt: null },
  reason: 'Bin bis zum Monatsende auf der Baustelle. Bitte in der Leitwarte fragen.',
});
const CANCELLED = assignment(705, {
  ...{ topicTitle: WORKSHOP.title, deliverable: 'Ein Zitat', state: 'cancelled', minutesPlanned: null },
});

export const OF_TOPIC = [CONTACT, PHOTO, TEXT, REFUSED];
export const MINE = {
  open: [CONTACT, assignment(706, { deliverable: PHOTO.assignment.deliverable, state: 'confirmed' }, true)],
  earlier: [TEXT, REFUSED, CANCELLED],
};

/** NOW is Friday, 20 November 2026. */
export const ABSENCES: Absence[] = [
  { id: uuid(711), from: '2026-11-23', to: '2026-11-27', person: PEOPLE.jonas },
  { id: uuid(712), from: '2026-12-21', to: '2027-01-08', person: PEOPLE.jonas },
];
export const WEEKS: WeekLoad[] = [
  { monday: '2026-11-16', planned: 310, budget: 360 },
  { monday: '2026-11-23', planned: 480, budget: 360 },
  { monday: '2026-11-30', planned: 60, budget: 360 },
  { monday: '2026-12-07', planned: 0, budget: 200 },
];
export const BUDGETS = [
  { id: 'j.albers:every', personId: PEOPLE.jonas.id, monday: null, minutes: 360 },
  { id: 'j.albers:2026-12-07', personId: PEOPLE.jonas.id, monday: '2026-12-07', minutes: 200 },
];

/** What stands at the desk: topics in every state, the rows of the list, and one in full. */
import type { TopicDetail, TopicRow } from '../../../components/inbox/inbox-props.ts';
import { NO_BRIEF } from '../../../protocol/brief.ts';
import { CLEARANCE_STATES } from '../../../protocol/clearance.ts';
import type { Clip } from '../../../protocol/clip.ts';
import type { PersonRef } from '../../../protocol/person.ts';
import type { PublicationInput } from '../../../protocol/publication.ts';
import type { Result } from '../../../protocol/result.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { ARABIC, clip, ENDLESS, HARBOUR, REPORT, uuid, WIND, WORKSHOP } from './clips.ts';
import { DAY, HOUR, NOW, PEOPLE } from './company.ts';
import { PICTURES } from './pictures.ts';
import { topicOf } from './topics.ts';

export const row = (topic: Topic, of: Clip, pictureUrl: string | null, waiting = false): TopicRow => ({
  topic,
  siteName: of.siteName,
  pictureUrl,
  waiting,
  reading: 'read',
  muted: false,
  lookedAtBy: null,
});

export const detail = (topic: Topic, clips: readonly [Clip, PersonRef, string | null][]): TopicDetail => ({
  topic,
  clips: clips.map(([of, submitter, pictureUrl]) => ({ clip: of, submitter, pictureUrl })),
  waiting: false,
  merged: { into: null, from: [] },
  reused: { of: null, by: [] },
  lookedAtBy: null,
  alike: [],
});

export const BIKES = clip(11, {
  title: 'Fahrradwerkstatt in der Mittagspause: reparieren statt warten',
  kind: 'intranet',
  departmentId: 'nachhaltigkeit',
  goalId: 'zusammenhalt',
  capturedAt: NOW - 30 * HOUR,
});
export const SHIFT = clip(12, {
  title: 'Nachtschicht hilft Pflegeheim: Notstrom in vierzig Minuten',
  kind: 'intranet',
  departmentId: 'produktion',
  goalId: 'vertrauen',
  capturedAt: NOW - 50 * HOUR,
});
export const PATENT = clip(13, {
  title: 'Patent des Jahres geht an das Team Dichtungen',
  kind: 'news',
  siteName: 'Technik Nord',
  departmentId: 'entwicklung',
  goalId: 'zukunft',
  capturedAt: NOW - 6 * HOUR,
});
export const FAIR = clip(14, {
  title: 'Hannover Messe: Standplan und Themen',
  kind: 'document',
  siteName: null,
  departmentId: 'vertrieb',
  goalId: null,
  capturedAt: NOW - 5 * DAY,
});

export const HARBOUR_TOPIC = topicOf(HARBOUR, [], 3);
export const ROWS: TopicRow[] = [
  row(topicOf(SHIFT, [], 2), SHIFT, PICTURES.people),
  row(topicOf(WIND), WIND, PICTURES.wind),
  row(topicOf(BIKES), BIKES, null),
  row(HARBOUR_TOPIC, HARBOUR, PICTURES.harbour),
  row(topicOf(PATENT), PATENT, PICTURES.chart),
  row(topicOf(ARABIC), ARABIC, null),
  row(topicOf(WORKSHOP), WORKSHOP, PICTURES.workshop),
  row(topicOf(ENDLESS), ENDLESS, null),
];
export const HARBOUR_DETAIL = detail(HARBOUR_TOPIC, [
  [HARBOUR, PEOPLE.mira, PICTURES.harbour],
  [
    {
      ...HARBOUR,
      id: uuid(31),
      note: 'Meine Tochter hat gefragt, ob Papa das gebaut hat. Ja!',
      quote: null,
      excerpt: '',
      capturedAt: NOW - 9 * HOUR,
    },
    PEOPLE.henrik,
    null,
  ],
]);

export const PLANNED: PublicationInput[] = [
  {
    ...{ id: uuid(950), topicId: HARBOUR.id, channelId: 'intranet', state: 'planned', dueAt: NOW - DAY },
    ...{ publishedAt: null, address: null },
  },
];

/** What is picked, and how many more than the rows on the screen. */
export const picked = (...rows: TopicRow[]) => new Set(rows.map(({ topic }) => topic.id));
export const UNREAD = ROWS.map((entry, at): TopicRow => {
  const reading = at < 3 ? 'unread' : at === 5 ? 'changed' : 'read';
  return { ...entry, reading, muted: at === 6 };
});

export const WITH_CLEARANCES = ROWS.map((entry, at): TopicRow => {
  const state = CLEARANCE_STATES[at % CLEARANCE_STATES.length] ?? 'open';
  const clearance = { state, conditions: null, embargoUntil: null };
  return { ...entry, topic: { ...entry.topic, clearance }, waiting: at === 1, reading: at < 4 ? 'changed' : 'read' };
});

export const ACCEPTED = topicOf(
  HARBOUR,
  [
    {
      to: 'held',
      by: PEOPLE.aylin,
      ago: 24 * HOUR,
      sentence: 'Spannend! Wir warten auf das Foto der Stadt.',
      holdUntil: NOW - 8 * HOUR,
    },
    { to: 'new', by: null, ago: 8 * HOUR },
    { to: 'accepted', by: PEOPLE.jonas, ago: HOUR, sentence: null },
  ],
  3,
);
export const IN_WORK = topicOf(HARBOUR, [
  { to: 'accepted', by: PEOPLE.jonas, ago: DAY },
  { to: 'in_work', by: PEOPLE.jonas, ago: HOUR },
]);
export const PUBLISHED = topicOf(HARBOUR, [
  { to: 'accepted', by: PEOPLE.jonas, ago: DAY },
  { to: 'in_work', by: PEOPLE.jonas, ago: 3 * HOUR },
  { to: 'published', by: PEOPLE.jonas, ago: HOUR },
]);
export const RESULT: Result = {
  ...{ id: uuid(640), goalId: 'vertrauen', topicId: HARBOUR.id, publicationId: null, value: 63.5, unit: '%' },
  ...{
    measuredAt: NOW - DAY,
    source: 'manual',
    lesson: 'Früher mit der Stadt sprechen.',
    measure: { de: 'Zustimmung' },
  },
  ...{ by: PEOPLE.jonas, changedAt: NOW },
};
export const BRIEFED: Topic = {
  ...ACCEPTED,
  brief: {
    ...NO_BRIEF,
    message: 'Aus dem alten Hafen wird Strom für die ganze Stadt.',
    audienceIds: ['nachbarn', 'schule'],
    competition: 'Die Stadtwerke berichten selbst; wir zeigen, wer es gebaut hat.',
    people: 'Foto: Team Bild',
    material: 'Ein Drehtag am Kai',
    effort: 'L',
  },
};
export const NOTED: Topic = { ...HARBOUR_TOPIC, labels: ['Messe', 'Bildstrecke'], forMeeting: true };
export const NOTES = [
  {
    id: uuid(91),
    topicId: HARBOUR.id,
    text: 'Werkleitung gibt Bescheid, ob wir filmen dürfen.',
    by: PEOPLE.aylin,
    at: NOW - 4 * HOUR,
  },
  { id: uuid(92), topicId: HARBOUR.id, text: 'Dürfen wir. Termin: Dienstag, 9 Uhr.', by: PEOPLE.jonas, at: NOW - HOUR },
];
export const LATE = [
  { dueAt: NOW - 3 * DAY, escalation: { level: 'head', person: PEOPLE.sofia, at: NOW - DAY } },
  { dueAt: NOW - 2 * HOUR, escalation: { level: 'duty', person: PEOPLE.jonas, at: NOW - 2 * HOUR } },
] satisfies Partial<Topic>[];
export const DECLINED = topicOf(REPORT, [
  {
    to: 'declined',
    by: PEOPLE.jonas,
    ago: 3 * HOUR,
    reason: 'covered',
    sentence: 'Danke! Die Umfrage war im Oktober Titelgeschichte, der Link steht im Intranet.',
  },
]);
export const HELD = topicOf(FAIR, [{ to: 'held', by: PEOPLE.jonas, ago: DAY, holdUntil: NOW + 20 * DAY }]);

export const MANY: TopicRow[] = Array.from({ length: 10_000 }, (_, n) => {
  const base = ROWS[n % ROWS.length] ?? ROWS[0];
  if (base === undefined) throw new Error('no rows');
  return { ...base, topic: { ...base.topic, id: uuid(0x100000 + n), title: `${n + 1}. ${base.topic.title}` } };
});

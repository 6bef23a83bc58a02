import { MySuggestionsScreen } from '../../../components/suggestions/my-suggestions-screen.tsx';
import type { MySuggestionsScreenProps } from '../../../components/suggestions/suggestions-props.ts';
import { markOf } from '../../../desk/clearances.ts';
import { UNSAID } from '../../desk/samples.ts';
import { BY_RULE, REFUSED, WITH_CONDITIONS } from '../samples/clearances.ts';
import { ARABIC, ENDLESS, HARBOUR, REPORT, uuid, WIND, WORKSHOP } from '../samples/clips.ts';
import { DAY, HOUR, NOW, PEOPLE, STRATEGY } from '../samples/company.ts';
import { PICTURES } from '../samples/pictures.ts';
import { topicOf } from '../samples/topics.ts';
import { inFrame } from './pages.tsx';

const nothing = () => {};

const BASE: MySuggestionsScreenProps = {
  suggestions: [
    { clip: WORKSHOP, topic: topicOf(WORKSHOP), delivery: { kind: 'waiting' }, pictureUrl: PICTURES.workshop },
    {
      clip: HARBOUR,
      topic: topicOf(
        HARBOUR,
        [
          {
            to: 'held',
            by: PEOPLE.aylin,
            ago: 20 * HOUR,
            sentence: 'Spannend! Wir warten noch auf das Foto der Stadt.',
            holdUntil: NOW - 4 * HOUR,
          },
          { to: 'new', by: null, ago: 4 * HOUR },
          {
            to: 'accepted',
            by: PEOPLE.jonas,
            ago: 2 * HOUR,
            sentence: 'Das bringen wir am Montag auf die Startseite.',
          },
        ],
        3,
      ),
      delivery: { kind: 'sent' },
      pictureUrl: PICTURES.harbour,
    },
    {
      clip: WIND,
      topic: topicOf(WIND, [
        { to: 'accepted', by: PEOPLE.aylin, ago: 30 * HOUR },
        { to: 'in_work', by: PEOPLE.aylin, ago: 28 * HOUR },
        { to: 'published', by: PEOPLE.aylin, ago: 5 * HOUR, sentence: 'Schon 400 Mal geteilt. Danke für den Tipp!' },
      ]),
      delivery: { kind: 'sent' },
      pictureUrl: PICTURES.wind,
    },
    {
      clip: REPORT,
      topic: topicOf(REPORT, [
        {
          to: 'declined',
          by: PEOPLE.jonas,
          ago: 8 * DAY,
          reason: 'covered',
          sentence: 'Danke! Die Umfrage war im Oktober Titelgeschichte, der Link steht im Intranet.',
        },
      ]),
      delivery: { kind: 'sent' },
      pictureUrl: null,
    },
  ],
  publications: [],
  results: [],
  askingTopicIds: [],
  thanked: false,
  onThanked: nothing,
  strategy: STRATEGY,
  problem: null,
  toConfirm: 0,
  onConfirm: nothing,
  letterKeys: true,
  withdrawn: null,
  notKept: null,
  shortcut: 'Alt+Shift+C',
  onEdit: nothing,
  onWithdraw: nothing,
  onUndoWithdraw: nothing,
  onRetry: nothing,
  onDismissNotKept: nothing,
  onSendAgain: nothing,
  toAccept: () => [],
};

const show =
  (change: Partial<MySuggestionsScreenProps> = {}) =>
  () =>
    inFrame('suggestions', <MySuggestionsScreen {...BASE} {...change} />, { unsent: 1 });

export const SUGGESTIONS = {
  ready: show(),
  asked: show({
    askingTopicIds: [HARBOUR.id],
    suggestions: [
      {
        clip: HARBOUR,
        topic: topicOf(HARBOUR, [{ to: 'query', by: PEOPLE.aylin, ago: HOUR }]),
        delivery: { kind: 'sent' },
        pictureUrl: PICTURES.harbour,
      },
    ],
  }),
  'asked-elsewhere': show({
    suggestions: [
      {
        clip: HARBOUR,
        topic: topicOf(HARBOUR, [{ to: 'query', by: PEOPLE.aylin, ago: HOUR }]),
        delivery: { kind: 'sent' },
        pictureUrl: PICTURES.harbour,
      },
    ],
  }),
  loading: show({ suggestions: null }),
  empty: show({ suggestions: [] }),
  offline: show({ problem: 'offline' }),
  'to-confirm': show({ toConfirm: 2 }),
  published: show({
    thanked: true,
    results: [
      {
        ...{ id: uuid(82), goalId: 'zukunft', topicId: WIND.id, publicationId: uuid(81), value: 1412, unit: 'Aufrufe' },
        ...{ measuredAt: NOW - HOUR, source: 'manual', lesson: null, measure: { de: 'Aufrufe', en: 'Views' } },
        ...{ by: null, changedAt: NOW },
      },
    ],
    publications: [
      {
        ...{ id: uuid(81), topicId: WIND.id, channelId: 'intranet', state: 'published', dueAt: null },
        ...{ publishedAt: NOW - 5 * HOUR, address: 'https://intranet.nordwerk.example/wind' },
        ...{ by: PEOPLE.aylin, changedAt: NOW - 5 * HOUR },
        ...UNSAID,
      },
    ],
  }),
  clearance: show({
    suggestions: [BY_RULE, WITH_CONDITIONS, REFUSED].map((clearance, at) => {
      const of = [HARBOUR, WIND, REPORT][at] ?? HARBOUR;
      const topic = topicOf(of, [{ to: 'accepted', by: PEOPLE.jonas, ago: DAY }]);
      return {
        clip: of,
        topic: { ...topic, clearance: markOf(clearance) },
        delivery: { kind: 'sent' },
        pictureUrl: null,
      };
    }),
  }),
  late: show({
    suggestions: [
      {
        clip: HARBOUR,
        topic: {
          ...topicOf(HARBOUR),
          dueAt: NOW - 3 * DAY,
          escalation: { level: 'head', person: PEOPLE.sofia, at: NOW - DAY },
        },
        delivery: { kind: 'sent' },
        pictureUrl: PICTURES.harbour,
      },
      {
        clip: WORKSHOP,
        topic: topicOf(WORKSHOP, [
          { to: 'held', by: PEOPLE.jonas, ago: DAY, holdUntil: NOW + 9 * DAY, holdReason: 'event' },
        ]),
        delivery: { kind: 'sent' },
        pictureUrl: null,
      },
    ],
  }),
  editing: show({ initialEditId: WORKSHOP.id }),
  unkept: show({ notKept: { title: WORKSHOP.title, because: 'storage_full' } }),
  withdrawn: show({ withdrawn: { clipId: HARBOUR.id, title: HARBOUR.title } }),
  parked: show({
    suggestions: [
      {
        clip: WIND,
        topic: null,
        delivery: { kind: 'parked', entryId: uuid(71), refusal: { kind: 'unknown_goal', path: 'clip.goalId' } },
        pictureUrl: null,
      },
    ],
  }),
  foreign: show({
    suggestions: [
      { clip: ARABIC, topic: topicOf(ARABIC), delivery: { kind: 'sent' }, pictureUrl: PICTURES.people },
      { clip: ENDLESS, topic: topicOf(ENDLESS), delivery: { kind: 'sent' }, pictureUrl: null },
    ],
  }),
};

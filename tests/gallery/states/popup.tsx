import type { PageView, PopupFoot, PopupScreenProps, PopupState } from '../../../components/popup/popup-props.ts';
import { PopupScreen } from '../../../components/popup/popup-screen.tsx';
import { EMPTY_STRATEGY } from '../../../components/strategy.ts';
import type { Suggestion } from '../../../components/suggestions/suggestion.ts';
import { CHOSEN } from '../../../components/tags/preselected.ts';
import { createTranslator, type Language } from '../../../locales/t.ts';
import { documents } from '../../../locales/words.ts';
import type { Clip } from '../../../protocol/clip.ts';
import { ARABIC, AUTHORS, ENDLESS, HARBOUR, REPORT, uuid, WORKSHOP } from '../samples/clips.ts';
import { DAY, HOUR, NOW, PEOPLE, QUEUE, STRATEGY } from '../samples/company.ts';
import { PICTURES } from '../samples/pictures.ts';
import {
  ANSWERED,
  CHOICE_QUESTION,
  CONFIRM_QUESTION,
  parked,
  sent,
  TEXT_QUESTION,
  waiting,
} from '../samples/questions.ts';
import { topicOf } from '../samples/topics.ts';

const nothing = () => {};
const FOOT: PopupFoot = { unsent: 0, parked: 0, person: 'Mira Petersen', queue: QUEUE, toConfirm: 0, desk: false };

const show =
  (state: PopupState, foot: Partial<PopupFoot> = {}, rest: Partial<PopupScreenProps> = {}) =>
  () => (
    <PopupScreen
      state={state}
      foot={{ ...FOOT, ...foot }}
      onChange={nothing}
      onSave={nothing}
      onJoinTopic={nothing}
      onReuse={nothing}
      onWithdraw={nothing}
      onUndoWithdraw={nothing}
      onDiscardDraft={nothing}
      onRetry={nothing}
      onAllowSite={nothing}
      onShowRead={nothing}
      onJoin={nothing}
      onOpen={nothing}
      questions={null}
      onAnswer={nothing}
      onDiscardAnswer={nothing}
      onClose={nothing}
      {...rest}
    />
  );

type Form = Extract<PopupState, { kind: 'form' }>;

function form(clip: Clip, pictureUrl: string | null, rest: Partial<Form> = {}): Form {
  const page: PageView = { ...clip, pictureUrl, document: null };
  return {
    kind: 'form',
    page,
    failure: null,
    values: { ...clip, note: '' },
    strategy: STRATEGY,
    rules: null,
    preselected: {
      department: { because: { because: 'profile' }, instead: 'produktion' },
      goal: { because: { because: 'words', words: ['Ausbildungswerkstatt', 'Auszubildende'] }, instead: null },
    },
    earlier: null,
    similar: [],
    restored: false,
    saving: false,
    problem: null,
    ...rest,
  };
}

/** Departments and goals as companies name them that have many. */
const LONG_NAMES: typeof STRATEGY = {
  ...STRATEGY,
  departments: STRATEGY.departments.map((one) => ({
    ...one,
    name:
      one.id === 'produktion'
        ? { de: 'Produktion und Instandhaltung', en: 'Production and maintenance' }
        : { de: 'Personal und Ausbildung', en: 'People and apprenticeships' },
  })),
  goals: STRATEGY.goals.map((one) => ({
    ...one,
    title: {
      de: 'Mehr Bewerbungen für die gewerblichen Ausbildungsberufe',
      en: 'More applications for technical apprenticeships',
    },
    measure: { de: 'Bewerbungen auf Ausbildungsplätze', en: 'Applications for apprenticeships' },
    unit: { de: 'Bewerbungen', en: 'applications' },
  })),
};

const documentWords = (language: Language) => createTranslator(language, documents);

/** The page of a document of which so much is known; said by whoever read it, the popup only shows it. */
const documentShown = (of: (t: ReturnType<typeof documentWords>) => PageView['document']) => (language: Language) =>
  show(
    form(REPORT, null, {
      page: { ...REPORT, excerpt: '', pictureUrl: null, document: of(documentWords(language)) },
      preselected: { department: { because: { because: 'profile' }, instead: 'produktion' }, goal: null },
    }),
  )();

const BY_HAND = {
  address: 'https://intranet.nordwerk.example/',
  title: '',
  departmentId: 'personal',
  goalId: null,
  note: '',
};
const byHand = (failure: NonNullable<Form['failure']>, rest: Partial<Form> = {}): Form =>
  form(WORKSHOP, null, {
    page: null,
    failure,
    values: BY_HAND,
    preselected: {
      department: { because: { because: 'profile' }, instead: null },
      goal: { because: { because: 'none' }, instead: null },
    },
    ...rest,
  });

const SIMILAR: Form['similar'] = [
  similarTo('new', 2, null, ['Ausbildungswerkstatt', 'Halle 7', 'Drehmaschinen']),
  similarTo(
    'accepted',
    5,
    'Ausbildungswerkstatt: vierzig Auszubildende aus drei Werken lernen an zwölf Drehmaschinen',
    ['Ausbildungswerkstatt', 'Auszubildende'],
  ),
  similarTo('declined', 1, 'Tag der offenen Tür in der Lehrwerkstatt', ['Lehrwerkstatt']),
  similarTo('new', 0, 'Drehmaschinen für Halle 7 geliefert', ['Drehmaschinen', 'Halle']),
];

function similarTo(
  state: Form['similar'][number]['state'],
  supporterCount: number,
  title: string | null,
  words: string[],
): Form['similar'][number] {
  return {
    topicId: uuid(20 + words.length + supporterCount),
    departmentId: 'personal',
    state,
    supporterCount,
    title,
    words,
  };
}

/** The form with its list of similar topics opened, as a press on the line opens it. */
const opened = (similar: Form['similar']) => () => (
  <div ref={(root) => root?.querySelector('.known-already details')?.setAttribute('open', '')}>
    {show(form(WORKSHOP, PICTURES.workshop, { similar }))()}
  </div>
);

const earlier = { key: '1.x', topicId: uuid(9), stateSince: NOW - DAY, supporterCount: 3 };

function mine(clip: Clip, suggestion: Omit<Suggestion, 'clip'>): PopupState {
  return {
    ...form(clip, null),
    kind: 'mine',
    accept: [],
    values: { ...clip },
    suggestion: { clip, ...suggestion },
  } as PopupState;
}

export const POPUP = {
  withdrawn: show({ kind: 'withdrawn', title: 'Neue Ausbildungswerkstatt in Halle 7' }),
  reading: show(
    form(WORKSHOP, null, {
      page: null,
      values: { address: '', title: '', departmentId: null, goalId: null, note: '' },
      strategy: EMPTY_STRATEGY,
      preselected: CHOSEN,
    }),
    { person: null, queue: null },
  ),
  form: show(form(WORKSHOP, PICTURES.workshop)),
  'similar-one': show(form(WORKSHOP, PICTURES.workshop, { similar: SIMILAR.slice(0, 1) })),
  'similar-one-open': opened(SIMILAR.slice(0, 1)),
  'similar-four': show(form(WORKSHOP, PICTURES.workshop, { similar: SIMILAR })),
  'similar-four-open': opened(SIMILAR),
  'to-confirm': show(form(WORKSHOP, PICTURES.workshop), { toConfirm: 1 }),
  'form-editor': show(
    form(HARBOUR, PICTURES.harbour, {
      preselected: {
        department: { because: { because: 'address', part: 'intranet.nordwerk.example/hafen' }, instead: null },
        goal: null,
      },
    }),
    {
      desk: true,
      unsent: 2,
    },
  ),
  'question-choice': show(
    form(WORKSHOP, PICTURES.workshop),
    {},
    {
      questions: { open: [sent(CHOICE_QUESTION), sent(TEXT_QUESTION)], answered: null, failed: false },
    },
  ),
  'question-text': show(
    form(WORKSHOP, PICTURES.workshop),
    {},
    {
      questions: { open: [sent(TEXT_QUESTION)], answered: null, failed: false },
    },
  ),
  'question-text-more': show(
    form(WORKSHOP, PICTURES.workshop, { similar: SIMILAR }),
    {},
    {
      questions: { open: [sent(TEXT_QUESTION), sent(CHOICE_QUESTION)], answered: null, failed: false },
    },
  ),
  'question-confirm-more': show(
    form(WORKSHOP, PICTURES.workshop, { similar: SIMILAR }),
    {},
    {
      questions: { open: [sent(CONFIRM_QUESTION), sent(TEXT_QUESTION)], answered: null, failed: false },
    },
  ),
  'question-long': show(
    form(WORKSHOP, PICTURES.workshop, { strategy: LONG_NAMES, similar: SIMILAR }),
    {},
    {
      questions: {
        open: [sent({ ...TEXT_QUESTION, text: `${TEXT_QUESTION.text} `.repeat(5).trim() })],
        answered: null,
        failed: false,
      },
    },
  ),
  'question-answered': show(
    form(WORKSHOP, PICTURES.workshop),
    { unsent: 1 },
    {
      questions: { open: [], answered: waiting(ANSWERED), failed: false },
    },
  ),
  'question-refused': show(
    form(WORKSHOP, PICTURES.workshop),
    { parked: 1 },
    {
      questions: { open: [sent(CONFIRM_QUESTION)], answered: parked(TEXT_QUESTION), failed: false },
    },
  ),
  'form-no-picture': show(
    form({ ...WORKSHOP, goalId: null }, null, {
      preselected: {
        department: { because: { because: 'first' }, instead: null },
        goal: { because: { because: 'none' }, instead: null },
      },
    }),
  ),
  'form-saving': show(form(WORKSHOP, PICTURES.workshop, { saving: true })),
  'form-storage-full': show(form(WORKSHOP, PICTURES.workshop, { problem: 'storage_full' }), { unsent: 31 }),
  'form-storage-failed': show(form(WORKSHOP, PICTURES.workshop, { problem: 'storage_failed' })),
  'form-restored': show(form(WORKSHOP, PICTURES.workshop, { restored: true })),
  'form-long': show(form(ENDLESS, PICTURES.chart)),
  'form-arabic': show(form(ARABIC, PICTURES.people)),
  'form-no-strategy': show(
    form(WORKSHOP, PICTURES.workshop, {
      strategy: EMPTY_STRATEGY,
      values: { ...WORKSHOP, departmentId: null, goalId: null },
    }),
  ),
  'form-no-departments': show(
    form(WORKSHOP, PICTURES.workshop, {
      strategy: EMPTY_STRATEGY,
      noDepartments: true,
      values: { ...WORKSHOP, departmentId: null, goalId: null },
    }),
  ),
  'earlier-open': show(form(HARBOUR, PICTURES.harbour, { earlier: { ...earlier, state: 'in_work' } })),
  'earlier-declined': show(
    form(HARBOUR, PICTURES.harbour, { earlier: { ...earlier, supporterCount: 1, state: 'declined' } }),
  ),
  'document-reading': documentShown((t) => ({ kind: 'reading', progress: t('readingPage', { page: 12, pages: 86 }) })),
  'document-locked': documentShown((t) => ({ kind: 'note', note: t('encrypted'), allow: null })),
  'document-site': documentShown((t) => ({ kind: 'note', note: t('needs_site'), allow: t('allow') })),
  restricted: show(byHand('restricted')),
  'restricted-navigated': show(byHand('navigated', { problem: 'address_invalid' })),
  'saved-waiting': show({ kind: 'saved', title: WORKSHOP.title, sent: false, joined: false }, { unsent: 1 }),
  'saved-sent': show({ kind: 'saved', title: HARBOUR.title, sent: true, joined: true }),
  'mine-waiting': show(
    mine(WORKSHOP, { topic: topicOf(WORKSHOP), delivery: { kind: 'waiting' }, pictureUrl: PICTURES.workshop }),
    { unsent: 1 },
  ),
  'mine-authors': show(
    mine(AUTHORS, { topic: topicOf(AUTHORS), delivery: { kind: 'sent' }, pictureUrl: PICTURES.harbour }),
  ),
  'mine-endless': show(
    mine(ENDLESS, {
      topic: null,
      delivery: { kind: 'parked', entryId: uuid(78), refusal: { kind: 'unknown_goal', path: 'clip.goalId' } },
      pictureUrl: null,
    }),
    { parked: 1 },
  ),
  'form-long-names': show(form(WORKSHOP, PICTURES.workshop, { strategy: LONG_NAMES })),
  'note-long': show(
    form(WORKSHOP, PICTURES.workshop, {
      values: {
        ...WORKSHOP,
        note: 'Zwölf Betriebe schauen zu.\n\nWir könnten zeigen, wie es bei uns geht. '.repeat(3),
      },
    }),
  ),
  'form-authors': show(form(AUTHORS, PICTURES.harbour)),
  'mine-accepted': show(
    mine(HARBOUR, {
      topic: topicOf(HARBOUR, [
        {
          to: 'held',
          by: PEOPLE.jonas,
          ago: 20 * HOUR,
          sentence: 'Spannend! Wir warten noch auf das Foto der Stadt.',
          holdUntil: NOW - 4 * HOUR,
        },
        { to: 'accepted', by: PEOPLE.jonas, ago: 2 * HOUR, sentence: 'Das bringen wir am Montag.' },
      ]),
      delivery: { kind: 'sent' },
      pictureUrl: PICTURES.harbour,
    }),
  ),
  'mine-parked': show(
    mine(WORKSHOP, {
      topic: null,
      delivery: { kind: 'parked', entryId: uuid(77), refusal: { kind: 'unknown_goal', path: 'clip.goalId' } },
      pictureUrl: null,
    }),
    { parked: 1 },
  ),
  'not-joined': show({ kind: 'not_joined', invited: false }, { person: null, queue: null }),
  'not-joined-invited': show({ kind: 'not_joined', invited: true }, { person: null, queue: null }),
  broken: show({ kind: 'broken', problem: 'storage_failed' }),
};

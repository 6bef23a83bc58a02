import { MyAbsence } from '../../../components/assignments/my-absence.tsx';
import { MyAssignmentsList } from '../../../components/assignments/my-assignments.tsx';
import { MyTime } from '../../../components/assignments/my-time.tsx';
import { TeamTime } from '../../../components/assignments/team-time.tsx';
import { type AskDraft, NO_ASK_DRAFT } from '../../../components/questions/ask-draft.ts';
import { AskPanel, type AskPanelProps } from '../../../components/questions/ask-panel.tsx';
import { QuestionThread } from '../../../components/questions/question-thread.tsx';
import { QuestionsScreen, type QuestionsScreenProps } from '../../../components/questions/questions-screen.tsx';
import type { Askable, Asking } from '../../../desk/question-views.ts';
import type { PersonRef } from '../../../protocol/person.ts';
import { ABSENCES, BUDGETS, MINE, WEEKS } from '../samples/assignments.ts';
import { DAY, NOW, PEOPLE, STRATEGY } from '../samples/company.ts';
import {
  ANSWERED,
  ANSWERED_TEXT,
  CHOICE_QUESTION,
  CONFIRM_QUESTION,
  EXPIRED,
  parked,
  sent,
  TEXT_QUESTION,
  WAITING_QUESTION,
  waiting,
} from '../samples/questions.ts';
import { inFrame } from './pages.tsx';
import '../../../components/inbox/inbox.css';
import '../../../components/inbox/panels/panels.css';
import '../../../components/inbox/topic.css';

const nothing = () => {};

const show =
  (questions: QuestionsScreenProps['questions'], failed = false, children: QuestionsScreenProps['children'] = null) =>
  () =>
    inFrame(
      'questions',
      <QuestionsScreen questions={questions} failed={failed} onAnswer={nothing} onDiscard={nothing}>
        {children}
      </QuestionsScreen>,
      { questions: questions?.open.length ?? 0 },
    );

const ABSENCE_ACTS = {
  timeZone: STRATEGY.rules.timeZone,
  onSave: () => Promise.resolve(true),
  onRemove: nothing,
};

const MY_WORK = (
  <>
    <MyAssignmentsList mine={MINE} failed={false} onMove={nothing} />
    <MyAbsence absences={ABSENCES} failed={false} {...ABSENCE_ACTS} />
    <MyTime weeks={WEEKS} budgets={BUDGETS} failed={false} onSave={nothing} />
    <TeamTime people={[PEOPLE.aylin, PEOPLE.jonas]} budgets={BUDGETS} failed={false} onSave={nothing} />
  </>
);

export const QUESTIONS = {
  work: show({ open: [], earlier: [], month: { asked: 0, most: 4 } }, false, MY_WORK),
  'no-work': show(
    { open: [], earlier: [], month: { asked: 0, most: 4 } },
    false,
    <>
      <MyAssignmentsList mine={{ open: [], earlier: [] }} failed={false} onMove={nothing} />
      <MyAbsence absences={[]} failed {...ABSENCE_ACTS} />
      <MyTime weeks={WEEKS.map((week) => ({ ...week, budget: null }))} budgets={[]} failed={false} onSave={nothing} />
    </>,
  ),
  open: show({
    open: [sent(CHOICE_QUESTION), sent(TEXT_QUESTION), sent(CONFIRM_QUESTION)],
    earlier: [waiting(ANSWERED_TEXT), sent(ANSWERED), sent(EXPIRED)],
    month: { asked: 3, most: 4 },
  }),
  parked: show({ open: [], earlier: [parked(TEXT_QUESTION)], month: { asked: 1, most: 4 } }, true),
  empty: show({ open: [], earlier: [], month: { asked: 0, most: 4 } }),
  loading: show(null),
};

const askable = (person: PersonRef, over: Partial<Askable>): Askable => ({
  person,
  askedAs: 'expert',
  asked: 0,
  deputy: null,
  refusal: null,
  deliverAt: NOW,
  dueAt: NOW + 3 * DAY,
  ...over,
});
const ASKING: Asking = {
  people: [
    askable(PEOPLE.mira, { askedAs: 'contact', asked: 2, deliverAt: NOW + 4 * DAY - 1_800_000, dueAt: NOW + 7 * DAY }),
    askable(PEOPLE.henrik, { askedAs: 'submitter' }),
    askable({ id: 'k.otten', name: 'Dr. Claudia Otten' }, { askedAs: 'clearer' }),
    askable({ id: 'p.suhr', name: 'Piet Suhr' }, { refusal: 'contact_first' }),
  ],
  questionsPerMonth: 4,
};

/** In the place where panels open: above the decision bar. */
const panel =
  (draft: Partial<AskDraft>, rest: Partial<AskPanelProps> = {}) =>
  () =>
    inFrame(
      'inbox',
      <main class="inbox-topic" style={{ blockSize: 'calc(100dvh - 4rem)', display: 'grid', alignContent: 'end' }}>
        <h1 class="hidden-text">Clipdesk</h1>
        <h2 class="hidden-text">Thema</h2>
        <footer class="decision">
          <AskPanel
            form={{ current: null }}
            asking={ASKING}
            draft={{ ...NO_ASK_DRAFT, ...draft }}
            before={{ text: draft.text ?? '', toId: draft.toId ?? PEOPLE.mira.id, answers: [] }}
            onDraft={nothing}
            onAsk={nothing}
            onTakeOver={nothing}
            onCancel={nothing}
            {...rest}
          />
        </footer>
      </main>,
    );

const TEXT = 'Darf das Bild verwendet werden?';

export const ASKING_STATES = {
  empty: panel({}),
  later: panel({ text: TEXT, form: 'confirm' }),
  choice: panel({ text: 'Welches Bild?', form: 'choice', options: 'Das mit dem Kran' }),
  before: panel({ text: TEXT }, { before: { text: TEXT, toId: PEOPLE.mira.id, answers: [ANSWERED_TEXT, ANSWERED] } }),
  refused: panel({ text: TEXT, toId: 'p.suhr' }),
  thread: () =>
    inFrame(
      'inbox',
      <main class="sheet">
        <h1 class="hidden-text">Clipdesk</h1>
        <QuestionThread
          questions={[ANSWERED_TEXT, EXPIRED, TEXT_QUESTION, WAITING_QUESTION]}
          onWithdraw={nothing}
          onLink={() => Promise.resolve(null)}
          onCopy={() => Promise.resolve()}
          onMail={nothing}
        />
      </main>,
    ),
};

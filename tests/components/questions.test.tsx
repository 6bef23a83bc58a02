// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import { NO_ASK_DRAFT } from '../../components/questions/ask-draft.ts';
import { AskPanel, type AskPanelProps } from '../../components/questions/ask-panel.tsx';
import { PopupQuestionCard, type PopupQuestions } from '../../components/questions/popup-questions.tsx';
import { NOW, PEOPLE } from '../gallery/samples/company.ts';
import { ANSWERED_TEXT, CHOICE_QUESTION, sent, TEXT_QUESTION } from '../gallery/samples/questions.ts';

const show = (children: preact.JSX.Element) =>
  render(
    <LanguageProvider language="en" now={NOW}>
      {children}
    </LanguageProvider>,
  );

const TEXT = 'May the picture be used?';
function openPanel(over: Partial<AskPanelProps> = {}) {
  const calls = { onDraft: vi.fn(), onAsk: vi.fn(), onTakeOver: vi.fn(), onCancel: vi.fn() };
  const mira = {
    person: PEOPLE.mira,
    askedAs: 'contact' as const,
    asked: 2,
    deputy: null,
    refusal: null,
    deliverAt: NOW,
    dueAt: NOW,
  };
  show(
    <AskPanel
      form={{ current: null }}
      asking={{ people: [mira], questionsPerMonth: 4 }}
      draft={{ ...NO_ASK_DRAFT, text: TEXT }}
      before={{ text: TEXT, toId: PEOPLE.mira.id, answers: [] }}
      {...calls}
      {...over}
    />,
  );
  return calls;
}
const submit = () => {
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  fireEvent.submit(form);
};

it('[QU8] sends a question only after answers were looked for, and offers those that were found', () => {
  expect(openPanel({ before: null }).onAsk).not.toHaveBeenCalled();
  submit();
  document.body.innerHTML = '';
  const stale = openPanel({ before: { text: 'another', toId: PEOPLE.mira.id, answers: [] } });
  submit();
  expect(stale.onAsk).not.toHaveBeenCalled();
  document.body.innerHTML = '';
  const calls = openPanel({ before: { text: TEXT, toId: PEOPLE.mira.id, answers: [ANSWERED_TEXT] } });
  fireEvent.click(screen.getByRole('button', { name: 'Use this answer' }));
  expect(calls.onTakeOver).toHaveBeenCalledWith(expect.stringContaining(ANSWERED_TEXT.answer ?? ''));
  submit();
  expect(calls.onAsk).toHaveBeenCalledWith({ toId: PEOPLE.mira.id, form: 'text', text: TEXT, options: [] });
});

it('[QU2] shows who asks how often the person was asked', () => {
  document.body.innerHTML = '';
  openPanel();
  expect(document.body.textContent).toContain('2 of 4 this month');
});

it.each([
  ['text', '↵'],
  ['choice', 'Ctrl ↵'],
] as const)('shows the key that sends a question with an answer by %s wherever the focus is', (form, key) => {
  document.body.innerHTML = '';
  openPanel({ draft: { ...NO_ASK_DRAFT, text: TEXT, form } });
  expect(document.querySelector('button[type="submit"] .kbd')?.textContent).toBe(key);
});

function openCard(open = [sent(CHOICE_QUESTION)]) {
  document.body.innerHTML = '';
  const calls = { onAnswer: vi.fn(), onDiscard: vi.fn(), onMore: vi.fn() };
  show(<PopupQuestionCard questions={{ open, answered: null, failed: false }} {...calls} />);
  return calls;
}

it('[QU5] a choice is answered by its digit, but not while something is typed', () => {
  const { onAnswer } = openCard();
  const field = document.body.appendChild(document.createElement('textarea'));
  fireEvent.keyDown(field, { key: '2' });
  expect(onAnswer).not.toHaveBeenCalled();
  fireEvent.keyDown(window, { key: '2' });
  expect(onAnswer).toHaveBeenCalledWith(CHOICE_QUESTION.id, 'Nur das vom Kai');
});

it('[QU5] a text is answered by Enter, which saves nothing else', () => {
  const { onAnswer } = openCard([sent(TEXT_QUESTION)]);
  const field = screen.getByRole('textbox', { name: 'Answer' });
  fireEvent.input(field, { target: { value: ' Vierzig. ' } });
  const around = vi.fn();
  document.body.addEventListener('keydown', around);
  fireEvent.keyDown(field, { key: 'Enter' });
  document.body.removeEventListener('keydown', around);
  expect(onAnswer).toHaveBeenCalledWith(TEXT_QUESTION.id, 'Vierzig.');
  expect(around).not.toHaveBeenCalled();
});

/** The popup's card over a form as the popup has one, with these questions open. */
function withPage(open: PopupQuestions['open']) {
  const calls = { onAnswer: vi.fn(), onDiscard: vi.fn(), onMore: vi.fn() };
  const draw = (questions: PopupQuestions['open']) => (
    <LanguageProvider language="en" now={NOW}>
      <PopupQuestionCard questions={{ open: questions, answered: null, failed: false }} {...calls} />
      <main class="popup-body">
        <textarea data-first-focus aria-label="Title" />
        <button type="submit" class="button-primary">
          Suggest
        </button>
      </main>
    </LanguageProvider>
  );
  const { rerender } = render(draw(open));
  const title = screen.getByRole('textbox', { name: 'Title' });
  title.focus();
  return { ...calls, title, show: (questions: PopupQuestions['open']) => rerender(draw(questions)) };
}
const answerField = () => screen.getByRole('textbox', { name: 'Answer' });
const reachAnswer = () => fireEvent.keyDown(document.activeElement ?? window, { key: 'a', altKey: true });

it('[QU5] a question takes no focus by itself; one key leads to its answer', () => {
  cleanup();
  document.body.innerHTML = '';
  const { title, show } = withPage([sent(TEXT_QUESTION)]);
  expect(document.activeElement).toBe(title);
  reachAnswer();
  expect(document.activeElement).toBe(answerField());
  show([sent(CHOICE_QUESTION)]);
  title.focus();
  reachAnswer();
  expect(document.activeElement?.textContent).toContain(CHOICE_QUESTION.options[0]);
  show([]);
  title.focus();
  reachAnswer();
  expect(document.activeElement).toBe(title);
});

it('[QU5] behind an answer the next question has the focus, and behind the last one the page', () => {
  cleanup();
  const { title, show } = withPage([sent(CHOICE_QUESTION), sent(TEXT_QUESTION)]);
  reachAnswer();
  fireEvent.click(document.activeElement as HTMLElement);
  show([sent(TEXT_QUESTION)]);
  expect(document.activeElement).toBe(answerField());
  fireEvent.input(answerField(), { target: { value: 'Yes.' } });
  fireEvent.keyDown(answerField(), { key: 'Enter' });
  show([]);
  expect(document.activeElement).toBe(title);
});

it('[QU5] an answer by its digit moves the focus from nowhere', () => {
  cleanup();
  const { show, onAnswer } = withPage([sent(CHOICE_QUESTION)]);
  const save = screen.getByRole('button', { name: 'Suggest' });
  save.focus();
  fireEvent.keyDown(save, { key: '1' });
  expect(onAnswer).toHaveBeenCalledOnce();
  show([]);
  expect(document.activeElement).toBe(save);
});

it.each([
  ['MacIntel', '⌥A'],
  ['Win32', 'Alt+A'],
  ['Linux x86_64', 'Alt+A'],
])('on %s the key that leads to the answer is called %s', (platform, cap) => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);
  document.body.innerHTML = '';
  withPage([sent(TEXT_QUESTION)]);
  expect(document.querySelector('.question-text .kbd')?.textContent).toBe(cap);
  expect(document.querySelector('.answer-text textarea')?.getAttribute('aria-keyshortcuts')).toBe('Alt+A');
  vi.restoreAllMocks();
});

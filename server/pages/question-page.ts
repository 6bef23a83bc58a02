import { LIMITS } from '../../protocol/limits.ts';
import { CONFIRM_ANSWERS, type Question } from '../../protocol/question.ts';
import { escapeHtml, page } from './page.ts';
import { QUESTION_TEXTS } from './question-texts.ts';
import type { PageLanguage } from './texts.ts';

type Asked = { question: Question; queueName: string; language: PageLanguage };

/** These pages stand one step below the others, under `/q/`. */
const ROOT = '../';

/**
 * A question and what it is about, nothing more: the link may have gone on to somebody else.
 * @param refused what was answered and could not be taken; null when the page is opened.
 */
export function questionPage({ question, queueName, language }: Asked, refused: string | null): string {
  const texts = QUESTION_TEXTS[language];
  const field = question.form === 'text' ? textField(language, refused) : buttons(question, language);
  return page(
    queueName,
    language,
    texts.title,
    [
      `<p class="about">${escapeHtml(texts.about)} <strong dir="auto">${escapeHtml(question.topicTitle)}</strong></p>`,
      `<p class="question" id="question" dir="auto">${escapeHtml(question.text)}</p>`,
      refused === null ? '' : `<p class="fault" role="alert">${escapeHtml(texts.missing)}</p>`,
      `<form method="post" aria-labelledby="question">${field}</form>`,
      `<p class="quiet">${escapeHtml(texts.once)}</p>`,
    ],
    ROOT,
  );
}

function textField(language: PageLanguage, refused: string | null): string {
  const { answer, send } = QUESTION_TEXTS[language];
  const text = escapeHtml((refused ?? '').slice(0, LIMITS.answer));
  return `<label for="answer">${escapeHtml(answer)}</label>
<textarea id="answer" name="answer" rows="4" maxlength="${LIMITS.answer}" required dir="auto">${text}</textarea>
<button>${escapeHtml(send)}</button>`;
}

function buttons({ form, options }: Question, language: PageLanguage): string {
  const texts = QUESTION_TEXTS[language];
  const choices =
    form === 'confirm' ? CONFIRM_ANSWERS.map((each) => [each, texts[each]]) : options.map((each) => [each, each]);
  const list = choices.map(
    ([value = '', label = '']) =>
      `<button name="answer" value="${escapeHtml(value)}" dir="auto">${escapeHtml(label)}</button>`,
  );
  return `<div class="choices">${list.join('\n')}</div>`;
}

/** After the answer was taken. Says nothing of question or answer. */
export const answeredPage = (queueName: string, language: PageLanguage): string =>
  plain(queueName, language, QUESTION_TEXTS[language].thanksTitle, QUESTION_TEXTS[language].thanks);

/** Answered, expired, withdrawn, or never there: all the same to whoever opens a link. */
export const closedPage = (queueName: string, language: PageLanguage): string =>
  plain(queueName, language, QUESTION_TEXTS[language].closedTitle, QUESTION_TEXTS[language].closed);

/** Too many links that lead nowhere were tried from there. */
export const waitPage = (queueName: string, language: PageLanguage): string =>
  plain(queueName, language, QUESTION_TEXTS[language].waitTitle, QUESTION_TEXTS[language].wait);

const plain = (queueName: string, language: PageLanguage, title: string, text: string): string =>
  page(queueName, language, title, [`<p>${escapeHtml(text)}</p>`], ROOT);

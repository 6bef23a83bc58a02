/** The words of the page behind the link to a question. */
import type { PageLanguage } from './texts.ts';

type QuestionTexts = {
  title: string;
  /** Before the title of the topic. */
  about: string;
  answer: string;
  send: string;
  yes: string;
  no: string;
  /** How long the link leads here. */
  once: string;
  missing: string;
  thanksTitle: string;
  thanks: string;
  closedTitle: string;
  closed: string;
  waitTitle: string;
  wait: string;
};

export const QUESTION_TEXTS: Record<PageLanguage, QuestionTexts> = {
  de: {
    title: 'Eine Frage der Redaktion',
    about: 'Zum Thema',
    answer: 'Antwort',
    send: 'Antwort senden',
    yes: 'Ja',
    no: 'Nein',
    once: 'Die Antwort geht nur an die Redaktion. Dieser Link gilt für eine Antwort.',
    missing: 'Bitte eine Antwort eingeben.',
    thanksTitle: 'Danke!',
    thanks: 'Die Antwort ist bei der Redaktion. Dieses Fenster kann geschlossen werden.',
    closedTitle: 'Hier ist keine Frage offen',
    closed:
      'Der Link wurde schon benutzt, ist abgelaufen oder die Frage hat sich erledigt. Die Redaktion hilft gern weiter.',
    waitTitle: 'Bitte kurz warten',
    wait: 'Von hier aus wurden zu viele ungültige Links geöffnet. In einigen Minuten geht es weiter.',
  },
  en: {
    title: 'A question from the editors',
    about: 'About',
    answer: 'Answer',
    send: 'Send answer',
    yes: 'Yes',
    no: 'No',
    once: 'Only the editors see the answer. This link takes one answer.',
    missing: 'Please enter an answer.',
    thanksTitle: 'Thank you!',
    thanks: 'The editors have your answer. You can close this window.',
    closedTitle: 'No question is open here',
    closed: 'The link was used already, has expired, or the question is settled. The editors are glad to help.',
    waitTitle: 'Please wait a moment',
    wait: 'Too many links that lead nowhere were opened from here. It goes on in a few minutes.',
  },
};

/** [QU6] The page behind a one-time link: a question and its answer, without the extension, an account or a script. */
import { Hono } from 'hono';
import { answerFits } from '../../desk/questions.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Question } from '../../protocol/question.ts';
import { requiredText } from '../../protocol/text.ts';
import { createAttempts } from '../http/attempts.ts';
import { readBytes } from '../http/body.ts';
import type { QueueContext, QueueEnv } from '../http/context.ts';
import { senderAddress } from '../http/sender.ts';
import { answeredPage, closedPage, questionPage, waitPage } from '../pages/question-page.ts';
import { type PageLanguage, pageLanguage } from '../pages/texts.ts';
import type { Parts } from '../parts.ts';
import { answerQuestion } from '../push/answer-question.ts';
import { findPerson } from '../rows/people.ts';
import { linkedQuestion } from '../rows/question-links.ts';
import { queueRow } from '../rows/queue.ts';
import type { Sql } from '../store/store.ts';
import { WRONG_CODES } from './session.ts';

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** An answer as a form sends it: each of its characters as up to twelve. */
const FORM_BYTES = LIMITS.answer * 12 + 100;

type Page = { html: string; status: 200 | 400 | 404 | 429; headers?: Record<string, string> };
type Opened = { question: Question; queueName: string; language: PageLanguage };

export function answerPageRoutes({ store, clock, config }: Parts) {
  const attempts = createAttempts(WRONG_CODES);

  /** Lets `show` make the page of an open question; whatever is not open, or never was, looks the same. */
  const opened = (show: (c: QueueContext, found: Opened) => Promise<Page> | Page) => async (c: QueueContext) => {
    const language = pageLanguage(c.req.header('accept-language'));
    const { name: queueName } = await store.read(queueRow);
    const sender = senderAddress(c, config.proxies);
    const wait = attempts.waitSeconds(sender, clock());
    const page = async (): Promise<Page> => {
      if (wait > 0)
        return { html: waitPage(queueName, language), status: 429, headers: { 'retry-after': String(wait) } };
      const token = c.req.param('token') ?? '';
      const question = TOKEN.test(token) ? await store.read((sql) => linkedQuestion(sql, token)) : null;
      if (question === null) attempts.failed(sender, clock());
      if (question === null || !(await store.read((sql) => isAnswerable(sql, question, clock()))))
        return { html: closedPage(queueName, language), status: 404 };
      return show(c, { question, queueName, language });
    };
    const { html, status, headers = {} } = await page();
    c.header('content-security-policy', POLICY);
    c.header('x-robots-tag', 'noindex');
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return c.html(html, status);
  };

  return new Hono<QueueEnv>()
    .get(
      '/q/:token',
      opened((_c, found) => ({ html: questionPage(found, null), status: 200 })),
    )
    .post(
      '/q/:token',
      opened(async (c, found) => {
        const { question, queueName, language } = found;
        const form = new URLSearchParams(Buffer.from(await readBytes(c, FORM_BYTES)).toString('utf8'));
        // Browsers send line breaks as CRLF.
        const given = (form.get('answer') ?? '').replaceAll('\r\n', '\n').trim();
        const answer = requiredText(LIMITS.answer).safeParse(given);
        if (!answer.success || !answerFits(question, answer.data))
          return { html: questionPage(found, given), status: 400 };
        const now = clock();
        const { result: taken } = await store.write(async (tx) => {
          const person = await findPerson(tx, question.to.id);
          if (person === null || !(await isAnswerable(tx, question, now))) return false;
          const act = { person, mutationId: crypto.randomUUID(), madeAt: now, now };
          return (await answerQuestion(tx, act, question.id, answer.data)) === null;
        });
        return taken
          ? { html: answeredPage(queueName, language), status: 200 }
          : { html: closedPage(queueName, language), status: 404 };
      }),
    );
}

/** Delivered, in time, and to somebody who still works here. */
async function isAnswerable(sql: Sql, { state, dueAt, to }: Question, now: number): Promise<boolean> {
  return state === 'delivered' && dueAt > now && (await findPerson(sql, to.id))?.active === true;
}

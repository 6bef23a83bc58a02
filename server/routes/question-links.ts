import { Hono } from 'hono';
import type { QuestionLink } from '../../protocol/question.ts';
import { ROUTES } from '../../protocol/routes.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { addQuestionLink } from '../rows/question-links.ts';
import { findQuestion } from '../rows/questions.ts';

/** [QU6] Makes the link by which somebody without the extension answers. For the desk, and only once the question was delivered. */
export const questionLinkRoutes = (parts: Parts) =>
  new Hono<QueueEnv>().post(ROUTES.questionLink, async (c) => {
    const { person } = c.get('reader');
    const id = c.req.param('questionId');
    const now = parts.clock();
    const { result } = await parts.store.write(async (tx): Promise<QuestionLink> => {
      const question = await findQuestion(tx, id);
      // [QU3] Nor does a link reach anybody before the window opens.
      if (question?.state !== 'delivered' || question.dueAt <= now) throw new RequestProblem('unknown');
      return { token: await addQuestionLink(tx, id, person.id, now), expiresAt: question.dueAt };
    });
    return c.json(result, 201);
  });

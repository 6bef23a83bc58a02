import { Hono } from 'hono';
import { mayDecide } from '../../desk/roles.ts';
import { idSchema } from '../../protocol/id.ts';
import type { QuestionLink } from '../../protocol/question.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { authenticate } from '../http/authenticate.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { addQuestionLink } from '../rows/question-links.ts';
import { findQuestion } from '../rows/questions.ts';

/** [QU6] Makes the link by which somebody without the extension answers. For the desk, and only once the question was delivered. */
export const questionLinkRoutes = (parts: Parts) =>
  new Hono<QueueEnv>().post(ROUTES.questionLink, authenticate(parts), async (c) => {
    const { person } = c.get('reader');
    const id = idSchema.safeParse(c.req.param('questionId'));
    // Whether a question exists is for the desk alone to know [VI1].
    if (!id.success || !mayDecide(person.roles)) throw new RequestProblem('unknown');
    const now = parts.clock();
    const { result } = await parts.store.write(async (tx): Promise<QuestionLink> => {
      const question = await findQuestion(tx, id.data);
      // [QU3] Nor does a link reach anybody before the window opens.
      if (question?.state !== 'delivered' || question.dueAt <= now) throw new RequestProblem('unknown');
      return { token: await addQuestionLink(tx, id.data, person.id, now), expiresAt: question.dueAt };
    });
    return c.json(result, 201);
  });

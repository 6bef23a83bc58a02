import { Hono } from 'hono';
import { confirmedPart, onlyLacksWord } from '../../desk/goal-confirmation.ts';
import { fieldDifferences } from '../../desk/strategy-difference.ts';
import type { Person } from '../../protocol/person.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { readJson } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { changeStrategy, StrategyChanged } from '../strategy/apply.ts';
import type { StrategyFile } from '../strategy/file.ts';
import { asProblem } from '../strategy/refused.ts';

/** [SG4] The sponsor of a goal stands for it, from their own account; nobody does so for them. */
export function confirmationRoutes({ store, clock }: Parts) {
  const authorOf = (person: Person) => ({
    personId: person.id,
    account: null,
    way: 'confirmation' as const,
    at: clock(),
  });
  return new Hono<QueueEnv>()
    .post(ROUTES.confirmation, async (c) => {
      const { person } = c.get('reader');
      const goalId = c.req.param('goalId');
      const seen = await readJson(c, ENDPOINTS.confirmGoal.json);
      const author = authorOf(person);
      const { applied: _, ...saved } = await changeStrategy(
        store,
        (held) => {
          const goal = sponsored(held, goalId, person);
          // They stand for what they read, not for what somebody made of it meanwhile.
          if (fieldDifferences(seen, confirmedPart(goal)).length > 0) throw new StrategyChanged([]);
          if (goal.sponsorConfirmedAt !== null) return held;
          // There is nothing to stand for yet.
          if (!onlyLacksWord(goal)) throw new RequestProblem('forbidden');
          return withWord(held, goalId, author.at);
        },
        author,
      ).catch(asProblem);
      return c.json(saved);
    })
    .delete(ROUTES.confirmation, async (c) => {
      const { person } = c.get('reader');
      const goalId = c.req.param('goalId');
      const { applied: _, ...saved } = await changeStrategy(
        store,
        (held) => {
          sponsored(held, goalId, person);
          return withWord(held, goalId, null);
        },
        authorOf(person),
      );
      return c.json(saved);
    });
}

/** @throws RequestProblem */
function sponsored({ goals }: StrategyFile, goalId: string, person: Person): StrategyFile['goals'][string] {
  const goal = Object.hasOwn(goals, goalId) ? goals[goalId] : undefined;
  if (goal === undefined) throw new RequestProblem('unknown');
  if (goal.sponsorId !== person.id) throw new RequestProblem('forbidden');
  return goal;
}

function withWord(held: StrategyFile, goalId: string, sponsorConfirmedAt: number | null): StrategyFile {
  const goal = held.goals[goalId];
  return goal === undefined ? held : { ...held, goals: { ...held.goals, [goalId]: { ...goal, sponsorConfirmedAt } } };
}

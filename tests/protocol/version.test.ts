import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { mutationSchema } from '../../protocol/mutation.ts';
import { PROBLEMS, problemSchema } from '../../protocol/problem.ts';
import { pullRequestSchema, pullResponseSchema } from '../../protocol/pull.ts';
import { pushRequestSchema, pushResponseSchema } from '../../protocol/push.ts';
import { REFUSALS } from '../../protocol/refusal.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { joinRequestSchema, joinResponseSchema, pokeSchema, queueInfoSchema } from '../../protocol/session.ts';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { type Endpoint, listEndpoints } from '../../server/endpoints.ts';

/**
 * What version 1 looks like. If this fails, you changed the wire. Before the first release: write the
 * new fingerprint here and record the version again (`record.ts`). After it: leave the recordings as they are, raise PROTOCOL_VERSION with a line of history, teach both sides the
 * old form (PV1, PV2), then write the new fingerprint.
 */
const FINGERPRINT = { version: 1, hash: '401f47797d7ca4c4' };

/** What an endpoint reads and answers; pages for browsers are no wire. */
const wireOf = (query: Schema | undefined, json: Schema | undefined, answers: Endpoint['answers']): Schema[] => [
  ...[query, json].filter((schema) => schema !== undefined),
  ...Object.values(answers).flatMap((answer) => (answer !== null && 'json' in answer ? [answer.json] : [])),
];
type Schema = z.ZodMiniType;

test('[PV1] the wire changes only together with its version', () => {
  const schemas = [
    mutationSchema,
    problemSchema,
    pullRequestSchema,
    pullResponseSchema,
    pushRequestSchema,
    pushResponseSchema,
    joinRequestSchema,
    joinResponseSchema,
    pokeSchema,
    queueInfoSchema,
    ...listEndpoints().flatMap(({ path, query, json, answers }) =>
      path.startsWith('/v1/') ? wireOf(query, json, answers) : [],
    ),
  ];
  const wire = JSON.stringify([schemas.map((schema) => z.toJSONSchema(schema)), ROUTES, PROBLEMS, REFUSALS]);
  const hash = createHash('sha256').update(wire).digest('hex').slice(0, 16);
  expect({ version: PROTOCOL_VERSION, hash }).toEqual(FINGERPRINT);
});

test('[PV1] never more than the version before is promised', () => {
  expect(OLDEST_PROTOCOL).toBeGreaterThanOrEqual(PROTOCOL_VERSION - 1);
});

test('[PV3] every version has a line of history, and the floor is one of them', () => {
  const history = readFileSync('protocol/version.ts', 'utf8').match(/^ \*\s{3}\d+\s/gm) ?? [];
  expect(history.map((line) => Number(line.slice(2)))).toEqual(
    Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1),
  );
  expect(OLDEST_PROTOCOL).toBeLessThanOrEqual(PROTOCOL_VERSION);
});

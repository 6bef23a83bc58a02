import { createHash } from 'node:crypto';
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

/**
 * What version 1 looks like. If this fails, you changed the wire. Before the first release: write the
 * new fingerprint here. After it: raise PROTOCOL_VERSION with a line of history, teach both sides the
 * old form (PV1, PV2), then write the new fingerprint.
 */
const FINGERPRINT = { version: 1, hash: 'ffc68c9fd65707d3' };

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
  ];
  const wire = JSON.stringify([schemas.map((schema) => z.toJSONSchema(schema)), ROUTES, PROBLEMS, REFUSALS]);
  const hash = createHash('sha256').update(wire).digest('hex').slice(0, 16);
  expect({ version: PROTOCOL_VERSION, hash }).toEqual(FINGERPRINT);
});

test('[PV1] never more than the version before is promised', () => {
  expect(OLDEST_PROTOCOL).toBeGreaterThanOrEqual(PROTOCOL_VERSION - 1);
});

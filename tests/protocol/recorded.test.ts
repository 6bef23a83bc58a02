import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionSchema } from '../../protocol/mutation.ts';
import { changeSchema, pullRequestSchema, pullResponseSchema } from '../../protocol/pull.ts';
import { pushResponseSchema } from '../../protocol/push.ts';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { ENDPOINTS } from '../../server/endpoints.ts';
import { openRecordedQueue, type Recording, record } from './record.ts';

const fileOf = (version: number) => `tests/protocol/recorded/version-${version}.json`;
const SERVED = Array.from({ length: PROTOCOL_VERSION - OLDEST_PROTOCOL + 1 }, (_, at) => OLDEST_PROTOCOL + at);

if (process.env.CLIPDESK_TEST_RECORD !== undefined)
  writeFileSync(fileOf(PROTOCOL_VERSION), `${JSON.stringify(await record(), null, 1)}\n`);

const read = (version: number): Recording => JSON.parse(readFileSync(fileOf(version), 'utf8'));

test.each(SERVED)('[PV1] what a device of version %i sends is taken, action by action', async (version) => {
  const { pushes, similar, claim, join } = read(version);
  const { queue, hanna, mara } = await openRecordedQueue();
  const clients = new Map<string, number>();
  for (const { who, request } of pushes) {
    const { epoch } = hanna.queue;
    const answer = await (who === 'hanna' ? hanna : mara).post({ ...request, epoch });
    expect(answer.status).toBe(200);
    const { refused, lastNumber } = await answer.json();
    expect(refused).toEqual([]);
    clients.set(who, lastNumber);
  }
  expect([...clients.values()].every((lastNumber) => lastNumber > 0)).toBe(true);
  expect((await hanna.send('POST', ENDPOINTS.similar.path, similar)).status).toBe(200);
  expect(ENDPOINTS.claim.json.safeParse(claim).success).toBe(true);
  expect(ENDPOINTS.join.json.safeParse(join).success).toBe(true);
  await queue.store.close();
});

test.each(SERVED)('[PV2] what a queue of version %i answers is read, kind by kind', (version) => {
  const { pull, pushes } = read(version);
  expect(pullRequestSchema.safeParse(pull.request).success).toBe(true);
  expect(pullResponseSchema.safeParse(pull.response).error).toBeUndefined();
  for (const { response } of pushes) expect(pushResponseSchema.safeParse(response).success).toBe(true);
});

test('[PV1] the recording of today’s version has every action and every kind of row', () => {
  const { pushes, pull } = read(PROTOCOL_VERSION);
  const actions = new Set(pushes.flatMap(({ request }) => request.mutations.map(({ action }) => action.name)));
  const kinds = new Set(pull.response.changes.map(({ kind }) => kind));
  const literal = (option: { shape: Record<string, { def: object }> }, name: string): string[] => {
    const def = option.shape[name]?.def ?? {};
    return 'values' in def ? (def.values as string[]) : [];
  };
  expect([...actions].sort()).toEqual(actionSchema.def.options.flatMap((option) => literal(option, 'name')).sort());
  expect([...kinds].sort()).toEqual(changeSchema.def.options.flatMap((option) => literal(option, 'kind')).sort());
});

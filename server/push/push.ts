/** Takes what a client did, in its order, exactly once. The rules are CL1 to CL7 of protocol/SPEC.md. */
import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../../protocol/person.ts';
import type { PushRequest, PushResponse } from '../../protocol/push.ts';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { RequestProblem } from '../problem.ts';
import {
  findClient,
  forgetOutcomes,
  mutationAt,
  refusedOutcomes,
  saveClient,
  saveOutcome,
  wasApplied,
} from '../rows/clients.ts';
import { queueRow } from '../rows/queue.ts';
import { addressRules, lastAddressRules } from '../rows/strategy.ts';
import type { Store, Tx } from '../store/store.ts';
import { applyAction } from './actions.ts';
import { type PreparedMutation, prepareMutations } from './prepare.ts';

/** @throws RequestProblem of kind epoch_changed, forked, gap or protocol_too_old; then nothing was applied. */
export async function push(store: Store, person: Person, request: PushRequest, now: number): Promise<PushResponse> {
  checkProtocols(request);
  for (;;) {
    const rules = lastAddressRules();
    const prepared = await prepareMutations(request.mutations, rules);
    // [CL1][CL4] One transaction for effect, log, outcomes and counter; `write` resolves once it is durable.
    const { result, seq } = await store.write(async (tx) =>
      // [AD1] Keys by rules that are gone would be written behind those that compute all keys anew.
      isDeepStrictEqual(await addressRules(tx), rules) ? applyPush(tx, person, request, prepared, now) : null,
    );
    if (result !== null) return { ...result, seq };
  }
}

/** [OB3][PV3] What was written in a protocol that this queue does not serve is not judged at all. */
function checkProtocols({ protocol, mutations }: PushRequest): void {
  for (const version of [protocol, ...mutations.map((mutation) => mutation.protocol)]) {
    checkProtocol(version);
  }
}

/** @throws RequestProblem */
export function checkProtocol(version: number): void {
  if (version < OLDEST_PROTOCOL) throw new RequestProblem('protocol_too_old');
  if (version > PROTOCOL_VERSION) throw new RequestProblem('protocol_too_new');
}

async function applyPush(
  tx: Tx,
  person: Person,
  { clientId, epoch, acknowledged }: PushRequest,
  mutations: readonly PreparedMutation[],
  now: number,
): Promise<Omit<PushResponse, 'seq'>> {
  const [queue, known] = await Promise.all([queueRow(tx), findClient(tx, clientId)]);
  if (epoch !== queue.epoch) throw new RequestProblem('epoch_changed'); // [CL7]
  const client = known ?? { personId: person.id, lastNumber: 0 };
  // An id that somebody else's device uses was copied with its database.
  if (client.personId !== person.id) throw new RequestProblem('forked');
  if (acknowledged > client.lastNumber) throw new RequestProblem('gap');

  let lastNumber = client.lastNumber;
  // Its outcomes refer to it.
  if (known === null) await saveClient(tx, clientId, client, now);
  for (const mutation of mutations) {
    if (mutation.number > lastNumber + 1) throw new RequestProblem('gap'); // [CL2]
    if (mutation.number <= lastNumber) {
      // [CL2][PU3] A replay: its stored outcome is in the answer below, unless it is not a replay.
      if ((await mutationAt(tx, clientId, mutation.number)) !== mutation.id) throw new RequestProblem('forked');
      continue;
    }
    const refusal =
      mutation.action === null
        ? mutation.refusal
        : (await wasApplied(tx, mutation.id, person.id))
          ? null // [PU3] Renumbered after its answer was lost: done again it could undo what others did since.
          : await applyAction(tx, person, mutation, now);
    await saveOutcome(tx, clientId, mutation, refusal);
    lastNumber = mutation.number; // [CL3] Refused or not.
  }
  await forgetOutcomes(tx, clientId, acknowledged); // [CL3]
  await saveClient(tx, clientId, { personId: person.id, lastNumber }, now);
  return { lastNumber, refused: await refusedOutcomes(tx, clientId) };
}

/** Takes what a client did, in its order, exactly once. The rules are CL1 to CL7 of protocol/SPEC.md. */
import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../../protocol/person.ts';
import type { PushRequest, PushResponse } from '../../protocol/push.ts';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { RequestProblem } from '../problem.ts';
import {
  appliedAmong,
  findClient,
  forgetOutcomes,
  mutationAt,
  type Outcome,
  refusedOutcomes,
  saveClient,
  saveOutcomes,
} from '../rows/clients.ts';
import { queueRow } from '../rows/queue.ts';
import { addressRules, lastAddressRules } from '../rows/strategy.ts';
import type { Store, Tx } from '../store/store.ts';
import { applyAction } from './actions.ts';
import { askForRules, clipsAhead, makeReady } from './clips-ahead.ts';
import { createNewClips, type NewClips } from './new-clips.ts';
import { type PreparedMutation, prepareMutations } from './prepare.ts';

/** @throws RequestProblem of kind epoch_changed, forked, gap or protocol_too_old; then nothing was applied. */
export async function push(store: Store, person: Person, request: PushRequest, now: number): Promise<PushResponse> {
  checkProtocols(request);
  for (;;) {
    const rules = lastAddressRules();
    const prepared = prepareMutations(request.mutations, rules);
    // [CL1][CL4] One transaction for effect, log, outcomes and counter; `write` resolves once it is durable.
    const { result, seq } = await store.write(
      async (tx) => {
        const clips = createNewClips(tx);
        const known = await lookUp(tx, person, request, prepared, clips);
        // [AD1] Keys by rules that are gone would be written behind those that compute all keys anew.
        return isDeepStrictEqual(known.rules, rules)
          ? applyPush({ tx, person, request, prepared, known, clips, now })
          : null;
      },
      {
        follow: takesBack(prepared) ? 'at once' : 'later',
        keepsStrategy: true,
        touches: touchedBy(request.clientId, prepared),
      },
    );
    if (result !== null) return { ...result, seq };
  }
}

/** What somebody takes back is in no index any more once they are told so. */
const takesBack = (mutations: readonly PreparedMutation[]): boolean =>
  mutations.some(({ action }) => action?.name === 'withdrawClip');

/** What a push of clips reads and writes by itself; null if it does more than that. A clip that joins asks to be alone. */
function touchedBy(clientId: string, mutations: readonly PreparedMutation[]): string[] | null {
  const keys = [clientId];
  for (const { id, action, addressKey } of mutations) {
    keys.push(id);
    if (action === null || action.name === 'noop') continue;
    if (action.name !== 'saveClip') return null;
    keys.push(action.clip.id);
    if (addressKey !== null) keys.push(addressKey);
  }
  return [...new Set(keys)];
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

type Known = Awaited<ReturnType<typeof lookUp>>;

/** Everything that is asked once for a push, together: for PostgreSQL each question is a way there and back. */
async function lookUp(
  tx: Tx,
  person: Person,
  { clientId, mutations }: PushRequest,
  prepared: readonly PreparedMutation[],
  clips: NewClips,
) {
  const ids = mutations.map(({ id }) => id);
  // What is no part of a shared question comes first: it sends what waits for others that ask the same.
  const [rules, , queue, client, applied, refused] = await Promise.all([
    addressRules(tx),
    askForRules(tx, prepared),
    queueRow(tx),
    findClient(tx, clientId),
    appliedAmong(tx, ids, person.id),
    refusedOutcomes(tx, clientId),
    clips.lookUp(clipsAhead(prepared)),
  ]);
  return { rules, queue, client, applied, refused };
}

type Applying = {
  tx: Tx;
  person: Person;
  request: PushRequest;
  prepared: readonly PreparedMutation[];
  known: Known;
  clips: NewClips;
  now: number;
};

async function applyPush({
  tx,
  person,
  request: { clientId, epoch, acknowledged },
  prepared: mutations,
  known,
  clips,
  now,
}: Applying): Promise<Omit<PushResponse, 'seq'>> {
  if (epoch !== known.queue.epoch) throw new RequestProblem('epoch_changed'); // [CL7]
  const client = known.client ?? { personId: person.id, lastNumber: 0 };
  // An id that somebody else's device uses was copied with its database.
  if (client.personId !== person.id) throw new RequestProblem('forked');
  if (acknowledged > client.lastNumber) throw new RequestProblem('gap');

  let lastNumber = client.lastNumber;
  const refused = known.refused.filter(({ number }) => number > acknowledged);
  const outcomes: Outcome[] = [];
  for (const [at, mutation] of mutations.entries()) {
    if (mutation.number > lastNumber + 1) throw new RequestProblem('gap'); // [CL2]
    if (mutation.number <= lastNumber) {
      // [CL2][PU3] A replay: its stored outcome is in the answer below, unless it is not a replay.
      const before = outcomes.find(({ number }) => number === mutation.number)?.id;
      if ((before ?? (await mutationAt(tx, clientId, mutation.number))) !== mutation.id)
        throw new RequestProblem('forked');
      continue;
    }
    // [PU3] Renumbered after its answer was lost: done again it could undo what others did since.
    const isDone = mutation.action === null || known.applied.has(mutation.id);
    if (!isDone) await makeReady(clips, mutations, at);
    const refusal = isDone ? mutation.refusal : await applyAction(tx, person, mutation, now, clips);
    outcomes.push({ ...mutation, refusal });
    if (refusal !== null) refused.push({ id: mutation.id, number: mutation.number, refusal });
    else if (mutation.action?.name !== 'noop') known.applied.add(mutation.id);
    lastNumber = mutation.number; // [CL3] Refused or not.
  }
  await clips.settle();
  // Outcomes refer to it.
  await saveClient(tx, clientId, { personId: person.id, lastNumber }, now);
  await saveOutcomes(tx, clientId, outcomes);
  await forgetOutcomes(tx, clientId, acknowledged); // [CL3]
  return { lastNumber, refused };
}

import type { JoinRequest, JoinResponse } from '../protocol/session.ts';
import type { Parts } from './parts.ts';
import { RequestProblem } from './problem.ts';
import { findInvitation, useInvitation } from './rows/invitations.ts';
import { findPerson, type KnownPerson, ownView, savePerson } from './rows/people.ts';
import { queueInfo } from './rows/queue.ts';
import { firstTokensOf, signDeviceIn } from './sign-in/sign-device-in.ts';
import { makeTokens } from './sign-in/tokens.ts';
import type { Tx } from './store/store.ts';

/**
 * Turns an invitation's code into tokens for one device. Asked again with the same nonce, it says the
 * same tokens and uses nothing up [PU3].
 * @throws RequestProblem unknown (no such code), invitation_used (used up, expired, revoked, or the
 *   person or the device left), bad_request with path `name` (the invitation names nobody and neither
 *   does the request).
 */
export async function join(
  { store, provider }: Pick<Parts, 'store' | 'provider'>,
  request: JoinRequest,
  now: number,
): Promise<JoinResponse> {
  const tokens = makeTokens(request.code, request.nonce);
  const { result } = await store.write(async (tx) => {
    const joined = await firstTokensOf(tx, tokens);
    const person = joined === null ? await accept(tx, request, now) : await findPerson(tx, joined.personId);
    if (person === null || !person.active) throw new RequestProblem('invitation_used');
    await signDeviceIn(tx, { tokens, personId: person.id, device: request.device, provider: null, now });
    return { tokens, queue: await queueInfo(tx, provider !== null), person: ownView(person) };
  });
  return result;
}

/** Uses an invitation up by one. Returns who comes by it; null if they are gone. */
async function accept(tx: Tx, { code, name }: JoinRequest, now: number): Promise<KnownPerson | null> {
  const invitation = await findInvitation(tx, code);
  if (invitation === null) throw new RequestProblem('unknown');
  const { usesLeft, expiresAt, revokedAt, personId } = invitation;
  if (usesLeft < 1 || expiresAt <= now || revokedAt !== null) throw new RequestProblem('invitation_used');
  await useInvitation(tx, invitation.id);
  return personId === null ? addPerson(tx, name) : findPerson(tx, personId);
}

/** Whoever comes by an open invitation is a submitter; more only by the strategy. */
async function addPerson(tx: Tx, name: string | undefined): Promise<KnownPerson> {
  if (name === undefined) throw new RequestProblem('bad_request', { errors: [{ path: 'name', message: 'missing' }] });
  const person: KnownPerson = {
    id: crypto.randomUUID(),
    name,
    roles: ['submitter'],
    departmentId: null,
    source: 'invitation',
    active: true,
  };
  await savePerson(tx, person);
  return person;
}

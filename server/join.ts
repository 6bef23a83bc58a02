import type { JoinRequest, JoinResponse } from '../protocol/session.ts';
import { RequestProblem } from './problem.ts';
import { addDevice } from './rows/devices.ts';
import { findInvitation, useInvitation } from './rows/invitations.ts';
import { findPerson, type KnownPerson, ownView, savePerson } from './rows/people.ts';
import { queueInfo } from './rows/queue.ts';
import type { Store, Tx } from './store/store.ts';

/**
 * Turns an invitation's code into a token for one device.
 * @throws RequestProblem unknown (no such code), invitation_used (used up, expired, revoked, or the
 *   person left), bad_request with path `name` (the invitation names nobody and neither does the request).
 */
export async function join(store: Store, request: JoinRequest, now: number): Promise<JoinResponse> {
  const { result } = await store.write(async (tx) => {
    const invitation = await findInvitation(tx, request.code);
    if (invitation === null) throw new RequestProblem('unknown');
    const { usesLeft, expiresAt, revokedAt } = invitation;
    if (usesLeft < 1 || expiresAt <= now || revokedAt !== null) throw new RequestProblem('invitation_used');
    const person =
      invitation.personId === null ? await addPerson(tx, request.name) : await findPerson(tx, invitation.personId);
    if (person === null || !person.active) throw new RequestProblem('invitation_used');
    await useInvitation(tx, invitation.id);
    const token = await addDevice(tx, person.id, request.device, now);
    return { token, queue: await queueInfo(tx), person: ownView(person) };
  });
  return result;
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

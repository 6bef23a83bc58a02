/** One-time codes between the provider's last page and the device that began [SI7]. */
import { createHash, randomBytes } from 'node:crypto';
import type { JoinResponse, SignInRequest } from '../../protocol/session.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { hashSecret } from '../rows/devices.ts';
import { findPerson, ownView } from '../rows/people.ts';
import { queueInfo } from '../rows/queue.ts';
import type { Sql, Tx } from '../store/store.ts';
import { seal, unseal } from './seal.ts';
import { firstTokensOf, signDeviceIn } from './sign-device-in.ts';
import { familyOf, makeTokens } from './tokens.ts';

/** The browser hands a code on at once; a slow device may ask twice. Milliseconds. */
const CODE_MS = 120_000;

export const makeCode = (): string => randomBytes(32).toString('base64url');

type NewCode = { code: string; personId: string; challenge: string; providerGrant: string | null; now: number };

/** Lets a code in; those that expired go. @param providerGrant sealed with the code */
export async function addCode(tx: Tx, { code, personId, challenge, providerGrant, now }: NewCode): Promise<void> {
  await tx.run('DELETE FROM sign_in_code WHERE expires_at <= $1', now);
  await tx.run(
    'INSERT INTO sign_in_code (hash, person_id, challenge, expires_at, provider_grant) VALUES ($1, $2, $3, $4, $5)',
    hashSecret(code),
    personId,
    challenge,
    now + CODE_MS,
    providerGrant,
  );
}

/** Ends the sign-ins of a person that have no device yet. */
export const dropCodesOf = (tx: Tx, personId: string): Promise<void> =>
  tx.run('DELETE FROM sign_in_code WHERE person_id = $1', personId);

type CodeRow = { person_id: string; challenge: string; provider_grant: string | null };

async function findCode(sql: Sql, { code, verifier }: SignInRequest, now: number): Promise<CodeRow> {
  const [row] = await sql.all<CodeRow>(
    'SELECT person_id, challenge, provider_grant FROM sign_in_code WHERE hash = $1 AND expires_at > $2',
    hashSecret(code),
    now,
  );
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  // Whoever saw the code on its way has no verifier; they learn no more than that of a wrong one.
  if (row === undefined || row.challenge !== challenge) throw new RequestProblem('unknown');
  return row;
}

/**
 * Turns a code into the first tokens of a device. Asked again while nothing of them was used, it says the same [PU3].
 * @throws RequestProblem unknown (no such code for this verifier, or too late), invitation_used (used before, or the
 *   person left).
 */
export async function redeemCode(
  { store, provider }: Pick<Parts, 'store' | 'provider'>,
  request: SignInRequest,
  now: number,
): Promise<JoinResponse> {
  const tokens = makeTokens(request.code, request.verifier);
  const { provider_grant: sealed } = await store.read((sql) => findCode(sql, request, now));
  const grant = sealed === null ? null : await unseal(request.code, sealed);
  const providerGrant = grant === null ? null : await seal(familyOf(tokens.refresh) ?? '', grant);
  const { result } = await store.write(async (tx) => {
    await firstTokensOf(tx, tokens);
    const { person_id: personId } = await findCode(tx, request, now);
    const person = await findPerson(tx, personId);
    if (person === null || !person.active) throw new RequestProblem('invitation_used');
    await signDeviceIn(tx, { tokens, personId, device: request.device, provider: { grant: providerGrant }, now });
    return { tokens, queue: await queueInfo(tx, provider !== null), person: ownView(person) };
  });
  return result;
}

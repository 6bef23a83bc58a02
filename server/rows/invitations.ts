/** Invitations: a code that turns into a device's token a set number of times, until it expires. */
import { randomInt } from 'node:crypto';
import type { Sql } from '../store/store.ts';
import { hashSecret } from './devices.ts';

export type Invitation = {
  id: string;
  personId: string | null;
  usesLeft: number;
  expiresAt: number;
  revokedAt: number | null;
};

type InvitationRow = {
  id: string;
  person_id: string | null;
  uses_left: number;
  expires_at: number;
  revoked_at: number | null;
};

/** The letters of `invitationCodeSchema`: without I, O, 0 and 1. Sixteen of them make 80 bits. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const makeCode = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  ).join('-');

/**
 * Makes an invitation. Returns its code, told this once.
 * @param personId whom it is for; null: whoever has it joins under a name of their own.
 */
export async function addInvitation(
  sql: Sql,
  personId: string | null,
  { uses, createdAt, expiresAt }: { uses: number; createdAt: number; expiresAt: number },
): Promise<string> {
  const code = makeCode();
  await sql.run(
    `INSERT INTO invitation (id, code_hash, person_id, uses_left, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    crypto.randomUUID(),
    hashSecret(code),
    personId,
    uses,
    createdAt,
    expiresAt,
  );
  return code;
}

export async function findInvitation(sql: Sql, code: string): Promise<Invitation | null> {
  const [row] = await sql.all<InvitationRow>(
    'SELECT id, person_id, uses_left, expires_at, revoked_at FROM invitation WHERE code_hash = $1',
    hashSecret(code),
  );
  return row === undefined ? null : toInvitation(row);
}

/** Those that can still be used. */
export async function openInvitations(sql: Sql, now: number): Promise<Invitation[]> {
  const rows = await sql.all<InvitationRow>(
    `SELECT id, person_id, uses_left, expires_at, revoked_at FROM invitation
     WHERE uses_left > 0 AND expires_at > $1 AND revoked_at IS NULL ORDER BY expires_at`,
    now,
  );
  return rows.map(toInvitation);
}

export const useInvitation = (sql: Sql, id: string): Promise<void> =>
  sql.run('UPDATE invitation SET uses_left = uses_left - 1 WHERE id = $1', id);

/** Ends an invitation. Says whether there was one to end. */
export async function revokeInvitation(sql: Sql, id: string, now: number): Promise<boolean> {
  const rows = await sql.all(
    'UPDATE invitation SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id',
    id,
    now,
  );
  return rows.length > 0;
}

/** Ends every invitation that names a person. Returns how many there were. */
export async function revokeInvitationsOf(sql: Sql, personId: string, now: number): Promise<number> {
  const rows = await sql.all(
    'UPDATE invitation SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL AND uses_left > 0 RETURNING id',
    personId,
    now,
  );
  return rows.length;
}

const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  personId: row.person_id,
  usesLeft: row.uses_left,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
});

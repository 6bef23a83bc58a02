/** Devices: what a person signed in with. Only a hash of the token is kept. */
import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from '../store/store.ts';

export type Device = { id: string; personId: string; name: string; joinedAt: number; revokedAt: number | null };

type DeviceRow = { id: string; person_id: string; name: string; joined_at: number; revoked_at: number | null };

/** A secret is long and random, so a plain hash is enough: there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Signs a device in. Returns its token: 256 random bits as base64url, told this once. */
export async function addDevice(sql: Sql, personId: string, name: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.run(
    'INSERT INTO device (id, token_hash, person_id, name, joined_at) VALUES ($1, $2, $3, $4, $5)',
    crypto.randomUUID(),
    hashSecret(token),
    personId,
    name,
    now,
  );
  return token;
}

export async function listDevices(sql: Sql): Promise<Device[]> {
  const rows = await sql.all<DeviceRow>(
    'SELECT id, person_id, name, joined_at, revoked_at FROM device ORDER BY joined_at, id',
  );
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name,
    joinedAt: row.joined_at,
    revokedAt: row.revoked_at,
  }));
}

/** Ends a device's access. Says whether there was one to end. */
export async function revokeDevice(sql: Sql, id: string, now: number): Promise<boolean> {
  const rows = await sql.all(
    'UPDATE device SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id',
    id,
    now,
  );
  return rows.length > 0;
}

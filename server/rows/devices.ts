/** Devices: what a person signed in with. Only a hash of the token is kept. */
import { createHash } from 'node:crypto';
import type { Sql } from '../store/store.ts';

export type Device = { id: string; personId: string; name: string; joinedAt: number; revokedAt: number | null };

type DeviceRow = { id: string; person_id: string; name: string; joined_at: number; revoked_at: number | null };

/** A secret is long and random, so a plain hash is enough: there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whose device signed in with a token, and whether it still may; null if none did. */
export async function findDevice(sql: Sql, tokenHash: string): Promise<Pick<Device, 'personId' | 'revokedAt'> | null> {
  const [row] = await sql.all<Pick<DeviceRow, 'person_id' | 'revoked_at'>>(
    'SELECT person_id, revoked_at FROM device WHERE token_hash = $1',
    tokenHash,
  );
  return row === undefined ? null : { personId: row.person_id, revokedAt: row.revoked_at };
}

/** Signs a device in. */
export async function addDevice(
  sql: Sql,
  { tokenHash, personId, name, now }: { tokenHash: string; personId: string; name: string; now: number },
): Promise<void> {
  await sql.run(
    'INSERT INTO device (id, token_hash, person_id, name, joined_at) VALUES ($1, $2, $3, $4, $5)',
    crypto.randomUUID(),
    tokenHash,
    personId,
    name,
    now,
  );
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

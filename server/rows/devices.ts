/** Devices: what a person signed in with. Of their tokens only hashes are kept. */
import { createHash } from 'node:crypto';
import type { Sql } from '../store/store.ts';

/** Why a device has no access any more; `reused`: a refresh token came that had been replaced (SI3). */
export type RevokedBecause = 'left' | 'operator' | 'reused' | 'provider';

export type Device = { id: string; personId: string; name: string; joinedAt: number; revokedAt: number | null };

type DeviceRow = { id: string; person_id: string; name: string; joined_at: number; revoked_at: number | null };

/** A secret is long and random, so a plain hash is enough: there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What the queue knows of a device's refresh tokens. */
export type Holding = {
  id: string;
  personId: string;
  /** Neither revoked nor of somebody who left. */
  allowed: boolean;
  refreshedAt: number;
  refreshHash: string;
  nextRefreshHash: string | null;
  nextSalt: string | null;
  rewound: boolean;
  /** What lets the queue ask the provider about this person, sealed with the device's refresh token; null without. */
  providerGrant: string | null;
  /** When the provider last said that this person may; null for those who came by invitation. */
  verifiedAt: number | null;
};

type HoldingRow = {
  id: string;
  person_id: string;
  revoked_at: number | null;
  active: number;
  refreshed_at: number;
  refresh_hash: string;
  next_refresh_hash: string | null;
  next_salt: string | null;
  rewound: number;
  provider_grant: string | null;
  verified_at: number | null;
};

/** The device that a refresh token is of, or was once; null if it never was one. @param familyHash null: of earlier days */
export async function findHolding(sql: Sql, refreshHash: string, familyHash: string | null): Promise<Holding | null> {
  const [row] = await sql.all<HoldingRow>(
    `SELECT device.id, device.person_id, device.revoked_at, person.active, device.refreshed_at, device.refresh_hash,
       device.next_refresh_hash, device.next_salt, device.rewound, device.provider_grant, device.verified_at
     FROM device JOIN person ON person.id = device.person_id
     WHERE device.refresh_hash = $1 OR device.next_refresh_hash = $1 OR device.family_hash = $2`,
    refreshHash,
    familyHash ?? '',
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    personId: row.person_id,
    allowed: row.revoked_at === null && row.active === 1,
    refreshedAt: row.refreshed_at,
    refreshHash: row.refresh_hash,
    nextRefreshHash: row.next_refresh_hash,
    nextSalt: row.next_salt,
    rewound: row.rewound === 1,
    providerGrant: row.provider_grant,
    verifiedAt: row.verified_at,
  };
}

type NewDevice = {
  personId: string;
  name: string;
  now: number;
  refreshHash: string;
  familyHash: string | null;
  providerGrant: string | null;
  verifiedAt: number | null;
};

/** Signs a device in. Returns its id. */
export async function addDevice(sql: Sql, device: NewDevice): Promise<string> {
  const id = crypto.randomUUID();
  await sql.run(
    `INSERT INTO device (id, person_id, name, joined_at, refreshed_at, refresh_hash, family_hash, rewound,
       provider_grant, verified_at) VALUES ($1, $2, $3, $4, $4, $5, $6, 0, $7, $8)`,
    id,
    device.personId,
    device.name,
    device.now,
    device.refreshHash,
    device.familyHash,
    device.providerGrant,
    device.verifiedAt,
  );
  return id;
}

type Given = {
  /** Whom the queue got this request from: the one the device holds from now on. */
  refreshHash: string;
  nextRefreshHash: string;
  nextSalt: string;
  familyHash: string | null;
  now: number;
};

/** Notes that a device was given its next tokens, and what it must have held to get them. */
export async function giveNext(sql: Sql, deviceId: string, given: Given): Promise<void> {
  await sql.run(
    `UPDATE device SET refresh_hash = $2, next_refresh_hash = $3, next_salt = $4, family_hash = $5, refreshed_at = $6,
       rewound = 0 WHERE id = $1`,
    deviceId,
    given.refreshHash,
    given.nextRefreshHash,
    given.nextSalt,
    given.familyHash,
    given.now,
  );
}

/**
 * Lets one server ask the provider about a device, until then at most.
 * @returns what it can be asked with, as in `Holding`; null: another server asks, or did so since `holding` was read
 */
export async function beginAsking(
  sql: Sql,
  { id, verifiedAt }: Holding,
  now: number,
  until: number,
): Promise<Pick<Holding, 'providerGrant'> | null> {
  const [row] = await sql.all<{ provider_grant: string | null }>(
    `UPDATE device SET asking_until = $4
     WHERE id = $1 AND verified_at = $2 AND (asking_until IS NULL OR asking_until <= $3) RETURNING provider_grant`,
    id,
    verifiedAt,
    now,
    until,
  );
  return row === undefined ? null : { providerGrant: row.provider_grant };
}

/** There was no answer to keep. */
export const endAsking = (sql: Sql, deviceId: string): Promise<void> =>
  sql.run('UPDATE device SET asking_until = NULL WHERE id = $1', deviceId);

/**
 * The provider was asked about the device's person and said yes. One that was revoked meanwhile is given no grant.
 * @param providerGrant sealed, as in `Holding`
 */
export const keepVouched = (sql: Sql, deviceId: string, providerGrant: string | null, now: number): Promise<void> =>
  sql.run(
    `UPDATE device SET provider_grant = $2, verified_at = $3, asking_until = NULL WHERE id = $1 AND revoked_at IS NULL`,
    deviceId,
    providerGrant,
    now,
  );

/** The device used what it was given last: from now on nothing that came before is good [SI3]. */
export const confirmNext = (sql: Sql, deviceId: string, nextRefreshHash: string): Promise<void> =>
  sql.run(
    `UPDATE device SET refresh_hash = next_refresh_hash, next_refresh_hash = NULL, next_salt = NULL
     WHERE id = $1 AND next_refresh_hash = $2`,
    deviceId,
    nextRefreshHash,
  );

type NewAccess = { hash: string; deviceId: string; refreshHash: string; expiresAt: number; now: number };

/** Lets an access token in, once more if it was there already; those of the device that expired go. */
export async function addAccess(sql: Sql, { hash, deviceId, refreshHash, expiresAt, now }: NewAccess): Promise<void> {
  await sql.run('DELETE FROM access_token WHERE device_id = $1 AND expires_at <= $2', deviceId, now);
  await sql.run(
    `INSERT INTO access_token (hash, device_id, refresh_hash, expires_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at`,
    hash,
    deviceId,
    refreshHash,
    expiresAt,
  );
}

/** Whether a device that was let in may stay. */
export async function isSignedIn(sql: Sql, deviceId: string): Promise<boolean> {
  const rows = await sql.all(
    `SELECT 1 FROM device JOIN person ON person.id = device.person_id
     WHERE device.id = $1 AND device.revoked_at IS NULL AND person.active = 1`,
    deviceId,
  );
  return rows.length > 0;
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

/** Ends a device's access, from the next request on [SI1]. Says whether there was one to end. */
export async function revokeDevice(sql: Sql, id: string, because: RevokedBecause, now: number): Promise<boolean> {
  const rows = await sql.all(
    `UPDATE device SET revoked_at = $2, revoked_because = $3, provider_grant = NULL
     WHERE id = $1 AND revoked_at IS NULL RETURNING id`,
    id,
    now,
    because,
  );
  await sql.run('DELETE FROM access_token WHERE device_id = $1', id);
  return rows.length > 0;
}

/** Ends every device of a person. Returns how many there were. */
export async function revokeDevicesOf(
  sql: Sql,
  personId: string,
  now: number,
  because: RevokedBecause = 'operator',
): Promise<number> {
  const rows = await sql.all<{ id: string }>(
    'SELECT id FROM device WHERE person_id = $1 AND revoked_at IS NULL',
    personId,
  );
  for (const { id } of rows) await revokeDevice(sql, id, because, now);
  return rows.length;
}

/** A backup was restored: devices may hold tokens that were given after it [SI12]. */
export const rewindDevices = (sql: Sql): Promise<void> => sql.run('UPDATE device SET rewound = 1');

/** Whether the provider vouched for another device of the same person after `since`, and that one goes on. */
export async function isVouchedElsewhere(
  sql: Sql,
  { id, personId }: { id: string; personId: string },
  since: number,
): Promise<boolean> {
  const others = await sql.all<{ id: string }>(
    'SELECT id FROM device WHERE person_id = $1 AND id <> $2 AND revoked_at IS NULL AND verified_at > $3 LIMIT 1',
    personId,
    id,
    since,
  );
  return others.length > 0;
}

import type { Migration } from './migration.ts';

/** Sign-in: short access tokens, refresh tokens that rotate, and people who come from the company's provider. */
const NEW_DEVICES = [
  'ALTER TABLE device RENAME TO device_before',
  /**
   * `refresh_hash`: the refresh token that the device is known to hold. `next_refresh_hash`: the one it was given
   * and has not used yet; it follows from the one before and `next_salt`, so that it can be said once more.
   * `family_hash`: what all refresh tokens of this device begin with; null until the first rotation of a device
   * of earlier days. `rewound`: a backup was restored, so the device may hold tokens that this table never saw.
   * `asking_until`: a server is asking the provider about this device, and no other does before then.
   */
  `CREATE TABLE device (
     id TEXT PRIMARY KEY,
     person_id TEXT NOT NULL REFERENCES person (id),
     name TEXT NOT NULL,
     joined_at BIGINT NOT NULL,
     refreshed_at BIGINT NOT NULL,
     revoked_at BIGINT,
     revoked_because TEXT,
     family_hash TEXT UNIQUE,
     refresh_hash TEXT NOT NULL UNIQUE,
     next_refresh_hash TEXT UNIQUE,
     next_salt TEXT,
     rewound BIGINT NOT NULL,
     provider_grant TEXT,
     verified_at BIGINT,
     asking_until BIGINT
   )`,
];

/** The token of earlier days becomes a refresh token, as good as one of today: nobody has to join again. */
const MOVE_DEVICES = `INSERT INTO device (id, person_id, name, joined_at, refreshed_at, revoked_at, refresh_hash, rewound)
  SELECT id, person_id, name, joined_at, CAST($1 AS BIGINT), revoked_at, token_hash, 0 FROM device_before`;

const AFTERWARDS = [
  'DROP TABLE device_before',
  // Serves signing out all devices of a person.
  'CREATE INDEX device_by_person ON device (person_id)',
  /** `refresh_hash`: the refresh token that was given together with it. */
  `CREATE TABLE access_token (
     hash TEXT PRIMARY KEY,
     device_id TEXT NOT NULL REFERENCES device (id),
     refresh_hash TEXT NOT NULL,
     expires_at BIGINT NOT NULL
   )`,
  'CREATE INDEX access_token_by_device ON access_token (device_id)',

  /** Who somebody at the provider is here. An e-mail address may be given to somebody else one day, a subject never is. */
  `CREATE TABLE identity (
     issuer TEXT NOT NULL,
     subject TEXT NOT NULL,
     person_id TEXT NOT NULL REFERENCES person (id),
     PRIMARY KEY (issuer, subject)
   )`,
  'CREATE INDEX identity_by_person ON identity (person_id)',
  /** A one-time code between the end of the provider's pages and the extension. */
  `CREATE TABLE sign_in_code (
     hash TEXT PRIMARY KEY,
     person_id TEXT NOT NULL REFERENCES person (id),
     challenge TEXT NOT NULL,
     expires_at BIGINT NOT NULL,
     provider_grant TEXT
   )`,
  /** One row: the section `signIn` of the strategy. Apart from the strategy's rows, which devices receive. */
  'CREATE TABLE sign_in_rules (id TEXT PRIMARY KEY, body TEXT NOT NULL)',
];

export const signIn: Migration = {
  number: 6,
  name: 'sign-in',
  async up(sql, now) {
    for (const statement of NEW_DEVICES) await sql.run(statement);
    await sql.run(MOVE_DEVICES, now);
    for (const statement of AFTERWARDS) await sql.run(statement);
  },
};

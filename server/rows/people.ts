import type { Colleague, Person, Role } from '../../protocol/person.ts';
import type { Sql, Tx } from '../store/store.ts';
import { isNamedInStrategy } from './named-in-strategy.ts';

/** Where a person comes from: applying a strategy leaves alone who came by an open invitation, or by the company's sign-in. */
type PersonSource = 'strategy' | 'invitation' | 'provider';
export type KnownPerson = Person & { source: PersonSource; active: boolean };

type PersonRow = {
  id: string;
  name: string;
  roles: string;
  department_id: string | null;
  source: PersonSource;
  active: number;
};

const COLUMNS = 'person.id, person.name, person.roles, person.department_id, person.source, person.active';

function toPerson(row: PersonRow): KnownPerson {
  const roles = JSON.parse(row.roles) as Role[];
  const { id, name, department_id: departmentId, source } = row;
  return { id, name, roles, departmentId, source, active: row.active === 1 };
}

/**
 * Somebody who answers for something, by role or because the strategy names them, as everybody sees them (S12); null
 * for those who only suggest, and who left.
 */
export async function colleagueView(sql: Sql, person: KnownPerson): Promise<Colleague | null> {
  const { id, name, roles, departmentId, active } = person;
  if (!active) return null;
  const answers = roles.some((role) => role !== 'submitter') || (await isNamedInStrategy(sql, id));
  return answers ? { id, name, roles, departmentId } : null;
}

/** A person as they see themselves. */
export const ownView = ({ id, name, roles, departmentId }: Person): Person => ({ id, name, roles, departmentId });

export async function findPerson(sql: Sql, id: string): Promise<KnownPerson | null> {
  const [row] = await sql.all<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id = $1`, id);
  return row === undefined ? null : toPerson(row);
}

export async function listPeople(sql: Sql): Promise<KnownPerson[]> {
  return (await sql.all<PersonRow>(`SELECT ${COLUMNS} FROM person ORDER BY name, id`)).map(toPerson);
}

/** Who sent a request, and through which device. */
export type SignedIn = {
  person: Person;
  deviceId: string;
  /** The hash of the refresh token that came with this access token, if using it is the first that is heard of them [SI2]. */
  confirms: string | null;
};

/** Whom an access token lets in; null if it expired, the device was revoked, or the person left [SI1]. */
export async function findByAccess(sql: Sql, accessHash: string, now: number): Promise<SignedIn | null> {
  const [row] = await sql.all<PersonRow & { device_id: string; confirms: string | null }>(
    `SELECT ${COLUMNS}, device.id AS device_id,
       CASE WHEN device.next_refresh_hash = access_token.refresh_hash THEN device.next_refresh_hash END AS confirms
     FROM access_token JOIN device ON device.id = access_token.device_id JOIN person ON person.id = device.person_id
     WHERE access_token.hash = $1 AND access_token.expires_at > $2 AND device.revoked_at IS NULL AND person.active = 1`,
    accessHash,
    now,
  );
  return row === undefined ? null : { person: ownView(toPerson(row)), deviceId: row.device_id, confirms: row.confirms };
}

export async function savePerson(tx: Tx, person: KnownPerson): Promise<void> {
  const before = await findPerson(tx, person.id);
  await tx.run(
    `INSERT INTO person (id, name, roles, department_id, source, active) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles,
       department_id = excluded.department_id, source = excluded.source, active = excluded.active`,
    person.id,
    person.name,
    JSON.stringify(person.roles),
    person.departmentId,
    person.source,
    person.active ? 1 : 0,
  );
  tx.changed('person', person.id);
  // [VI1] Of who only suggests nobody else learns so much as the id.
  for (const each of [before, person])
    if (each !== null && (await colleagueView(tx, each)) !== null) tx.changed('colleague', person.id);
}

/** From somebody at the provider to a person of the queue. */
import { isDeepStrictEqual } from 'node:util';
import { findPerson, type KnownPerson, savePerson } from '../rows/people.ts';
import type { Sql, Tx } from '../store/store.ts';
import { type Claims, linkedPerson, nameOf, type Said, type Standing, standingOf } from './claims.ts';
import { letGo } from './let-go.ts';
import { signInRules } from './rules.ts';

/**
 * Who this is, made or brought up to date; null: refused. The subject says who it is [SI8]: names and addresses change,
 * and an address may be somebody else's one day. A person of the strategy has the roles that the strategy gives, all
 * others those of their groups [SI9]. Who is refused now and was not before is let go [SI14], and comes back by their
 * next sign-in that is not.
 */
export async function admit(tx: Tx, { claims, isWhole }: Said, now: number): Promise<KnownPerson | null> {
  const rules = await signInRules(tx);
  const known = await personOf(tx, claims);
  if (known === null) {
    const linked = linkedPerson(claims, rules);
    if (linked !== null) return link(tx, claims, linked);
  }
  if (known?.source === 'strategy') return known.active ? known : null;
  const saysGroups = isWhole || Object.hasOwn(claims, rules.groupsClaim);
  const standing = saysGroups || known === null ? standingOf(claims, rules) : kept(known);
  if (standing === null) {
    if (known !== null) await letGo(tx, known.id, now);
    return null;
  }
  const person: KnownPerson = {
    id: known?.id ?? crypto.randomUUID(),
    name: isWhole || known === null || Object.hasOwn(claims, 'name') ? nameOf(claims) : known.name,
    ...standing,
    source: 'provider',
    active: true,
  };
  if (!isDeepStrictEqual(person, known)) await savePerson(tx, person);
  if (known === null) await addIdentity(tx, claims, person.id);
  return person;
}

const kept = ({ roles, departmentId }: KnownPerson): Standing => ({ roles, departmentId });

async function personOf(sql: Sql, { iss, sub }: Claims): Promise<KnownPerson | null> {
  const [row] = await sql.all<{ person_id: string }>(
    'SELECT person_id FROM identity WHERE issuer = $1 AND subject = $2',
    iss,
    sub,
  );
  return row === undefined ? null : findPerson(sql, row.person_id);
}

/** Once for each person: whoever has the same address later is somebody else. */
async function link(tx: Tx, claims: Claims, personId: string): Promise<KnownPerson | null> {
  const person = await findPerson(tx, personId);
  const taken = await tx.all('SELECT 1 FROM identity WHERE person_id = $1', personId);
  if (person === null || !person.active || taken.length > 0) return null;
  await addIdentity(tx, claims, personId);
  return person;
}

const addIdentity = (tx: Tx, { iss, sub }: Claims, personId: string): Promise<void> =>
  tx.run('INSERT INTO identity (issuer, subject, person_id) VALUES ($1, $2, $3)', iss, sub, personId);

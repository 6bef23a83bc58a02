/**
 * Erasure of one person (Art. 17 GDPR). What they did for topics stays, as that of "a former colleague" whom nothing
 * leads back to; who they are, their access and what was theirs alone goes.
 */
import { createHash } from 'node:crypto';
import { leaveTopic } from '../../desk/clips.ts';
import type { Escalation } from '../../protocol/topic.ts';
import { releasePage } from '../rows/addresses.ts';
import { CLEARANCE_ORIGIN } from '../rows/audit.ts';
import { addressKeyOf, clipsOfTopic, eraseClip } from '../rows/clips.ts';
import { deleteTopic } from '../rows/delete-topic.ts';
import { findPerson, savePerson } from '../rows/people.ts';
import { queueRow } from '../rows/queue.ts';
import type { StrategyKind } from '../rows/strategy.ts';
import { changesNaming } from '../rows/strategy-versions.ts';
import { findTopic, updateTopic } from '../rows/topics.ts';
import type { Sql, Tx } from '../store/store.ts';
import type { Erasure } from './erasures.ts';
import { ACCESS, ACTS, OWN } from './person-columns.ts';

/** How somebody is called of whom nothing else is known any more. */
export const FORMER_NAME = 'Früher im Haus · Former colleague';

/** Why a person cannot be erased yet; `message` says what to do first. */
export class StillNeeded extends Error {
  override name = 'StillNeeded';
}

/** What stands in place of a person's id in the list of erasures: nobody can read it, the id leads to it. */
export const hashPerson = (queueId: string, personId: string): string =>
  createHash('sha256').update(`${queueId}:${personId}`).digest('hex');

/**
 * @param withContent also what they wrote: clips, notes and answers. A topic that nobody decided on goes with its last
 *   clip, any other stays.
 * @throws StillNeeded
 */
export async function erasePerson(
  tx: Tx,
  personId: string,
  { formerId, withContent, at }: { formerId: string; withContent: boolean; at: number },
): Promise<Erasure> {
  const person = await findPerson(tx, personId);
  if (person === null) throw new StillNeeded(`there is no person "${personId}"`);
  await refuseWhatStrategyNames(tx, personId, person.source === 'strategy' && person.active);
  const personHash = hashPerson((await queueRow(tx)).id, personId);
  if (withContent) await removeContent(tx, personId, at);
  await savePerson(tx, {
    id: formerId,
    name: FORMER_NAME,
    roles: ['submitter'],
    departmentId: null,
    source: 'invitation',
    active: false,
  });
  await tx.run('DELETE FROM saved_view WHERE owner_id = $1 AND shared = 0', personId);
  for (const { table, kind } of OWN) {
    const rows = await tx.all<{ id: string }>(`DELETE FROM ${table} WHERE person_id = $1 RETURNING id`, personId);
    for (const { id } of rows) tx.changed(kind, id);
  }
  for (const { table, where } of ACCESS) await tx.run(`DELETE FROM ${table} WHERE ${where}`, personId);
  for (const { table, column, kind, key } of ACTS) {
    const rows = await tx.all<{ id: string }>(
      `UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 RETURNING ${key} AS id`,
      personId,
      formerId,
    );
    if (kind !== null) for (const { id } of rows) tx.changed(kind, id);
  }
  await forgetEscalations(tx, personId);
  await forgetInSavedViews(tx, personId, formerId);
  await forgetInClosedEntries(tx, personId);
  await forgetInHistory(tx, personId, formerId);
  await tx.run('UPDATE audit SET subject = $2 WHERE subject = $1', personId, formerId);
  // Accounts of the machine are another matter, though they may be called alike.
  await tx.run('UPDATE audit SET who = $2 WHERE who = $1 AND origin = $3', personId, formerId, CLEARANCE_ORIGIN);
  // Told to everybody who knew them, before the row goes.
  await savePerson(tx, { ...person, active: false });
  await tx.run('DELETE FROM person WHERE id = $1', personId);
  await tx.run(
    `INSERT INTO erasure (person_hash, former_id, with_content, erased_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_hash) DO UPDATE SET former_id = excluded.former_id, with_content = excluded.with_content,
       erased_at = excluded.erased_at`,
    personHash,
    formerId,
    withContent ? 1 : 0,
    at,
  );
  return { personHash, formerId, withContent, at };
}

/** The strategy is the company's own file: what it says of a person has to go there first, or it would come back. */
async function refuseWhatStrategyNames(sql: Sql, personId: string, isListed: boolean): Promise<void> {
  const named = (await entriesNaming(sql, personId)).filter(isInForce).map(({ kind, id }) => `${kind} ${id}`);
  if (!isListed && named.length === 0) return;
  const where = [...(isListed ? ['people'] : []), ...named].join(', ');
  throw new StillNeeded(
    `"${personId}" stands in the strategy (${where}); take them out of the file and apply it first`,
  );
}

type NamingEntry = { kind: StrategyKind; id: string; body: string };

/** Entries of the strategy that name a person, in force or closed. */
export async function entriesNaming(sql: Sql, personId: string): Promise<NamingEntry[]> {
  const rows = await sql.all<NamingEntry>('SELECT kind, id, body FROM strategy');
  return rows.filter(({ body }) => body.includes(JSON.stringify(personId)));
}

function isInForce({ body }: NamingEntry): boolean {
  const { active, state } = JSON.parse(body) as { active?: boolean; state?: string };
  return active !== false && state !== 'closed';
}

/** Departments, goals and channels that the file no longer has are closed and kept; nobody answers for them now. */
async function forgetInClosedEntries(tx: Tx, personId: string): Promise<void> {
  for (const { kind, id, body } of await entriesNaming(tx, personId)) {
    const without = JSON.stringify(JSON.parse(body, (_key, value) => (value === personId ? null : value)));
    await tx.run('UPDATE strategy SET body = $3 WHERE kind = $1 AND id = $2', kind, id, without);
    tx.changed(kind, id);
  }
}

/** Who they were leaves the history of the strategy; that somebody stood there stays. */
async function forgetInHistory(tx: Tx, personId: string, formerId: string): Promise<void> {
  for (const { version, section, entry_id, fields } of await changesNaming(tx, personId)) {
    const isOwn = section === 'people' && entry_id === personId;
    const without = isOwn
      ? '[]'
      : JSON.stringify(JSON.parse(fields, (_key, value) => (value === personId ? formerId : value)));
    await tx.run(
      `UPDATE strategy_change SET entry_id = $4, fields = $5 WHERE version = $1 AND section = $2 AND entry_id = $3`,
      version,
      section,
      entry_id,
      isOwn ? formerId : entry_id,
      without,
    );
  }
}

async function removeContent(tx: Tx, personId: string, now: number): Promise<void> {
  const clips = await tx.all<{ id: string; topic_id: string }>(
    'SELECT id, topic_id FROM clip WHERE submitter_id = $1 AND body IS NOT NULL ORDER BY id',
    personId,
  );
  for (const { id, topic_id } of clips) {
    const topic = await findTopic(tx, topic_id);
    const left = topic === null ? null : leaveTopic(topic, id, await clipsOfTopic(tx, topic_id));
    const page = await addressKeyOf(tx, id);
    await eraseClip(tx, id);
    if (topic === null || left === null) continue;
    // One that took others in stays, so that what points to it leads somewhere.
    const goes = left.supporterCount === 0 && topic.decisions.length === 0 && topic.mergedFrom.length === 0;
    if (goes) await deleteTopic(tx, topic_id);
    else {
      await updateTopic(tx, topic, left, now);
      if (page !== null) await releasePage(tx, page, topic_id);
    }
  }
  for (const { id } of await tx.all<{ id: string }>('DELETE FROM note WHERE author_id = $1 RETURNING id', personId))
    tx.changed('note', id);
  const answered = await tx.all<{ id: string }>(
    'UPDATE question SET answer = NULL WHERE to_id = $1 AND answer IS NOT NULL RETURNING id',
    personId,
  );
  for (const { id } of answered) tx.changed('question', id);
}

/** Who was told that a topic is overdue stands in its row as devices receive it. */
async function forgetEscalations(tx: Tx, personId: string): Promise<void> {
  const rows = await tx.all<{ id: string; escalation: string }>(
    'SELECT id, escalation FROM topic WHERE escalation IS NOT NULL',
  );
  for (const { id, escalation } of rows) {
    const told = JSON.parse(escalation) as Escalation;
    if (told.person?.id !== personId) continue;
    await tx.run('UPDATE topic SET escalation = $2 WHERE id = $1', id, JSON.stringify({ ...told, person: null }));
    tx.changed('topic', id);
  }
}

/** Others keep lists of what this person leads: they go on as lists of what the former colleague led. */
async function forgetInSavedViews(tx: Tx, personId: string, formerId: string): Promise<void> {
  const rows = await tx.all<{ id: string; filter: string }>('SELECT id, filter FROM saved_view');
  for (const { id, filter } of rows) {
    if (!filter.includes(JSON.stringify(personId))) continue;
    const without = JSON.stringify(JSON.parse(filter, (_key, value) => (value === personId ? formerId : value)));
    await tx.run('UPDATE saved_view SET filter = $2 WHERE id = $1', id, without);
    tx.changed('savedView', id);
  }
}

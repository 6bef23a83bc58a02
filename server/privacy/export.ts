/** Everything that the queue holds of one person (Art. 15 GDPR), as one JSON file and their pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Escalation } from '../../protocol/topic.ts';
import { auditOf } from '../rows/audit.ts';
import { findPerson } from '../rows/people.ts';
import { findPicture } from '../rows/pictures.ts';
import { changesNaming } from '../rows/strategy-versions.ts';
import { signInRules } from '../sign-in/rules.ts';
import type { Sql, Store } from '../store/store.ts';
import { entriesNaming } from './erase.ts';

/** No hash of a token or code: it opens nothing, and says nothing of the person. A test asks for each of `ACTS` and `ACCESS`. */
export const OF_PERSON = {
  identities: 'SELECT issuer, subject FROM identity WHERE person_id = $1 ORDER BY issuer, subject',
  devices:
    'SELECT id, name, joined_at, revoked_at, revoked_because FROM device WHERE person_id = $1 ORDER BY joined_at',
  invitations: 'SELECT id, created_at, expires_at, uses_left, revoked_at FROM invitation WHERE person_id = $1',
  clients: 'SELECT id, last_number, seen_at FROM client WHERE person_id = $1',
  clips: `SELECT clip.id, clip.topic_id, clip.received_at, clip.body, topic.title AS topic_title, topic.state AS topic_state
    FROM clip LEFT JOIN topic ON topic.id = clip.topic_id WHERE clip.submitter_id = $1 ORDER BY clip.received_at`,
  leads: 'SELECT id, title, state FROM topic WHERE lead_id = $1',
  decisions: `SELECT topic_id, from_state, to_state, decided_at, reason, sentence FROM decision
    WHERE actor_id = $1 ORDER BY decided_at`,
  notes: 'SELECT id, topic_id, noted_at, text FROM note WHERE author_id = $1 ORDER BY noted_at',
  questionsAsked: 'SELECT id, topic_id, to_id, asked_at, text FROM question WHERE asker_id = $1 ORDER BY asked_at',
  questionsAnswered: `SELECT id, topic_id, asked_at, text, state, answer, answered_at FROM question
    WHERE to_id = $1 ORDER BY asked_at`,
  publications: 'SELECT id, topic_id, channel_id, state, changed_at FROM publication WHERE editor_id = $1',
  publicationsOwned: 'SELECT id, topic_id, channel_id, state, changed_at FROM publication WHERE owner_id = $1',
  results: 'SELECT id, goal_id, topic_id, value, unit, measured_at, lesson FROM result WHERE reporter_id = $1',
  thanks: 'SELECT agreed_at FROM consent WHERE person_id = $1',
  acknowledgements: `SELECT rule_id, version, acknowledged_at FROM acknowledgement
    WHERE person_id = $1 ORDER BY acknowledged_at`,
  clearances: 'SELECT topic_id, level, state, due_at FROM clearance WHERE clearer_id = $1',
  clearanceSteps: `SELECT topic_id, kind, taken_at, level, note, conditions, embargo_until FROM clearance_step
    WHERE actor_id = $1 ORDER BY taken_at`,
  claims: 'SELECT topic_id, claimed_until FROM claim WHERE person_id = $1',
  savedViews: 'SELECT id, name, filter, shared FROM saved_view WHERE owner_id = $1',
  rejections: 'SELECT topic_id, other_id, rejected_at FROM similar_rejection WHERE person_id = $1',
  assignments: `SELECT id, topic_id, role, deliverable, due_at, minutes_planned, minutes_spent, state, reason, asked_at
    FROM assignment WHERE to_id = $1 ORDER BY asked_at`,
  assignmentsInMyPlace: 'SELECT id, topic_id, role, deliverable FROM assignment WHERE instead_of_id = $1',
  assignmentsAsked: 'SELECT id, topic_id, to_id, role, deliverable, asked_at FROM assignment WHERE asker_id = $1',
  questionsInMyPlace: 'SELECT id, topic_id, text FROM question WHERE instead_of_id = $1',
  absences: 'SELECT from_day, to_day FROM absence WHERE person_id = $1 ORDER BY from_day',
  timeBudgets: 'SELECT monday, minutes FROM time_budget WHERE person_id = $1',
  strategyVersions: 'SELECT number, made_at, way FROM strategy_version WHERE person_id = $1 ORDER BY number',
  questionLinks: 'SELECT question_id, created_at FROM question_link WHERE created_by = $1',
} as const;

type Row = Record<string, unknown>;
type PersonExport = {
  person: Row;
  /** What the strategy says they are called at the company's provider. */
  accounts: string[];
  /** Topics of which they were told that they are overdue. */
  escalations: Row[];
  /** Departments, goals and channels of the strategy that name them, and lists of colleagues of what they lead. */
  strategy: Row[];
  namedInViews: Row[];
  /** What the history of the strategy says of them. */
  namedInHistory: Row[];
  audit: Row[];
  parts: Partial<Record<string, Row[]>>;
};

/** Null: there is no such person. */
async function readPersonExport(sql: Sql, personId: string): Promise<PersonExport | null> {
  const person = await findPerson(sql, personId);
  if (person === null) return null;
  const parts: PersonExport['parts'] = {};
  for (const [name, text] of Object.entries(OF_PERSON)) {
    const rows = await sql.all<Row>(text, personId);
    // What is kept as JSON is readable that way.
    parts[name] = rows.map(withJson);
  }
  return {
    person,
    accounts: Object.entries((await signInRules(sql)).accounts).flatMap(([account, id]) =>
      id === personId ? [account] : [],
    ),
    escalations: await escalationsOf(sql, personId),
    strategy: (await entriesNaming(sql, personId)).map(({ kind, id, body }) => ({ kind, id, body: JSON.parse(body) })),
    namedInViews: await viewsNaming(sql, personId),
    namedInHistory: (await changesNaming(sql, personId)).map(withJson),
    audit: await auditOf(sql, personId),
    parts,
  };
}

/** No column names them there: it stands in the JSON that devices receive. */
async function escalationsOf(sql: Sql, personId: string): Promise<Row[]> {
  const rows = await sql.all<{ id: string; escalation: string }>(
    'SELECT id, escalation FROM topic WHERE escalation IS NOT NULL ORDER BY id',
  );
  return rows.flatMap(({ id, escalation }) => {
    const { person, level, at } = JSON.parse(escalation) as Escalation;
    return person?.id === personId ? [{ topic_id: id, level, at }] : [];
  });
}

/** Without whose they are and how they call them: that is theirs. */
async function viewsNaming(sql: Sql, personId: string): Promise<Row[]> {
  const rows = await sql.all<{ id: string; filter: string }>(
    'SELECT id, filter FROM saved_view WHERE owner_id <> $1 ORDER BY id',
    personId,
  );
  return rows.filter(({ filter }) => filter.includes(JSON.stringify(personId))).map(({ id }) => ({ id }));
}

const withJson = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      (name === 'body' || name === 'filter') && typeof value === 'string' ? JSON.parse(value) : value,
    ]),
  );

const inOrder = ({ person, parts, ...rest }: PersonExport): Row => ({ person, ...parts, ...rest });

const EXTENSIONS = { 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** Writes the folder, readable for its owner only. Says how many files; null: there is no such person. */
export async function exportPerson(store: Store, personId: string, folder: string): Promise<number | null> {
  const all = await store.read((sql) => readPersonExport(sql, personId));
  if (all === null) return null;
  // Not over another export: that might be another person's.
  mkdirSync(folder, { recursive: false, mode: 0o700 });
  mkdirSync(join(folder, 'pictures'), { mode: 0o700 });
  let files = 1;
  for (const { id } of all.parts.clips ?? []) {
    const picture = await store.read((sql) => findPicture(sql, String(id)));
    if (picture === null) continue;
    writeFileSync(join(folder, 'pictures', `${id}.${EXTENSIONS[picture.type]}`), picture.bytes, { mode: 0o600 });
    files += 1;
  }
  writeFileSync(join(folder, 'person.json'), `${JSON.stringify(inOrder(all), null, 2)}\n`, { mode: 0o600 });
  return files;
}

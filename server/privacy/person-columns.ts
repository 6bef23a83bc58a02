/** Every column that names a person. A test reads the database's own references and fails if one is missing here. */

/** Acts that stay, from then on without the name: the id is replaced. `key` names the row for devices. */
export const ACTS = [
  { table: 'clip', column: 'submitter_id', kind: 'clip', key: 'id' },
  { table: 'topic', column: 'lead_id', kind: 'topic', key: 'id' },
  { table: 'decision', column: 'actor_id', kind: 'topic', key: 'topic_id' },
  { table: 'note', column: 'author_id', kind: 'note', key: 'id' },
  { table: 'question', column: 'to_id', kind: 'question', key: 'id' },
  { table: 'question', column: 'asker_id', kind: 'question', key: 'id' },
  { table: 'question', column: 'instead_of_id', kind: 'question', key: 'id' },
  { table: 'assignment', column: 'to_id', kind: 'assignment', key: 'id' },
  { table: 'assignment', column: 'asker_id', kind: 'assignment', key: 'id' },
  { table: 'assignment', column: 'instead_of_id', kind: 'assignment', key: 'id' },
  { table: 'publication', column: 'editor_id', kind: 'publication', key: 'id' },
  { table: 'publication', column: 'owner_id', kind: 'publication', key: 'id' },
  { table: 'result', column: 'reporter_id', kind: 'result', key: 'id' },
  { table: 'clearance', column: 'clearer_id', kind: 'clearance', key: 'topic_id' },
  { table: 'clearance_step', column: 'actor_id', kind: 'clearance', key: 'topic_id' },
  { table: 'saved_view', column: 'owner_id', kind: 'savedView', key: 'id' },
  { table: 'similar_rejection', column: 'person_id', kind: 'rejection', key: 'id' },
  { table: 'strategy_version', column: 'person_id', kind: null, key: 'number' },
  { table: 'question_link', column: 'created_by', kind: null, key: 'question_id' },
] as const;

/** What is somebody's own and goes with them, for whoever held it to be told. */
export const OWN = [
  { table: 'absence', kind: 'absence' },
  { table: 'time_budget', kind: 'timeBudget' },
] as const;

/** What is somebody's access and nothing else, in the order in which it can go. */
export const ACCESS = [
  { table: 'outcome', where: 'client_id IN (SELECT id FROM client WHERE person_id = $1)' },
  { table: 'client', where: 'person_id = $1' },
  { table: 'consent', where: 'person_id = $1' },
  { table: 'acknowledgement', where: 'person_id = $1' },
  { table: 'claim', where: 'person_id = $1' },
  { table: 'access_token', where: 'device_id IN (SELECT id FROM device WHERE person_id = $1)' },
  { table: 'device', where: 'person_id = $1' },
  { table: 'identity', where: 'person_id = $1' },
  { table: 'sign_in_code', where: 'person_id = $1' },
  { table: 'invitation', where: 'person_id = $1' },
] as const;

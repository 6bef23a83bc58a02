/** Which rules for company information a person accepted, and in which version [IN4]. */
import type { AcceptedRule } from '../../protocol/rule.ts';
import type { Sql, Tx } from '../store/store.ts';

export async function acceptedRules(sql: Sql, personId: string): Promise<AcceptedRule[]> {
  const rows = await sql.all<{ rule_id: string; version: number }>(
    'SELECT rule_id, version FROM acknowledgement WHERE person_id = $1 ORDER BY id',
    personId,
  );
  return rows.map(({ rule_id, version }) => ({ ruleId: rule_id, version }));
}

/** Keeps it once, however often it is said. @param id a UUID: keys of the change log name nobody */
export async function insertAcknowledgement(
  tx: Tx,
  { id, personId, accepted, at }: { id: string; personId: string; accepted: AcceptedRule; at: number },
): Promise<void> {
  const { ruleId, version } = accepted;
  const known = await acceptedRules(tx, personId);
  if (known.some((one) => one.ruleId === ruleId && one.version === version)) return;
  await tx.run(
    `INSERT INTO acknowledgement (id, person_id, rule_id, version, acknowledged_at) VALUES ($1, $2, $3, $4, $5)`,
    id,
    personId,
    ruleId,
    version,
    at,
  );
  tx.changed('acknowledgement', id);
}

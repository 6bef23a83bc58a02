/** What a person accepted, for their own devices. */
import type { Acknowledgement } from '../../protocol/rule.ts';
import { allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Look } from './desk-rows.ts';

type Columns = { id: string; rule_id: string; version: number; acknowledged_at: number };

/** Only keys that the reader knows are asked for, which are their own. */
export const acknowledgements: Look = async (sql, _reader, ids) => {
  const rows = await allInChunks<Columns>(
    sql,
    `SELECT id, rule_id, version, acknowledged_at FROM acknowledgement WHERE id IN (${CHUNK_PLACEHOLDERS})`,
    ids,
  );
  return new Map(
    rows.map((row): [string, Acknowledgement] => [
      row.id,
      { id: row.id, ruleId: row.rule_id, version: row.version, at: row.acknowledged_at },
    ]),
  );
};

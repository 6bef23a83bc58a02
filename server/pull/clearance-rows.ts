import { clearanceStanding } from '../../desk/clearances.ts';
import type {
  Clearance,
  ClearanceLevel,
  ClearancePage,
  ClearanceState,
  ClearanceStep,
} from '../../protocol/clearance.ts';
import type { Clip } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { type ClearanceStepColumns, SELECT_CLEARANCE_STEP, toClearanceStep } from '../rows/clearances.ts';
import { allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Sql } from '../store/store.ts';
import type { Look } from './desk-rows.ts';

type ClearanceJoin = {
  topic_id: string;
  title: string;
  department_id: string;
  level: ClearanceLevel;
  state: ClearanceState;
  clearer_id: string | null;
  clearer_name: string | null;
};

/** For the desk and whoever may clear; a submitter gets how it stands with the topic, and nothing of this [CR6]. */
export const clearances: Look = async (sql, reader, ids) => {
  const rows = await allInChunks<ClearanceJoin>(
    sql,
    `SELECT clearance.topic_id, topic.title, topic.department_id, clearance.level, clearance.state,
       clearance.clearer_id, person.name AS clearer_name
     FROM clearance JOIN topic ON topic.id = clearance.topic_id LEFT JOIN person ON person.id = clearance.clearer_id
     WHERE clearance.topic_id IN (${CHUNK_PLACEHOLDERS}) AND ${reader.seesClearance}`,
    ids,
    ...reader.seesClearanceValues,
  );
  const found = rows.map(({ topic_id }) => topic_id);
  const [steps, pages] = [await stepsOf(sql, found), await pagesOf(sql, found)];
  return new Map(
    rows.map((row): [string, Clearance] => [
      row.topic_id,
      toClearance(row, steps.get(row.topic_id) ?? [], pages.get(row.topic_id) ?? []),
    ]),
  );
};

const toClearance = (row: ClearanceJoin, steps: ClearanceStep[], pages: ClearancePage[]): Clearance => ({
  ...clearanceStanding(steps),
  topicId: row.topic_id,
  topicTitle: row.title,
  departmentId: row.department_id,
  clearer: row.clearer_id === null ? null : { id: row.clearer_id, name: row.clearer_name ?? row.clearer_id },
  pages,
  steps,
});

async function stepsOf(sql: Sql, topicIds: readonly string[]): Promise<Map<string, ClearanceStep[]>> {
  const rows = await allInChunks<ClearanceStepColumns>(
    sql,
    `${SELECT_CLEARANCE_STEP} WHERE clearance_step.topic_id IN (${CHUNK_PLACEHOLDERS})
     ORDER BY clearance_step.topic_id, clearance_step.ordinal`,
    topicIds,
  );
  const groups = Map.groupBy(rows, (row) => row.topic_id);
  return new Map([...groups].map(([id, ofTopic]) => [id, ofTopic.map(toClearanceStep)]));
}

type PageJoin = {
  topic_id: string;
  submitter_id: string;
  submitter_name: string;
  address_key: string | null;
  body: string;
};

async function pagesOf(sql: Sql, topicIds: readonly string[]): Promise<Map<string, ClearancePage[]>> {
  const rows = await allInChunks<PageJoin>(
    sql,
    `SELECT clip.topic_id, clip.submitter_id, person.name AS submitter_name, clip.address_key, clip.body
     FROM clip JOIN person ON person.id = clip.submitter_id
     WHERE clip.topic_id IN (${CHUNK_PLACEHOLDERS}) AND clip.body IS NOT NULL ORDER BY clip.received_at, clip.id`,
    topicIds,
  );
  const groups = Map.groupBy(rows, (row) => row.topic_id);
  return new Map([...groups].map(([id, ofTopic]) => [id, shown(ofTopic).map((row) => toPage(row))]));
}

/** Where there are more than anybody looks through: of every page one clip, the newest pages first to be kept. */
function shown(rows: readonly PageJoin[]): readonly PageJoin[] {
  if (rows.length <= LIMITS.clearancePages) return rows;
  const pages = [...new Map(rows.toReversed().map((row) => [row.address_key ?? row, row])).values()];
  const further = rows.filter((row) => !pages.includes(row));
  const kept = new Set([...pages, ...further].slice(0, LIMITS.clearancePages));
  return rows.filter((row) => kept.has(row));
}

function toPage({ body, submitter_id: id, submitter_name: name }: PageJoin): ClearancePage {
  const clip = JSON.parse(body) as Clip;
  const { title, address, siteName, kind, excerpt, quote, note } = clip;
  return { clipId: clip.id, title, address, siteName, kind, excerpt, quote, note, submitter: { id, name } };
}

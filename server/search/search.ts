/**
 * Full-text search of everything the queue holds, in plain SQL for both engines. It goes from the newest
 * suggestion to the oldest, a few thousand topics at a time, so that nobody else waits longer than for
 * one such step; it ends as soon as a page is full and counted far enough.
 */
import { QUIET_MS } from '../../desk/quiet.ts';
import { mayDecide } from '../../desk/roles.ts';
import { fitsWord, type Query, readQuery } from '../../desk/words/query.ts';
import { wordText } from '../../desk/words/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Person } from '../../protocol/person.ts';
import type { SearchRequest, SearchResponse } from '../../protocol/search.ts';
import { topicsSeenBy } from '../pull/held-topic.ts';
import { seesOwnTopic, shownState } from '../pull/reader.ts';
import { type WorkingSet, workingSet } from '../pull/working-set.ts';
import { listEntries } from '../rows/strategy.ts';
import { OPEN_STATES } from '../rows/topics.ts';
import type { Sql, Store, Value } from '../store/store.ts';

/** Topics looked through without a break: some ten milliseconds. */
const STEP = 5_000;

type Place = { created_at: number; topic_id: string };
const NEWEST: Place = { created_at: Number.MAX_SAFE_INTEGER, topic_id: '' };
const OLDEST: Place = { created_at: -1, topic_id: '' };

/** @param isGone tells that nobody waits for the answer any more. */
export async function search(
  store: Store,
  person: Person,
  request: SearchRequest,
  now: number,
  isGone: () => boolean = () => false,
): Promise<SearchResponse> {
  const query = readQuery(request.q);
  const found: Place[] = [];
  const after = readCursor(request.cursor);
  const isFirst = after === NEWEST;
  // One more than asked for tells whether there are others.
  const wanted = 1 + (isFirst ? LIMITS.searchCount : LIMITS.searchPage);
  if (query.length > 0 || request.q.trim() === '') {
    const where = await store.read((sql) => conditionsOf(sql, person, request, query, now));
    for (let from: Place | null = after; from !== null && found.length < wanted && !isGone(); ) {
      const start: Place = from;
      from = await store.read(async (sql) => {
        const end = await stepEnd(sql, start);
        found.push(...(await matching(sql, where, start, end ?? OLDEST, wanted - found.length)));
        return end;
      });
      // Whoever came meanwhile goes first.
      await new Promise(setImmediate);
    }
  }
  const shown = found.slice(0, LIMITS.searchPage);
  const last = shown.at(-1);
  const topics = await store.read((sql) =>
    topicsSeenBy(
      sql,
      person,
      shown.map(({ topic_id }) => topic_id),
      now,
    ),
  );
  return {
    topics: shown.map(({ topic_id }) => topics.get(topic_id)).filter((topic) => topic !== undefined),
    next: found.length > shown.length && last !== undefined ? `${last.created_at}.${last.topic_id}` : null,
    total: isFirst
      ? { count: Math.min(found.length, LIMITS.searchCount), more: found.length > LIMITS.searchCount }
      : null,
  };
}

function readCursor(cursor: string | undefined): Place {
  const [createdAt, topicId] = cursor?.split('.') ?? [];
  return createdAt === undefined || topicId === undefined
    ? NEWEST
    : { created_at: Number(createdAt), topic_id: topicId };
}

/** Where a step ends that begins behind `start`; null if it goes to the end. Read from the index alone. */
async function stepEnd(sql: Sql, { created_at, topic_id }: Place): Promise<Place | null> {
  const [end] = await sql.all<Place>(
    `SELECT created_at, topic_id FROM topic_words WHERE (created_at, topic_id) < ($1, $2)
     ORDER BY created_at DESC, topic_id DESC LIMIT 1 OFFSET ${STEP - 1}`,
    created_at,
    topic_id,
  );
  return end ?? null;
}

type Where = { text: string; values: readonly Value[] };

const matching = (sql: Sql, { text, values }: Where, start: Place, end: Place, limit: number): Promise<Place[]> =>
  sql.all<Place>(
    `SELECT topic_words.created_at, topic_words.topic_id
     FROM topic_words JOIN topic ON topic.id = topic_words.topic_id
     WHERE (topic_words.created_at, topic_words.topic_id) < ($1, $2)
       AND (topic_words.created_at, topic_words.topic_id) >= ($3, $4) AND ${text}
     ORDER BY topic_words.created_at DESC, topic_words.topic_id DESC LIMIT $5`,
    start.created_at,
    start.topic_id,
    end.created_at,
    end.topic_id,
    limit,
    ...values,
  );

/**
 * What a topic has to fulfil, as SQL. The text depends only on how many words and which filters there
 * are; what somebody typed is in the values.
 */
async function conditionsOf(
  sql: Sql,
  person: Person,
  request: SearchRequest,
  query: Query,
  now: number,
): Promise<Where> {
  const values: Value[] = [];
  const param = (value: Value): string => `$${values.push(value) + 5}`;
  const oneOf = (column: string, list: readonly string[]): string => {
    // Two lengths, so that there are few texts to be prepared.
    const length = list.length <= 5 ? 5 : 50;
    return `${column} IN (${Array.from({ length }, (_, at) => param(list[at] ?? list[0] ?? '')).join(', ')})`;
  };
  const parts: string[] = [];
  // [VI1] What colleagues wrote is for the desk; everybody else finds the titles of what they may see.
  const atDesk = mayDecide(person.roles);
  const column = atDesk ? 'topic_words.words' : 'topic_words.title_words';
  if (!atDesk) parts.push(seesOwnTopic(param(person.id)));
  for (const word of query) {
    const named = await namedBy(sql, word);
    // A pattern is of letters, digits and spaces: nothing in it means anything to LIKE.
    const ways = word.patterns.map((pattern) => `${column} LIKE ${param(`%${pattern}%`)}`);
    if (named.departments.length > 0) ways.push(oneOf('topic.department_id', named.departments));
    if (named.goals.length > 0) ways.push(oneOf('topic.goal_id', named.goals));
    parts.push(`(${ways.join(' OR ')})`);
  }
  // [DK4] Whoever asks for what is declined learns no more than their topic shows.
  if (request.state.length > 0)
    parts.push(oneOf(atDesk ? 'topic.state' : shownState(param(now - QUIET_MS)), request.state));
  if (request.departmentId.length > 0) parts.push(oneOf('topic.department_id', request.departmentId));
  if (request.goalId.length > 0) parts.push(oneOf('topic.goal_id', request.goalId));
  if (request.kind.length > 0) parts.push(oneOf('topic.kind', request.kind));
  // [NT1] What submitters are not shown is not found out by asking for it either.
  if (!atDesk && (request.label.length > 0 || request.meeting !== undefined)) parts.push('1 = 0');
  if (request.label.length > 0) {
    const isOne = oneOf('topic_label.label', request.label);
    parts.push(`EXISTS (SELECT 1 FROM topic_label WHERE topic_label.topic_id = topic.id AND ${isOne})`);
  }
  if (request.lead !== undefined) parts.push(`topic.lead_id = ${param(request.lead)}`);
  if (request.meeting !== undefined) parts.push('topic.for_meeting = 1');
  if (request.from !== undefined) parts.push(`topic_words.created_at >= ${param(Number(request.from))}`);
  if (request.to !== undefined) parts.push(`topic_words.created_at <= ${param(Number(request.to))}`);
  if (request.archive !== undefined) parts.push(archived(await workingSet(sql, now), param));
  return { text: parts.length === 0 ? '1 = 1' : parts.join(' AND '), values };
}

/**
 * [VI2] What devices of the desk do not hold: neither in the working set nor ever published; and what they drop,
 * which goes by when a topic was closed, whatever changed of it since (`storage/working-set.ts`).
 */
const archived = ({ floor, closedSince }: WorkingSet, param: (value: Value) => string): string =>
  `(topic.first_published_at IS NULL AND NOT (topic.changed_at >= ${param(floor)}
    AND (topic.changed_at >= ${param(closedSince)} OR topic.state IN (${OPEN_STATES})))
    OR topic.state IN ('declined', 'merged') AND topic.state_since < ${param(closedSince)})`;

/** Departments and goals whose name has the word: names change, so they are not among a topic's words. */
async function namedBy(sql: Sql, word: Query[number]): Promise<{ departments: string[]; goals: string[] }> {
  const fits = (name: { de?: string | undefined; en?: string | undefined }) =>
    fitsWord(word, wordText([name.de ?? '', name.en ?? '']));
  const departments = (await listEntries(sql, 'department')).filter(({ name }) => fits(name));
  const goals = (await listEntries(sql, 'goal')).filter(({ title }) => fits(title));
  const MOST = 50;
  return {
    departments: departments.map(({ id }) => id).slice(0, MOST),
    goals: goals.map(({ id }) => id).slice(0, MOST),
  };
}

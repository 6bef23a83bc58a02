/** The clocks of topics, run by the queue whether anybody is online or not. All that they know is in the database. */
import { isDeepStrictEqual } from 'node:util';
import { escalationDue, nextWake, withClock } from '../desk/clocks.ts';
import { applyDecision, returnToInbox } from '../desk/decisions.ts';
import { toldFirst, toldNext } from '../desk/on-duty.ts';
import { dayIn, writtenDay } from '../desk/working-time.ts';
import type { Absence } from '../protocol/absence.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Topic } from '../protocol/topic.ts';
import { absencesSince } from './rows/absences.ts';
import { type KnownPerson, listPeople } from './rows/people.ts';
import { clocksAreWound, noteClocksWound } from './rows/queue.ts';
import { deskRules } from './rows/strategy.ts';
import { findTopic, tellDecline, topicsToWake, updateClock, updateTopic } from './rows/topics.ts';
import type { Sql, Store, Tx } from './store/store.ts';

/**
 * Does what is due: held topics return on their date, who answers for an overdue one is told, a decline
 * that was not taken back reaches its submitters. Returns how many topics it touched; what is left over
 * after 500 is for the next call.
 */
export async function runTopicClocks(store: Store, now: number): Promise<number> {
  const due = await store.read((sql) => topicsToWake(sql, now));
  if (due.length === 0) return 0;
  const { result } = await store.write(async (tx) => {
    const rules = await deskRules(tx);
    let known: Desk | null = null;
    // Read once and not for each topic: after a weekend there are many of both.
    const desk = async () => (known ??= await readDesk(tx, rules, now));
    let touched = 0;
    for (const id of due) {
      const topic = await findTopic(tx, id);
      if (topic !== null && (await wake(tx, topic, rules, desk, now))) touched += 1;
    }
    return touched;
  });
  return result;
}

type Desk = { people: KnownPerson[]; absences: Absence[] };

const readDesk = async (tx: Tx, { timeZone }: DeskRules, now: number): Promise<Desk> => ({
  people: (await listPeople(tx)).filter(({ active }) => active),
  absences: await absencesSince(tx, writtenDay(dayIn(timeZone, now))),
});

/** Whether there was anything to do: somebody may have moved the topic since it was read. */
async function wake(tx: Tx, topic: Topic, rules: DeskRules, desk: () => Promise<Desk>, now: number): Promise<boolean> {
  const at = nextWake(topic, rules);
  if (at === null || at > now) {
    // What stands in its row was of other rules: so that it is not looked at again and again.
    await updateClock(tx, withClock(topic, rules), rules);
    return false;
  }
  if (topic.state === 'held') {
    await updateTopic(tx, topic, applyDecision(topic, returnToInbox(topic, crypto.randomUUID(), now)), now);
    return true;
  }
  if (topic.state === 'declined') {
    await tellDecline(tx, topic);
    return true;
  }
  const level = escalationDue(topic, rules, now);
  if (level === null) return false;
  const { people, absences } = await desk();
  const person = (level === 'duty' ? toldFirst : toldNext)(rules, people, absences, now);
  await updateClock(tx, { ...topic, escalation: { level, person, at: now } }, rules);
  return true;
}

/** Read and written at once; what an interrupted run left undone, the next one does. */
const CHUNK = 500;

/** Winds the clocks of all topics that wait for an answer by the rules as they are now. */
export async function rewindClocks(store: Store): Promise<void> {
  for (let last = ''; ; ) {
    const ids = await store.read((sql) => waitingTopics(sql, last));
    const rewound = await store.read(async (sql) => {
      const rules = await deskRules(sql);
      const topics = await Promise.all(ids.map((id) => findTopic(sql, id)));
      return topics.filter((topic) => topic !== null && !isDeepStrictEqual(topic, withClock(topic, rules)));
    });
    if (rewound.length > 0)
      await store.write(async (tx) => {
        const rules = await deskRules(tx);
        for (const each of rewound) {
          const topic = each === null ? null : await findTopic(tx, each.id);
          if (topic !== null) await updateClock(tx, withClock(topic, rules), rules);
        }
      });
    const end = ids.at(-1);
    if (end === undefined) return;
    last = end;
  }
}

/** Winds what a queue holds from before there were clocks: at its first start with them, whatever its hours say. */
export async function windClocksOnce(store: Store): Promise<void> {
  if (await store.read(clocksAreWound)) return;
  await rewindClocks(store);
  await store.write(noteClocksWound);
}

async function waitingTopics(sql: Sql, after: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM topic WHERE state = 'new' AND id > $1 ORDER BY id LIMIT ${CHUNK}`,
    after,
  );
  return rows.map(({ id }) => id);
}

/** What people do in a round. */
import { TRANSITIONS } from '../../desk/states.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { decide, undoDecision } from '../../storage/decide.ts';
import { editTopic } from '../../storage/edit-topic.ts';
import { inboxTopics } from '../../storage/inbox.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { draft, newClip, picture } from '../storage/device.ts';
import type { Client } from './client.ts';
import type { Edited, Save } from './record.ts';
import type { World } from './world.ts';

const LONG =
  'Ab Januar lernen vierzig Auszubildende an neuen Maschinen, und die Werkstatt hat eine eigene Bühne. '.repeat(4);

/** A person clips a page that they did not clip before; somebody else may have. */
export async function save(world: World, client: Client): Promise<Save> {
  const { random, record, seed } = world;
  const ofPerson = record.saves.filter(({ personId }) => personId === client.personId).length;
  const save: Save = {
    note: `clip ${record.saves.length} of round ${seed};`,
    personId: client.personId,
    client: client.name,
    isSaid: false,
    hasFailed: false,
  };
  record.saves.push(save);
  const shared = random.chance(0.3) ? 'shared' : client.personId;
  const input = newClip({
    draft: draft({ address: `https://intranet.example/${shared}/${ofPerson}`, excerpt: LONG }),
    departmentId: random.pick(['hr', 'it']),
    note: save.note,
    picture: random.chance(0.15) ? picture() : null,
  });
  const end = await client.act((db) => {
    const kept = saveClip(db, input, client.clock());
    if (world.defect === 'says saved before commit') save.isSaid = true;
    return kept;
  });
  if (end.how === 'done') save.isSaid = true;
  if (end.how === 'failed') save.hasFailed = true;
  if (end.how === 'failed' && end.kind !== 'storage_full') world.wrong(`${client.name} could not save: ${end.kind}`);
  world.trace(`${client.name} saves ${save.note} ${end.how}`);
  return save;
}

const EXPECTED = ['conflict', 'forbidden_transition', 'not_found', 'storage_full', 'not_allowed', 'brief_incomplete'];

/** An editor decides on what stands in the inbox or takes the last decision back. Declines wait for a clock, so there are none. */
export async function judge(world: World, client: Client): Promise<void> {
  const { random, record } = world;
  const end = await client.act(async (db) => {
    const now = client.clock();
    const { topics } = await inboxTopics(db, EVERYTHING, { limit: 20, after: null });
    if (topics.length === 0) return null;
    const { topic } = random.pick(topics);
    if (topic.decisions.length > 0 && random.chance(0.3)) return undoDecision(db, topic.id, now);
    const to = random.pick(TRANSITIONS[topic.state].filter((state) => state !== 'declined' && state !== 'merged'));
    const holdUntil = to === 'held' ? now + 20 * 365 * 86_400_000 : null;
    return decide(db, { topicId: topic.id, to, reason: null, sentence: null, holdUntil }, now);
  });
  if (end.how === 'failed' && !EXPECTED.includes(end.kind)) world.wrong(`${client.name} could not decide: ${end.kind}`);
  if (end.how !== 'done' || end.value === null) return;
  const { id, topicId, after, to } = end.value;
  record.decided.push({ id, topicId, after, client: client.name });
  world.trace(`${client.name} decides ${topicId} → ${to}`);
}

/**
 * An editor gives a topic another title.
 * @param about else any topic
 * @returns what was kept to be sent
 */
export async function edit(world: World, client: Client, about: string | null = null): Promise<Edited | null> {
  const { random, record, seed } = world;
  const title = `title ${record.edited.length} of round ${seed}`;
  const end = await client.act(async (db) => {
    const inbox = await inboxTopics(db, EVERYTHING, { limit: 20, after: null });
    const topics = inbox.topics.filter(({ topic }) => about === null || topic.id === about);
    if (topics.length === 0) return null;
    const { topic } = random.pick(topics);
    const before = await editTopic(db, topic.id, { title }, client.clock());
    const entry = await db.outbox.orderBy('number').last();
    return { id: entry?.id ?? '', topicId: topic.id, title, saw: before.title ?? '', client: client.name };
  });
  if (end.how === 'failed' && !EXPECTED.includes(end.kind)) world.wrong(`${client.name} could not edit: ${end.kind}`);
  if (end.how !== 'done' || end.value === null) return null;
  record.edited.push(end.value);
  world.trace(`${client.name} calls ${end.value.topicId} ${title}`);
  return end.value;
}

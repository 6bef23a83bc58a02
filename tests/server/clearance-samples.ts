/** A queue whose people may clear, and what they say. */

import { NO_FLAGS } from '../../desk/clearances.ts';
import type { Clearance, ClearanceAsk, ClearanceVerdict } from '../../protocol/clearance.ts';
import type { Topic } from '../../protocol/topic.ts';
import { openClearance } from '../../server/rows/clearances.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from './queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from './samples.ts';

export const CLEARING_STRATEGY = `${STRATEGY.replace(
  'departments:',
  `  claudia: { name: Claudia Otten, roles: [clearer, submitter], departmentId: it }
  dirk: { name: Dirk Deputy, departmentId: it }
  rolf: { name: Rolf Rolle, roles: [clearer], departmentId: comms }
  nina: { name: Nina Fremd, roles: [contact], departmentId: it }
departments:`,
).replace('contactId: hanna }', 'contactId: hanna, clearerId: claudia, deputyId: dirk }')}
channels: { intranet: { name: Intranet, kind: intranet } }
`;

export async function openClearingQueue(): Promise<TestQueue> {
  const queue = await openTestQueue();
  await applyStrategy(queue.store, readStrategy(CLEARING_STRATEGY));
  return queue;
}

/** A queue of an editor, a clearer and a deputy, with the topic that hanna suggested. */
export async function openClearingDesk() {
  const queue = await openClearingQueue();
  const [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const [claudia, dirk] = [await queue.join('claudia'), await queue.join('dirk')];
  const clip = sampleClip();
  await hanna.push(saveClip(clip));
  return { queue, hanna, mara, claudia, dirk, topicId: clip.id };
}

export async function suggestWorkshop(submitter: TestDevice): Promise<string> {
  const clip = sampleClip({
    title: 'Ausbildungswerkstatt in Bremen eröffnet',
    excerpt: 'Seit Montag lernen 40 Azubis an neuen Drehmaschinen.',
  });
  await submitter.push(saveClip(clip));
  return clip.id;
}

/** Another page of what `suggestWorkshop` suggests, like it enough to join it [SM4]. */
export const WORKSHOP_PAGE = {
  title: 'Bremen: Werkstatt für Auszubildende geht an den Start',
  excerpt: 'Die neuen Drehmaschinen stehen.',
};

export const demand = (queue: TestQueue, topicId: string, over: Partial<Parameters<typeof openClearance>[1]> = {}) =>
  queue.store.write((tx) =>
    openClearance(tx, { topicId, clipId: topicId, level: 'internal', ruleId: 'intranet', at: NOW, ...over }),
  );

export const sampleAsk = (topicId: string, over: Partial<ClearanceAsk> = {}): ClearanceAsk => ({
  id: crypto.randomUUID(),
  topicId,
  level: 'internal',
  flags: NO_FLAGS,
  dueAt: null,
  note: 'Bild mit Auszubildenden',
  ...over,
});
export const askFor = (ask: ClearanceAsk) => ({ name: 'askClearance', ask });

export const sampleVerdict = (topicId: string, over: Partial<ClearanceVerdict>): ClearanceVerdict => ({
  id: crypto.randomUUID(),
  topicId,
  after: topicId,
  to: 'cleared',
  conditions: null,
  embargoUntil: null,
  note: null,
  ...over,
});
export const give = (verdict: ClearanceVerdict) => ({ name: 'decideClearance', verdict });

/** The rows of a kind that a device holds after a pull from the beginning. */
export const rowsOf = async (device: TestDevice, kind: string): Promise<unknown[]> =>
  (await device.pull()).changes.filter((change) => change.kind === kind && change.row !== null).map(({ row }) => row);

export const clearancesOf = async (device: TestDevice): Promise<Clearance[]> =>
  (await rowsOf(device, 'clearance')) as Clearance[];

export const clearanceOn = async (device: TestDevice, topicId: string): Promise<Clearance | undefined> =>
  (await clearancesOf(device)).find((each) => each.topicId === topicId);

export const topicOn = async (device: TestDevice, topicId: string): Promise<Topic | undefined> =>
  ((await rowsOf(device, 'topic')) as Topic[]).find((each) => each.id === topicId);

/** The newest step, as whoever decides on it has to name it. */
export async function lastStep(queue: TestQueue, topicId: string): Promise<string> {
  const [row] = await queue.store.read((sql) =>
    sql.all<{ id: string }>('SELECT id FROM clearance_step WHERE topic_id = $1 ORDER BY ordinal DESC LIMIT 1', topicId),
  );
  return row?.id ?? '';
}

/** What somebody says who saw the newest step. */
export const verdictOn = async (queue: TestQueue, topicId: string, over: Partial<ClearanceVerdict>) =>
  give(sampleVerdict(topicId, { after: await lastStep(queue, topicId), ...over }));

const told = new Set<string>();

/** Why what was pushed last was refused: an answer repeats what was not acknowledged [CL3]. */
export function kindsOf({ refused }: { refused: { id: string; refusal: { kind: string } }[] }): string[] {
  const news = refused.filter(({ id }) => !told.has(id));
  for (const { id } of news) told.add(id);
  return news.map(({ refusal }) => refusal.kind);
}

/** Accepts a topic and takes it in work; answers the last decision. */
export async function takeInWork(editor: TestDevice, topicId: string): Promise<string> {
  const accepting = sampleDecision(topicId);
  const working = sampleDecision(topicId, { to: 'in_work', after: accepting.id });
  await editor.push(fillBrief(topicId), decide(accepting), decide(working));
  return working.id;
}

export const publication = (topicId: string, over: object = {}) => ({
  name: 'savePublication',
  publication: {
    id: crypto.randomUUID() as string,
    topicId,
    channelId: 'intranet',
    state: 'published',
    dueAt: null,
    publishedAt: null,
    address: null,
    ...over,
  },
});

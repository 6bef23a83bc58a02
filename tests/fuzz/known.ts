/** A real queue on loopback with people, and something of everybody's that nobody else may read. */
import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { addInvitation } from '../../server/rows/invitations.ts';
import { startQueue } from '../../server/start.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { joinByCode, post } from '../server/process.ts';
import { NOW, STRATEGY } from '../server/queue.ts';
import { ask, sampleClip, sampleQuestion, saveClip } from '../server/samples.ts';

export type FuzzedPerson = {
  id: string;
  token: string;
  isDesk: boolean;
  keepsStrategy: boolean;
  /** Stands in what only they and the desk may read, or only they. */
  secret: string;
  clientId: string;
  lastNumber: number;
};

export type Known = {
  people: FuzzedPerson[];
  /** Tokens that open nothing: none at all, one that was revoked, and others. */
  keyless: (string | null)[];
  epoch: string;
  ids: string[];
  slugs: string[];
  /** What a property of this name refers to, most of the time; a random one is refused at the door. */
  byName: Record<string, string[]>;
  picture: { bytes: Buffer; clipId: string };
};

export type FuzzedQueue = {
  url: string;
  known: Known;
  /** Lets time pass, so that no limit on wrong codes hides what stands behind it. */
  tick(): void;
  /** A new device of somebody whose own one left. Returns its token. */
  joinAgain(personId: string): Promise<string>;
  /** Lines that the queue logged as errors. */
  errors: string[];
  stop(): Promise<void>;
};

/** How far the queue’s clock goes on with each request. */
const TICK_MS = 10_000;
/** After so many requests access tokens are halfway to their end (SI1). */
export const RENEW_AFTER = 60;

/** What the desk writes for itself. */
export const DESK_SECRET = 'geheim-desk';
/** Edits the strategy; nobody is an admin, so that everybody keeps the role that they are judged by. */
const LEAD = 'lena: { name: Lena Lead, roles: [lead] }';
const CHANNEL = 'channels:\n  intranet: { name: Intranet, kind: intranet }\n';

export async function openFuzzedQueue(database = ':memory:'): Promise<FuzzedQueue> {
  let now = NOW;
  const errors: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      errors.push(String(chunk));
      done();
    },
  });
  const config = readConfig({
    CLIPDESK_DATABASE: database,
    CLIPDESK_PORT: '0',
    CLIPDESK_METRICS_TOKEN: crypto.randomUUID(),
    // Requests go one after the other, ten seconds of the queue's clock apart.
    CLIPDESK_REQUESTS_PER_PERSON: '0',
    CLIPDESK_REQUESTS_PER_ADDRESS: '0',
  });
  const queue = await startQueue(config, { clock: () => now, log: createLog('error', destination) });
  const { url, store } = queue;
  await applyStrategy(store, readStrategy(STRATEGY.replace('people:', `people:\n  ${LEAD}`) + CHANNEL));

  const join = async (personId: string) => {
    const validity = { uses: 1, createdAt: now, expiresAt: now + 60_000 };
    const { result: code } = await store.write((tx) => addInvitation(tx, personId, validity));
    return joinByCode(url, code);
  };
  const people: FuzzedPerson[] = [];
  let epoch = '';
  for (const id of ['hanna', 'jonas', 'mara', 'timo', 'lena']) {
    const { token, person, queue: info } = await join(id);
    epoch = info.epoch;
    const keepsStrategy = person.roles.includes('lead');
    const isDesk = keepsStrategy || person.roles.includes('editor');
    people.push({
      id,
      token,
      isDesk,
      keepsStrategy,
      secret: `geheim-${id}`,
      clientId: crypto.randomUUID(),
      lastNumber: 0,
    });
  }
  const push = async (person: FuzzedPerson, actions: object[]) => {
    const mutations = actions.map((action) => {
      person.lastNumber += 1;
      return { id: crypto.randomUUID(), number: person.lastNumber, protocol: 1, madeAt: now, action };
    });
    const body = { clientId: person.clientId, protocol: 1, epoch, acknowledged: 0, mutations };
    const answer = await (await post(`${url}/v1/push`, person.token, body)).json();
    if (!Array.isArray(answer.refused) || answer.refused.length > 0) throw new Error(JSON.stringify(answer));
  };
  const ids: string[] = [];
  const views: string[] = [];
  const bytes = Buffer.from('RIFF0000WEBP a small picture');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const picture = { hash, type: 'image/webp' as const, width: 9, height: 9, bytes: bytes.length, alt: '' };
  let clipId = '';
  for (const person of people.filter(({ isDesk }) => !isDesk)) {
    const { secret } = person;
    const clips = Array.from({ length: 5 }, () =>
      sampleClip({ note: secret, excerpt: secret, quote: secret, siteName: secret, byline: [secret], picture }),
    );
    await push(person, clips.map(saveClip));
    ids.push(...clips.map(({ id }) => id));
    clipId = clips[0]?.id ?? '';
  }
  for (const person of people.filter(({ isDesk }) => isDesk)) {
    const view = { id: crypto.randomUUID(), name: person.secret, filter: {}, shared: false };
    const note = { id: crypto.randomUUID(), topicId: ids[0], text: DESK_SECRET };
    await push(person, [
      { name: 'saveView', view },
      { name: 'addNote', note },
    ]);
    views.push(view.id);
  }
  const [editor] = people.filter(({ isDesk }) => isDesk);
  const question = sampleQuestion(ids[0] ?? '', { text: 'Eine Frage an Hanna, geheim-hanna' });
  if (editor !== undefined) await push(editor, [ask(question)]);
  ids.push(question.id);

  const revoked = (await join('hanna')).token;
  await fetch(`${url}/v1/session`, { method: 'DELETE', headers: { authorization: `Bearer ${revoked}` } });
  return {
    url,
    errors,
    known: {
      people,
      keyless: [null, revoked, 'x'.repeat(43), '', 'a b', 'ä'],
      epoch,
      ids,
      slugs: [...people.map(({ id }) => id), 'hr', 'it', 'comms', 'apprentices', 'intranet'],
      byName: {
        topicId: ids.slice(0, -1),
        otherId: ids.slice(0, -1),
        clipId: ids.slice(0, -1),
        questionId: [question.id],
        viewId: views,
        // A new one each time: what is there already is not made again.
        id: Array.from({ length: 2_000 }, () => crypto.randomUUID()),
        departmentId: ['hr', 'it', 'comms'],
        goalId: ['apprentices'],
        channelId: ['intranet'],
        toId: ['hanna', 'jonas', 'mara'],
        leadId: ['mara', 'timo', 'hanna'],
      },
      picture: { bytes, clipId },
    },
    tick: () => {
      now += TICK_MS;
    },
    joinAgain: async (personId) => (await join(personId)).token,
    stop: queue.stop,
  };
}

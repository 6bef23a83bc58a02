/** The requests of a device that joined: each with its schema, each failing only with a `SyncError`. */
import { LIMITS } from '../protocol/limits.ts';
import type { Mutation } from '../protocol/mutation.ts';
import { type PullRequest, type PullResponse, pullResponseSchema } from '../protocol/pull.ts';
import { type PushRequest, type PushResponse, pushResponseSchema } from '../protocol/push.ts';
import { type QuestionLink, questionLinkSchema } from '../protocol/question.ts';
import { picturePath, questionLinkPath, ROUTES } from '../protocol/routes.ts';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../protocol/version.ts';
import { isPictureType } from '../storage/pictures.ts';
import type { StoredPicture } from '../storage/rows.ts';
import { ask, askJson, type Line } from './ask.ts';
import { compressing } from './compress.ts';
import { SyncError } from './errors.ts';

/** Requests without their protocol: which one is spoken is the transport's matter. */
export type Push = Omit<PushRequest, 'protocol' | 'mutations'> & { mutations: Mutation[] };
export type Pull = Omit<PullRequest, 'protocol'>;

export type Transport = {
  push(request: Push): Promise<PushResponse>;
  pull(request: Pull): Promise<PullResponse>;
  putPicture(picture: StoredPicture): Promise<void>;
  getPicture(clipId: string): Promise<Pick<StoredPicture, 'type' | 'bytes'>>;
  /** A one-time link to a question; the one before it leads nowhere from then on. */
  questionLink(questionId: string): Promise<QuestionLink>;
  /** The stream of pokes; `signal` ends it. */
  events(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Makes the tokens worthless. */
  leave(): Promise<void>;
};

const OWN_PROTOCOLS = { newest: PROTOCOL_VERSION, oldest: OLDEST_PROTOCOL };

export function createTransport(given: Line, protocols = OWN_PROTOCOLS): Transport {
  let spoken = protocols.newest;
  const { line, postLarge } = compressing(given);
  const post = (body: unknown) => ({ method: 'POST', type: 'application/json', body: JSON.stringify(body) }) as const;

  /** [PV2] Stores update the extension before anybody updates the queue: then it speaks the version before. */
  async function inSharedProtocol<T>(request: (protocol: number) => Promise<T>): Promise<T> {
    try {
      return await request(spoken);
    } catch (error) {
      const older = error instanceof SyncError && error.kind === 'update_queue' ? error.queueProtocol : null;
      if (older === null || older >= spoken || older < protocols.oldest) throw error;
      spoken = older;
      return request(spoken);
    }
  }

  /** A version that changes an action translates it here; so far there is one version. */
  const inProtocol = (mutation: Mutation, protocol: number): Mutation => ({
    ...mutation,
    protocol: Math.min(mutation.protocol, protocol),
  });

  return {
    push: ({ mutations, ...request }) =>
      inSharedProtocol((protocol) => {
        const body = { ...request, protocol, mutations: mutations.map((one) => inProtocol(one, protocol)) };
        return postLarge(ROUTES.push, JSON.stringify(body), pushResponseSchema);
      }),
    pull: (request) =>
      inSharedProtocol((protocol) => askJson(line, ROUTES.pull, post({ ...request, protocol }), pullResponseSchema)),
    async putPicture({ clipId, type, bytes }) {
      await ask(line, picturePath(clipId), { method: 'PUT', type, body: bytes });
    },
    async getPicture(clipId) {
      const response = await ask(line, picturePath(clipId));
      const type = response.headers.get('content-type') ?? '';
      const bytes = new Uint8Array(
        await response.arrayBuffer().catch((cause: unknown) => {
          throw new SyncError('unreachable', { cause });
        }),
      );
      if (!isPictureType(type) || bytes.length > LIMITS.pictureBytes) throw new SyncError('not_a_queue');
      return { type, bytes };
    },
    questionLink: (questionId) => askJson(line, questionLinkPath(questionId), { method: 'POST' }, questionLinkSchema),
    async events(signal) {
      const { body } = await ask(line, ROUTES.events, { signal });
      if (body === null) throw new SyncError('not_a_queue');
      return body;
    },
    async leave() {
      await ask(line, ROUTES.session, { method: 'DELETE' });
    },
  };
}

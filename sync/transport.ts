/** The requests of a device that joined: each with its schema, each failing only with a `SyncError`. */
import { LIMITS } from '../protocol/limits.ts';
import { type PullRequest, type PullResponse, pullResponseSchema } from '../protocol/pull.ts';
import { type PushRequest, type PushResponse, pushResponseSchema } from '../protocol/push.ts';
import { picturePath, ROUTES } from '../protocol/routes.ts';
import { isPictureType } from '../storage/pictures.ts';
import type { StoredPicture } from '../storage/rows.ts';
import { ask, askJson, type Line } from './ask.ts';
import { SyncError } from './errors.ts';

export type Transport = {
  push(request: PushRequest): Promise<PushResponse>;
  pull(request: PullRequest): Promise<PullResponse>;
  putPicture(picture: StoredPicture): Promise<void>;
  getPicture(clipId: string): Promise<Pick<StoredPicture, 'type' | 'bytes'>>;
  /** The stream of pokes; `signal` ends it. */
  events(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Makes the token worthless. */
  leave(): Promise<void>;
};

export function createTransport(line: Line): Transport {
  const post = (body: unknown) => ({ method: 'POST', type: 'application/json', body: JSON.stringify(body) }) as const;
  return {
    push: (request) => askJson(line, ROUTES.push, post(request), pushResponseSchema),
    pull: (request) => askJson(line, ROUTES.pull, post(request), pullResponseSchema),
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

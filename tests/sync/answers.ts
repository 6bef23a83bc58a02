/** A transport whose answers a test writes. */
import type { PullRequest, PullResponse } from '../../protocol/pull.ts';
import type { PushRequest, PushResponse } from '../../protocol/push.ts';
import type { Transport } from '../../sync/transport.ts';
import { page } from '../storage/device.ts';

const unexpected = (what: string) => async (): Promise<never> => {
  throw new Error(`unexpected ${what}`);
};

/** Takes everything that is pushed and has nothing to tell, unless told otherwise. */
export function transport(over: Partial<Transport> = {}): Transport & { pushed: PushRequest[] } {
  const pushed: PushRequest[] = [];
  return {
    pushed,
    async push(request): Promise<PushResponse> {
      pushed.push(request);
      return { lastNumber: request.mutations.at(-1)?.number ?? 0, seq: 1, refused: [] };
    },
    pull: async (_request: PullRequest): Promise<PullResponse> => page([], { seq: 1 }),
    putPicture: async () => {},
    getPicture: unexpected('getPicture'),
    events: unexpected('events'),
    leave: unexpected('leave'),
    ...over,
  };
}

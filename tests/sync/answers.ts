/** A transport whose answers a test writes. */
import type { PullResponse } from '../../protocol/pull.ts';
import type { PushResponse } from '../../protocol/push.ts';
import type { Pull, Push, Transport } from '../../sync/transport.ts';
import { page } from '../storage/device.ts';

const unexpected = (what: string) => async (): Promise<never> => {
  throw new Error(`unexpected ${what}`);
};

/** Takes everything that is pushed and has nothing to tell, unless told otherwise. */
export function transport(over: Partial<Transport> = {}): Transport & { pushed: Push[] } {
  const pushed: Push[] = [];
  return {
    pushed,
    async push(request): Promise<PushResponse> {
      pushed.push(request);
      return { lastNumber: request.mutations.at(-1)?.number ?? 0, seq: 1, refused: [] };
    },
    pull: async (_request: Pull): Promise<PullResponse> => page([], { seq: 1 }),
    putPicture: async () => {},
    getPicture: unexpected('getPicture'),
    questionLink: unexpected('questionLink'),
    events: unexpected('events'),
    leave: unexpected('leave'),
    ...over,
  };
}

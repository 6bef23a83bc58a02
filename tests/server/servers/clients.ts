/** Clients that push and pull through whatever fails, until everything arrived. */
import type { Cursor } from '../../../protocol/cursor.ts';
import type { PullResponse } from '../../../protocol/pull.ts';
import type { PushResponse } from '../../../protocol/push.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import type { JoinResponse } from '../../../protocol/session.ts';
import { post } from '../process.ts';
import { sampleClip, saveClip } from '../samples.ts';

/** After a request that failed. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** The answer once there is one; requests that fail, and answers of 5xx, are asked again. Anything else is thrown. */
async function answerTo<T>(url: string, token: string, body: unknown): Promise<T> {
  for (;;) {
    const response = await post(url, token, body).catch(() => null);
    if (response?.status === 200) {
      const answer = await response.json().catch(() => null);
      if (answer !== null) return answer;
    } else if (response !== null && response.status < 500)
      throw new Error(`${response.status} ${await response.text()}`);
    await rest();
  }
}

/** Pushes clips of its own, a batch after the other. */
export function createPusher(
  { tokens: { access: token }, queue }: JoinResponse,
  { batches, batch }: { batches: number; batch: number },
) {
  const mutations = Array.from({ length: batches * batch }, (_, index) => ({
    id: crypto.randomUUID(),
    number: index + 1,
    protocol: 1,
    madeAt: 0,
    action: saveClip(sampleClip({ departmentId: 'personal', goalId: 'ausbildung' })),
  }));
  const clientId = crypto.randomUUID();
  const pusher = {
    clipIds: mutations.map(({ action }) => action.clip.id),
    acknowledged: 0,
    async pushAll(url: string): Promise<void> {
      while (pusher.acknowledged < mutations.length) {
        const { acknowledged } = pusher;
        const next = mutations.slice(acknowledged, acknowledged + batch);
        const request = { clientId, protocol: 1, epoch: queue.epoch, acknowledged, mutations: next };
        const answer = await answerTo<PushResponse>(url + ROUTES.push, token, request);
        if (answer.refused.length > 0) throw new Error(`refused: ${JSON.stringify(answer.refused)}`);
        pusher.acknowledged = answer.lastNumber;
      }
    },
  };
  return pusher;
}

/** Follows the log from page to page; `heard` is every clip in the order in which it came. */
export function createFollower({ tokens: { access: token } }: JoinResponse) {
  let cursor: Cursor | null = null;
  const follower = {
    heard: [] as string[],
    /** Until nothing more is there at this moment. */
    async follow(url: string): Promise<void> {
      for (let more = true; more; ) {
        const page: PullResponse = await answerTo(url + ROUTES.pull, token, { protocol: 1, cursor, limit: 50 });
        if (page.reset && cursor !== null) throw new Error('told to begin anew');
        for (const { kind, id } of page.changes) if (kind === 'clip') follower.heard.push(id);
        ({ cursor, more } = page);
      }
    },
    async followWhile(url: string, isGoingOn: () => boolean): Promise<void> {
      while (isGoingOn()) {
        await follower.follow(url);
        await rest();
      }
      await follower.follow(url);
    },
  };
  return follower;
}

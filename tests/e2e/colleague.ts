/** A colleague without a browser, who suggests many pages at once: for desks that have something to do. */
import type { Clip } from '../../protocol/clip.ts';
import type { PushResponse } from '../../protocol/push.ts';
import { ROUTES } from '../../protocol/routes.ts';
import type { JoinResponse } from '../../protocol/session.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { clip } from '../desk/samples.ts';

/** A page by its title alone is of the HR department and has no goal. */
export type Suggested = string | (Pick<Clip, 'title'> & Partial<Clip>);

/** Suggests pages titled so, in this order; each becomes a topic of its own. @param invitation as `DemoQueue.invite` makes it */
export async function suggestMany(queueUrl: string, invitation: string, pages: readonly Suggested[]): Promise<void> {
  const firstAt = Date.now() - pages.length * 60_000;
  const clips = pages.map((page, at) =>
    pageOf(typeof page === 'string' ? { title: page } : page, at, firstAt + at * 60_000),
  );
  await pushClips(queueUrl, invitation, clips);
}

/** Sends clips as any program could that speaks the protocol and keeps no rule. Answers what was refused. */
export async function pushClips(
  queueUrl: string,
  invitation: string,
  clips: readonly Clip[],
): Promise<PushResponse['refused']> {
  const send = async (route: string, body: unknown, token?: string): Promise<unknown> => {
    const response = await fetch(queueUrl + route, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${route} answers ${response.status}`);
    return response.json();
  };
  const code = new URL(invitation).hash.slice(1);
  const joined = (await send(ROUTES.session, { code, nonce: crypto.randomUUID(), device: 'Test' })) as JoinResponse;
  const mutations = clips.map((clip, at) => ({
    id: crypto.randomUUID(),
    number: at + 1,
    protocol: PROTOCOL_VERSION,
    madeAt: clip.capturedAt,
    action: { name: 'saveClip', clip },
  }));
  const { epoch } = joined.queue;
  const envelope = { clientId: crypto.randomUUID(), protocol: PROTOCOL_VERSION, epoch, acknowledged: 0 };
  const answer = await send(ROUTES.push, { ...envelope, mutations }, joined.tokens.access);
  return (answer as PushResponse).refused;
}

const pageOf = (page: Partial<Clip>, at: number, capturedAt: number): Clip => ({
  ...clip({ departmentId: 'personal', goalId: null, capturedAt, ...page }),
  // The queue takes them in one moment: their ids are their order.
  id: String(at).padStart(8, '0') + crypto.randomUUID().slice(8),
  address: `https://intranet.example/thema/${at}-${crypto.randomUUID()}`,
});

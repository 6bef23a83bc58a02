/** What happened before a story begins: people without a browser, who send to the queue what an extension would send. */
import type { Clip } from '../../../protocol/clip.ts';
import type { Action } from '../../../protocol/mutation.ts';
import type { Publication, PublicationInput } from '../../../protocol/publication.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import type { JoinResponse } from '../../../protocol/session.ts';
import type { DecisionInput } from '../../../protocol/topic.ts';
import { PROTOCOL_VERSION } from '../../../protocol/version.ts';
import { clip } from '../../desk/samples.ts';

export type Sender = { send(...actions: Action[]): Promise<void> };

/** Joins as whom the invitation is for. @param invitation as `DemoQueue.invite` makes it */
export async function joinByWire(queueUrl: string, invitation: string): Promise<Sender> {
  const post = async (route: string, body: unknown, token?: string): Promise<unknown> => {
    const response = await fetch(queueUrl + route, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${route} answers ${response.status} ${await response.text()}`);
    return response.json();
  };
  const code = new URL(invitation).hash.slice(1);
  const joined = (await post(ROUTES.session, { code, nonce: crypto.randomUUID(), device: 'Test' })) as JoinResponse;
  const envelope = { clientId: crypto.randomUUID(), protocol: PROTOCOL_VERSION, epoch: joined.queue.epoch };
  let number = 0;
  return {
    async send(...actions) {
      const mutations = actions.map((action) => {
        number += 1;
        return { id: crypto.randomUUID(), number, protocol: PROTOCOL_VERSION, madeAt: Date.now(), action };
      });
      const answer = await post(ROUTES.push, { ...envelope, acknowledged: 0, mutations }, joined.tokens.access);
      const { refused } = answer as { refused: unknown[] };
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    },
  };
}

/** Suggests one page. Returns the clip, whose id is the topic's. */
export async function suggestByWire(colleague: Sender, over: Partial<Clip>): Promise<Clip> {
  const made: Clip = {
    ...clip({ departmentId: 'personal', goalId: 'ausbildung', capturedAt: Date.now() }),
    ...{ id: crypto.randomUUID(), address: `https://intranet.example/thema/${crypto.randomUUID()}`, ...over },
  };
  await colleague.send({ name: 'saveClip', clip: made });
  return made;
}

/** Takes a topic from the inbox to where it appeared. */
export async function publishByWire(
  editor: Sender,
  topicId: string,
  over: Partial<PublicationInput> = {},
): Promise<Pick<Publication, 'id'>> {
  const accepted = decision(topicId, null, 'accepted');
  const begun = decision(topicId, accepted.id, 'in_work');
  const publication: PublicationInput = {
    ...{ id: crypto.randomUUID(), topicId, channelId: 'website', state: 'published', dueAt: null },
    ...{ publishedAt: Date.now(), address: 'https://www.nordwerk.example/werkstatt', ...over },
  };
  await editor.send(
    { name: 'decide', decision: accepted },
    { name: 'editTopic', topicId, changes: { brief: { effort: 'M', competition: 'Die Kammer wirbt auch.' } } },
    { name: 'decide', decision: begun },
    { name: 'savePublication', publication },
  );
  return publication;
}

const decision = (topicId: string, after: string | null, to: DecisionInput['to']): DecisionInput => ({
  ...{ id: crypto.randomUUID(), topicId, after, to, reason: null, sentence: null, holdUntil: null },
  ...{ holdReason: null, into: null, undoes: null },
});

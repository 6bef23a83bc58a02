/** A device of the product: its storage and its sync, as the extension has them, in a page. */
import { addressKey } from '../../../desk/address.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import type { Account } from '../../../storage/accounts.ts';
import { type AccountDatabase, openDatabase } from '../../../storage/database.ts';
import { editClip } from '../../../storage/edit-clip.ts';
import { eachPacked } from '../../../storage/every-topic.ts';
import { appendMany } from '../../../storage/outbox.ts';
import { OWN } from '../../../storage/rows.ts';
import { makeMissingCards } from '../../../storage/topic-cards.ts';
import type { Fetch } from '../../../sync/ask.ts';
import { joinQueue } from '../../../sync/join.ts';
import { pullAll } from '../../../sync/pull.ts';
import { pushAll } from '../../../sync/push.ts';
import { createTransport, type Transport } from '../../../sync/transport.ts';
import { benchClip, idOf } from '../clips.ts';

let db: AccountDatabase;
let transport: Transport;
let person = { id: '', name: '' };

const plainFetch: Fetch = (url, init) => fetch(url, init);

window.bench = {
  async open({ queueUrl, code, device }) {
    const nonce = async () => crypto.randomUUID() as string;
    const answer = await joinQueue({ invitation: code, queueUrl, name: null, device, nonce }, plainFetch);
    if (!answer.ok) throw new Error(answer.problem);
    const { tokens, queue } = answer.value.joined;
    person = answer.value.joined.person;
    const account: Account = {
      ...{ key: device, queueUrl, queue, person: answer.value.joined.person, joinedAt: Date.now() },
      tokens: { access: tokens.access, accessUntil: Date.now() + tokens.accessMs, refresh: tokens.refresh },
    };
    db = openDatabase(account);
    await db.open();
    transport = createTransport({ queueUrl, fetch: plainFetch, access: () => tokens.access });
  },
  /** The rows that `saveClip` makes, many in one transaction. */
  async fill(from, to) {
    for (let at = from; at < to; at += LIMITS.pushBatch) {
      const clips = Array.from({ length: Math.min(LIMITS.pushBatch, to - at) }, (_, index) => benchClip(at + index));
      const keys = await Promise.all(clips.map(({ address }) => addressKey(address, null)));
      await db.transaction('rw', db.clips, db.outbox, db.meta, async () => {
        await db.clips.bulkAdd(
          clips.map((clip, index) => ({
            ...{ clip, topicId: clip.id, submitter: { id: person.id, name: person.name } },
            ...{ addressKey: keys[index] ?? '', receivedAt: null, own: OWN },
          })),
        );
        const entries = clips.map((clip) => ({ id: clip.id, action: { name: 'saveClip' as const, clip } }));
        await appendMany(db, entries, Date.now());
      });
    }
  },
  push: () => pushAll(db, transport, Date.now),
  pull: () => pullAll(db, transport, Date.now),
  settle: () => makeMissingCards(db),
  async change(number) {
    await editClip(db, idOf(number), { note: `changed ${Math.random()}` }, Date.now());
    await pushAll(db, transport, Date.now);
  },
  async count() {
    let count = await db.clips.count();
    await eachPacked(db, (packed) => {
      for (const { clips } of packed) count += clips.length;
    });
    return count;
  },
};

import { beforeEach, describe, expect, test } from 'vitest';
import { addressKey } from '../../../desk/address.ts';
import { pushResponseSchema } from '../../../protocol/push.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { OLDEST_PROTOCOL } from '../../../protocol/version.ts';
import { checkProtocol, push } from '../../../server/push/push.ts';
import { beginEpoch } from '../../../server/rows/queue.ts';
import type { Store } from '../../../server/store/store.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  hanna = await queue.join('hanna');
});

const kindOf = async (response: Response) => ({ status: response.status, kind: (await response.json()).kind });
const count = async (table: 'clip' | 'topic' | 'outcome' | 'decision') => {
  const [row] = await queue.store.read((sql) => sql.all<{ count: number }>(`SELECT count(*) AS count FROM ${table}`));
  return row?.count;
};

describe('numbers', () => {
  test('[CL1][CL2] the next number is applied: effect, log, outcome and counter are there together', async () => {
    const { seq: before } = await hanna.push();
    const answer = await hanna.push(saveClip(sampleClip()), saveClip(sampleClip()));
    expect(pushResponseSchema.parse(answer)).toEqual({ lastNumber: 2, refused: [], seq: before + 6 });
    expect([await count('clip'), await count('topic'), await count('outcome')]).toEqual([2, 2, 2]);
  });

  test('[CL1] if storing the outcome fails, the effect is not there either', async () => {
    await queue.store.write((tx) => tx.run('ALTER TABLE outcome RENAME TO mislaid'));
    const response = await hanna.post(hanna.pushRequest([hanna.mutation(saveClip(sampleClip()))]));
    expect(await kindOf(response)).toEqual({ status: 500, kind: 'internal' });
    expect([await count('clip'), await count('topic')]).toEqual([0, 0]);
  });

  test('[PU3][CL2] a replay changes nothing and yields the same answer', async () => {
    const bad = { name: 'saveClip', clip: { ...sampleClip(), title: '' } };
    const request = hanna.pushRequest([saveClip(sampleClip()), bad, { name: 'noop' }].map(hanna.mutation));
    const first = await (await hanna.post(request)).json();
    const again = await (await hanna.post(request)).json();
    expect(again).toEqual(first);
    expect(first.refused).toHaveLength(1);
    expect(await count('clip')).toBe(1);
  });

  test('[PU3] an act whose answer was lost, sent again by a client that is another now, does not undo what came after', async () => {
    const [mara, timo] = [await queue.join('mara'), await queue.join('timo')];
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    const rename = (title: string) => ({ name: 'editTopic', topicId: clip.id, changes: { title } });
    const lost = mara.mutation(rename('Von Mara'));
    await mara.post(mara.pushRequest([lost]));
    await timo.push(rename('Von Timo'));
    const again = await queue.join('mara');
    const answer = await (await again.post(again.pushRequest([{ ...lost, number: 1 }]))).json();
    expect(answer).toMatchObject({ lastNumber: 1, refused: [] });
    const title = await queue.store.read((sql) => sql.all<{ title: string }>('SELECT title FROM topic'));
    expect(title.map((row) => row.title)).toEqual(['Von Timo']);
  });

  test('[OB2][PU3] an entry that was parked while its number was kept is applied when the person sends it again', async () => {
    const clip = sampleClip();
    const kept = hanna.mutation({ name: 'noop' });
    await hanna.post(hanna.pushRequest([kept]));
    const again = { ...hanna.mutation(saveClip(clip)), id: kept.id };
    await hanna.post(hanna.pushRequest([again], { acknowledged: 1 }));
    expect(await count('clip')).toBe(1);
  });

  test('[PU3] two copies of one request at the same time apply once', async () => {
    const request = hanna.pushRequest(Array.from({ length: 20 }, () => hanna.mutation(saveClip(sampleClip()))));
    const [one, two] = await Promise.all([hanna.post(request), hanna.post(request)]);
    expect(await one.json()).toEqual(await two.json());
    expect(await count('clip')).toBe(20);
  });

  test('[AD1][CL1] many devices that clip the same pages at the same time make one topic of each, and nothing twice', async () => {
    const people = await Promise.all(
      ['hanna', 'mara', 'timo', 'hanna', 'mara', 'timo'].map((name) => queue.join(name)),
    );
    const address = (page: number) => `https://beispiel.de/seite-${page}`;
    const copied = sampleClip({ address: address(0), canonicalAddress: null });
    const answers = await Promise.all(
      people.flatMap((device, at) => {
        const own = [0, 1, 2].map((page) => sampleClip({ address: address(page), canonicalAddress: null }));
        const alone = sampleClip({ address: address(100 + at), canonicalAddress: null });
        const request = device.pushRequest([...own, alone, copied].map((clip) => device.mutation(saveClip(clip))));
        // Its answer was slow, and it is sent again.
        return [device.post(request), device.post(request)];
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect([await count('topic'), await count('clip'), await count('outcome')]).toEqual([9, 25, 30]);
    const supporters = await queue.store.read((sql) =>
      sql.all<{ supporter_count: number }>('SELECT supporter_count FROM topic ORDER BY supporter_count DESC'),
    );
    expect(supporters.map((row) => row.supporter_count)).toEqual([3, 3, 3, 1, 1, 1, 1, 1, 1]);
    // Each joins a topic that another one opened.
    const joining = (at: number) => sampleClip({ address: address(100 + ((at + 1) % 6)), canonicalAddress: null });
    await Promise.all(people.map((device, at) => device.push(saveClip(joining(at)))));
    const [joined] = await queue.store.read((sql) =>
      sql.all<{ count: number }>('SELECT count(*) AS count FROM topic WHERE supporter_count = 2'),
    );
    expect([joined?.count, await count('topic'), await count('clip')]).toEqual([6, 9, 31]);
  });

  test('[CL2] a used number under another UUID answers forked and applies nothing', async () => {
    await hanna.push(saveClip(sampleClip()));
    const fork = [1, 2].map((number) => ({ ...hanna.mutation(saveClip(sampleClip())), number }));
    expect(await kindOf(await hanna.post(hanna.pushRequest(fork)))).toEqual({ status: 409, kind: 'forked' });
    expect(await count('clip')).toBe(1);
  });

  test('[CL2] a number whose outcome was forgotten answers forked', async () => {
    const first = hanna.mutation(saveClip(sampleClip()));
    await hanna.post(hanna.pushRequest([first]));
    await hanna.post(hanna.pushRequest([], { acknowledged: 1 }));
    expect(await kindOf(await hanna.post(hanna.pushRequest([first])))).toEqual({ status: 409, kind: 'forked' });
  });

  test('[CL2] a client that belongs to somebody else answers forked', async () => {
    const jonas = await queue.join('jonas');
    await hanna.push(saveClip(sampleClip()));
    const request = jonas.pushRequest([], { clientId: hanna.clientId });
    expect(await kindOf(await jonas.post(request))).toEqual({ status: 409, kind: 'forked' });
  });

  test.each([
    ['a first number above 1', [2]],
    ['a hole inside a request', [1, 3]],
  ])('[CL2] %s answers gap and applies nothing', async (_what, numbers) => {
    const mutations = numbers.map((number) => ({ ...hanna.mutation(saveClip(sampleClip())), number }));
    expect(await kindOf(await hanna.post(hanna.pushRequest(mutations)))).toEqual({ status: 409, kind: 'gap' });
    expect([await count('clip'), await count('outcome')]).toEqual([0, 0]);
  });

  test('[CL2] acknowledging what this queue never answered is a gap', async () => {
    const response = await hanna.post(hanna.pushRequest([], { acknowledged: 3 }));
    expect(await kindOf(response)).toEqual({ status: 409, kind: 'gap' });
  });

  test('[CL3] outcomes are kept until acknowledged, refusals of earlier requests included', async () => {
    const refused = hanna.mutation({ name: 'nonsense' });
    await hanna.post(hanna.pushRequest([refused, hanna.mutation({ name: 'noop' })]));
    const answer = await hanna.push({ name: 'noop' });
    expect(answer.refused).toEqual([{ id: refused.id, number: 1, refusal: { kind: 'invalid', path: 'name' } }]);
    const acknowledged = await hanna.post(hanna.pushRequest([], { acknowledged: 1 }));
    expect(await acknowledged.json()).toMatchObject({ lastNumber: 3, refused: [] });
    expect(await count('outcome')).toBe(2);
  });

  test('[CL3][OB2] a refused entry advances the counter and blocks neither neighbour', async () => {
    const [before, after] = [sampleClip(), sampleClip()];
    const tooLong = { name: 'saveClip', clip: { ...sampleClip(), note: 'x'.repeat(2001) } };
    const answer = await hanna.push(saveClip(before), tooLong, saveClip(after));
    expect(answer.lastNumber).toBe(3);
    expect(answer.refused).toMatchObject([{ number: 2, refusal: { kind: 'invalid', path: 'clip.note' } }]);
    const { changes } = await hanna.pull();
    expect(changes.filter(({ kind }) => kind === 'clip').map(({ id }) => id)).toEqual([before.id, after.id]);
  });
});

describe('histories and versions', () => {
  test('[CL7] a push from before a restore answers epoch_changed and applies nothing', async () => {
    await hanna.push(saveClip(sampleClip()));
    await queue.store.write((tx) => beginEpoch(tx));
    const response = await hanna.post(hanna.pushRequest([hanna.mutation(saveClip(sampleClip()))]));
    expect(await kindOf(response)).toEqual({ status: 409, kind: 'epoch_changed' });
    expect(await count('clip')).toBe(1);
  });

  test('[CL7] a clip sent again by a new client is not doubled', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    const renewed = hanna.pushRequest([{ ...hanna.mutation(saveClip(clip)), number: 1 }], {
      clientId: crypto.randomUUID(),
    });
    expect(await (await hanna.post(renewed)).json()).toMatchObject({ lastNumber: 1, refused: [] });
    expect([await count('clip'), await count('topic')]).toEqual([1, 1]);
  });

  test('[CL2][CL7] everything that a copied client sends again is taken without effect', async () => {
    const mara = await queue.join('mara');
    const [kept, edited, withdrawn] = [sampleClip(), sampleClip(), sampleClip()];
    const decision = sampleDecision(edited.id);
    await hanna.push(saveClip(edited));
    const actions = [
      saveClip(kept),
      saveClip(withdrawn),
      { name: 'withdrawClip', clipId: withdrawn.id },
      { name: 'editClip', clipId: kept.id, changes: { note: 'neu' } },
    ];
    await hanna.push(...actions);
    await mara.push(decide(decision), decide(sampleDecision(kept.id)));
    const before = await mara.pull();
    const renumbered = (device: TestDevice, again: unknown[]) =>
      device.pushRequest(
        again.map((action, index) => ({ ...device.mutation(action), number: index + 1 })),
        { clientId: crypto.randomUUID() },
      );
    const own = await (await hanna.post(renumbered(hanna, actions))).json();
    const desk = await (await mara.post(renumbered(mara, [decide(decision)]))).json();
    expect([own.refused, desk.refused]).toEqual([[], []]);
    expect((await mara.pull(before.cursor)).changes).toEqual([]);
  });

  test('[OB3][PV3] an entry of a protocol that is no longer served stops the request, and is not refused for good', async () => {
    const old = { ...hanna.mutation(saveClip(sampleClip())), protocol: 0 };
    expect(() => checkProtocol(OLDEST_PROTOCOL - 1)).toThrow(expect.objectContaining({ kind: 'protocol_too_old' }));
    const future = { ...old, protocol: 99 };
    expect(await kindOf(await hanna.post(hanna.pushRequest([future])))).toEqual({
      status: 400,
      kind: 'protocol_too_new',
    });
    expect(await kindOf(await hanna.send('POST', ROUTES.pull, { protocol: 99, cursor: null, limit: 1 }))).toEqual({
      status: 400,
      kind: 'protocol_too_new',
    });
    expect(await count('outcome')).toBe(0);
  });

  test('[PV1][PV3] every answer says which protocol the queue speaks, and the queue which ones it serves', async () => {
    const answers = await Promise.all([
      queue.app.request('/nothing'),
      queue.app.request(ROUTES.queue),
      hanna.post({}),
      queue.app.request(ROUTES.push, { method: 'OPTIONS' }),
    ]);
    expect(answers.map(({ headers }) => headers.get('clipdesk-protocol'))).toEqual(['1', '1', '1', '1']);
    expect(await answers[1]?.json()).toMatchObject({ protocol: { newest: 1, oldest: 1 }, signIn: false });
  });
});

test('[AD1] a clip whose push was read before the rules of the company changed gets its key by the new ones', async () => {
  const page = 'https://intranet.nordwerk.example/anzeige?doc=1';
  const clip = sampleClip({ address: `${page}&x=2` });
  const profiles = `
siteProfiles:
  anzeige: { name: Anzeige, hosts: [intranet.nordwerk.example], address: [{ paths: [/anzeige], keep: [doc] }] }
`;
  let changes = 0;
  const store: Store = {
    ...queue.store,
    async write(fn) {
      changes += 1;
      if (changes === 1) await applyStrategy(queue.store, readStrategy(STRATEGY + profiles));
      return queue.store.write(fn);
    },
  };
  const answer = await push(store, hanna.person, hanna.pushRequest([hanna.mutation(saveClip(clip))]), queue.time.now);
  expect(answer).toMatchObject({ lastNumber: 1, refused: [] });
  const rows = await queue.store.read((sql) => sql.all<{ key: string }>('SELECT address_key AS key FROM clip'));
  expect(rows.map(({ key }) => key)).toEqual([await addressKey(page, null)]);
});

/** A queue in this process for tests: in a store of its own, with a small strategy and a clock that the test moves. */

import type { Cursor } from '../../protocol/cursor.ts';
import type { PullResponse } from '../../protocol/pull.ts';
import type { PushResponse } from '../../protocol/push.ts';
import { ROUTES } from '../../protocol/routes.ts';
import type { JoinResponse } from '../../protocol/session.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { addInvitation } from '../../server/rows/invitations.ts';
import type { Store } from '../../server/store/store.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { openTestStore } from './test-store.ts';

export const NOW = Date.UTC(2026, 10, 22, 9);

export const STRATEGY = `
queue: { name: Nordwerk }
people:
  hanna: { name: Hanna Voss, departmentId: hr }
  jonas: { name: Jonas Petersen, departmentId: it }
  mara: { name: Mara Lind, roles: [editor], departmentId: comms }
  timo: { name: Timo Brandt, roles: [editor, duty], departmentId: comms }
departments:
  hr: { name: { de: Personal, en: HR }, contactId: hanna }
  it: { name: IT }
  comms: { name: { de: Kommunikation, en: Communications } }
audiences:
  school-leavers: { name: { de: Schulabgänger, en: School leavers }, side: external }
# What the tests are not about: this intranet may be told of, else every topic would wait for its clearance.
rules:
  open-intranet: { title: Intranet, hosts: [intranet.nordwerk.example], level: public }
goals:
  apprentices:
    title: { de: Mehr Bewerbungen für die Ausbildung, en: More applications for apprenticeships }
    relationship: build
    audienceIds: [school-leavers]
    effectLevel: outcome_direct
    measure: { de: Bewerbungen, en: applications }
    unit: { de: Bewerbungen, en: applications }
    target: 400
    periodFrom: 2026-01-01
    periodTo: 2026-12-31
    sponsorConfirmedAt: 2026-01-15
    state: active
`;

/** @param environment settings other than the usual ones */
export async function openTestQueue(store?: Store, environment: Record<string, string> = {}) {
  const time = { now: NOW };
  const held = store ?? (await openTestStore(NOW));
  const clock = () => time.now;
  // Its clock stands still: no minute passes in which requests could be counted.
  const config = readConfig({ CLIPDESK_REQUESTS_PER_PERSON: '0', CLIPDESK_REQUESTS_PER_ADDRESS: '0', ...environment });
  const app = createApp({ store: held, config, clock, log: createLog('silent') });
  await applyStrategy(held, readStrategy(STRATEGY));

  /** Signs a person of the strategy in on a new device. */
  async function join(personId: string, device = 'Test') {
    const { result: code } = await held.write((tx) =>
      addInvitation(tx, personId, { uses: 1, createdAt: time.now, expiresAt: time.now + 60_000 }),
    );
    const response = await app.request(ROUTES.session, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, nonce: crypto.randomUUID(), device }),
    });
    const joined: JoinResponse = await response.json();
    return createDevice(app, joined, clock);
  }
  return { app, store: held, time, join };
}

export type TestQueue = Awaited<ReturnType<typeof openTestQueue>>;
export type TestDevice = Awaited<ReturnType<TestQueue['join']>>;

function createDevice(app: ReturnType<typeof createApp>, joined: JoinResponse, clock: () => number) {
  const clientId = crypto.randomUUID();
  let number = 0;
  let { tokens } = joined;
  const sendOnce = async (method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${tokens.access}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  /** As a device does it: with the next tokens if these have ended. */
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await sendOnce(method, path, body);
    if (response.status !== 401) return response;
    const refreshed = await app.request(ROUTES.refresh, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh: tokens.refresh }),
    });
    if (refreshed.status !== 200) return response;
    tokens = await refreshed.json();
    return sendOnce(method, path, body);
  };
  const mutation = (action: unknown) => {
    number += 1;
    return { id: crypto.randomUUID() as string, number, protocol: 1, madeAt: clock(), action };
  };
  const pushRequest = <M>(mutations: M[], more: object = {}) => ({
    clientId,
    protocol: 1,
    epoch: joined.queue.epoch,
    acknowledged: 0,
    mutations,
    ...more,
  });
  return {
    ...joined,
    /** The access token that it has now. */
    get token(): string {
      return tokens.access;
    },
    clientId,
    send,
    mutation,
    pushRequest,
    post: (request: unknown) => send('POST', ROUTES.push, request),
    /** Pushes actions under the next numbers and expects a queue that takes them. */
    async push(...actions: unknown[]): Promise<PushResponse> {
      const response = await send('POST', ROUTES.push, pushRequest(actions.map(mutation)));
      if (response.status !== 200) throw new Error(`push answered ${response.status} ${await response.text()}`);
      return response.json();
    },
    async pull(cursor: Cursor | null = null, limit = 500): Promise<PullResponse> {
      const response = await send('POST', ROUTES.pull, { protocol: 1, cursor, limit });
      if (response.status !== 200) throw new Error(`pull answered ${response.status} ${await response.text()}`);
      return response.json();
    },
  };
}

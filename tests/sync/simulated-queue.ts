/** The real queue for simulated devices, with a record of what it answered and a backup that can be restored. */

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pushRequestSchema, pushResponseSchema } from '../../protocol/push.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { keepQuestions } from '../../server/question-clock.ts';
import { addInvitation } from '../../server/rows/invitations.ts';
import { beginEpoch } from '../../server/rows/queue.ts';
import { backupSqlite, openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { runTopicClocks } from '../../server/topic-clocks.ts';
import { openTestQueue, STRATEGY } from '../server/queue.ts';
import type { Serve } from './network.ts';

type Outcome = 'applied' | 'refused';

export async function openSimulatedQueue() {
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-sync-'));
  const file = (name: string) => path.join(folder, name);
  let generation = 0;
  let store: Store = await openSqliteStore(file('queue-0.sqlite'));
  let queue = await openTestQueue(store);
  let backup: string | null = null;
  /** By mutation id and client: what the queue said became of it. */
  const outcomes = new Map<string, Map<string, Outcome>>();

  const serve: Serve = async (requestPath, init) => {
    const response = await queue.app.request(requestPath, init);
    if (requestPath === ROUTES.push && response.ok) record(plainText(init.body), await response.clone().json());
    return response;
  };

  function record(body: string, answer: unknown): void {
    const { clientId, mutations } = pushRequestSchema.parse(JSON.parse(body));
    const { lastNumber, refused } = pushResponseSchema.parse(answer);
    for (const { id, number } of mutations) {
      if (number > lastNumber) continue;
      const outcome = refused.some((one) => one.id === id && one.number === number) ? 'refused' : 'applied';
      const byClient = outcomes.get(id) ?? new Map<string, Outcome>();
      const key = `${clientId} ${number}`;
      const before = byClient.get(key);
      // [PU3]
      if (before !== undefined && before !== outcome)
        throw new Error(`the outcome of ${id} changed from ${before} to ${outcome}`);
      byClient.set(key, outcome);
      outcomes.set(id, byClient);
    }
  }

  return {
    serve,
    outcomes,
    time: () => queue.time,
    store: () => store,
    /** What the queue does by itself as time goes by. */
    async keepTime(): Promise<void> {
      await runTopicClocks(store, queue.time.now);
      await keepQuestions(store, queue.time.now);
    },
    /** A code that makes a new device of this person. */
    async invite(personId: string): Promise<string> {
      const { result } = await store.write((tx) =>
        addInvitation(tx, personId, {
          uses: 1,
          createdAt: queue.time.now,
          expiresAt: queue.time.now + 60_000,
        }),
      );
      return result;
    },
    setRoles: (personId: string, roles: string) =>
      applyStrategy(
        store,
        readStrategy(
          STRATEGY.replace(
            new RegExp(`(${personId}: \\{ name: [^,]+), (roles: \\[[^\\]]*\\], )?`),
            `$1, roles: [${roles}], `,
          ),
        ),
      ),
    makeBackup(): void {
      backup = file(`backup-${generation}.sqlite`);
      rmSync(backup, { force: true });
      backupSqlite(file(`queue-${generation}.sqlite`), backup);
    },
    async restoreBackup(): Promise<void> {
      if (backup === null) return;
      await store.close();
      generation += 1;
      copyFileSync(backup, file(`queue-${generation}.sqlite`));
      store = await openSqliteStore(file(`queue-${generation}.sqlite`));
      await store.write(beginEpoch);
      const { now } = queue.time;
      queue = await openTestQueue(store);
      queue.time.now = now;
    },
    async close(): Promise<void> {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type SimulatedQueue = Awaited<ReturnType<typeof openSimulatedQueue>>;

/** [PU6] What is large is sent compressed. */
const plainText = (body: BodyInit | null | undefined): string =>
  body instanceof ArrayBuffer ? gunzipSync(body).toString() : String(body);

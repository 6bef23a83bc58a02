import { Hono } from 'hono';
import { ROUTES } from '../../protocol/routes.ts';
import type { Poke } from '../../protocol/session.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { hashSecret } from '../rows/devices.ts';
import { findByToken } from '../rows/people.ts';
import { currentSeq } from '../store/change-log.ts';

/** Often enough that no proxy takes the stream for dead, and that a revoked device loses it soon. */
const HEARTBEAT_MS = 20_000;

/** A stream of pokes (server-sent events, read with fetch so that the token stays in a header). */
export const eventRoutes = (parts: Parts) =>
  new Hono<QueueEnv>().get(ROUTES.events, async (c) => {
    // Hono answers HEAD by the GET route and drops the body, which would leave the stream open for ever.
    if (c.req.method === 'HEAD') throw new RequestProblem('wrong_method', { headers: { allow: 'GET' } });
    const tokenHash = hashSecret((c.req.header('authorization') ?? '').slice('Bearer '.length));
    const seq = await parts.store.read(currentSeq);
    const stillAllowed = async () => (await parts.store.read((sql) => findByToken(sql, tokenHash))) !== null;
    return new Response(pokeStream(parts, seq, stillAllowed), { headers: { 'content-type': 'text/event-stream' } });
  });

/** Begins with the position as it is, so that a reader who missed a poke while connecting knows it. */
function pokeStream({ pokes }: Parts, seq: number, stillAllowed: () => Promise<boolean>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream({
    start(controller) {
      let open = true;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const poke = (data: Poke) => send(`data: ${JSON.stringify(data)}\n\n`);
      // A reader may leave while the queue still looks up whether they may stay, or has just ended them.
      const end = () => {
        if (!open) return;
        stop();
        controller.close();
      };
      const unsubscribe = pokes.subscribe({ changed: (newest) => poke({ seq: newest }), ended: end });
      const heartbeat = setInterval(() => {
        send(': still here\n\n');
        stillAllowed().then((allowed) => allowed || end(), end);
      }, HEARTBEAT_MS);
      stop = () => {
        open = false;
        unsubscribe();
        clearInterval(heartbeat);
      };
      poke({ seq });
    },
    cancel: () => stop(),
  });
}

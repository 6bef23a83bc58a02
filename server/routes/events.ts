import { Hono } from 'hono';
import { ROUTES } from '../../protocol/routes.ts';
import type { Poke } from '../../protocol/session.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { isSignedIn } from '../rows/devices.ts';
import { currentSeq } from '../store/change-log.ts';

/** Often enough that no proxy takes the stream for dead, and that a revoked device loses it soon. */
const HEARTBEAT_MS = 20_000;

/** A stream of pokes (server-sent events, read with fetch so that the token stays in a header). */
export function eventRoutes(parts: Parts) {
  const open = new Map<string, number>();
  return new Hono<QueueEnv>().get(ROUTES.events, async (c) => {
    // Hono answers HEAD by the GET route and drops the body, which would leave the stream open for ever.
    if (c.req.method === 'HEAD') throw new RequestProblem('wrong_method', { headers: { allow: 'GET' } });
    const { deviceId, person } = c.get('reader');
    const { id } = person;
    if ((open.get(id) ?? 0) >= parts.config.limits.streamsPerPerson)
      throw new RequestProblem('too_many', { headers: { 'retry-after': '60' } });
    const seq = await parts.store.read(currentSeq);
    // The stream outlives its access token: what matters is that the device may still come.
    const stillAllowed = () => parts.store.read((sql) => isSignedIn(sql, deviceId));
    open.set(id, (open.get(id) ?? 0) + 1);
    const closed = () => {
      const left = (open.get(id) ?? 1) - 1;
      if (left === 0) open.delete(id);
      else open.set(id, left);
    };
    return new Response(pokeStream(parts, seq, stillAllowed, closed), {
      headers: { 'content-type': 'text/event-stream' },
    });
  });
}

/** Begins with the position as it is, so that a reader who missed a poke while connecting knows it. */
function pokeStream(
  { pokes }: Parts,
  seq: number,
  stillAllowed: () => Promise<boolean>,
  closed: () => void,
): ReadableStream<Uint8Array> {
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
        if (open) closed();
        open = false;
        unsubscribe();
        clearInterval(heartbeat);
      };
      poke({ seq });
    },
    cancel: () => stop(),
  });
}

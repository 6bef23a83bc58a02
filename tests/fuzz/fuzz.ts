/** Tries requests against a real queue on loopback until one is answered as none may be. */
import fc from 'fast-check';
import { pushResponseSchema } from '../../protocol/push.ts';
import { ROUTES } from '../../protocol/routes.ts';
import type { Description } from '../../server/openapi/describe.ts';
import { judge } from './judge.ts';
import { type FuzzedPerson, type FuzzedQueue, type Known, openFuzzedQueue, RENEW_AFTER } from './known.ts';
import { type FuzzedRequest, requestsTo } from './requests.ts';
import { type Answer, closeConnections, send } from './send.ts';

export type FuzzFigures = {
  requests: number;
  seed: number;
  byFault: Record<string, number>;
  byStatus: Record<string, number>;
  /** Mutations that were applied and not refused: how far behind the door the requests came. */
  applied: number;
  byRefusal: Record<string, number>;
  cut: number;
  /** What was wrong, with the request that did it. Empty: nothing. */
  wrong: string[];
};

/** @param database left out, one in memory. */
export async function fuzz(requests: number, seed: number, database?: string): Promise<FuzzFigures> {
  const figures: FuzzFigures = {
    requests: 0,
    seed,
    byFault: {},
    byStatus: {},
    applied: 0,
    byRefusal: {},
    cut: 0,
    wrong: [],
  };
  const unhandled = (reason: unknown) =>
    figures.wrong.push(`unhandled: ${reason instanceof Error ? reason.stack : reason}`);
  process.on('unhandledRejection', unhandled);
  const queue = await openFuzzedQueue(database);
  try {
    const description: Description = await (await fetch(`${queue.url}/openapi.json`)).json();
    const result = await fc.check(
      fc.asyncProperty(requestsTo(description, queue.known), async (made) => {
        if (figures.requests % RENEW_AFTER === 0)
          for (const person of queue.known.people) person.token = await queue.joinAgain(person.id);
        // Their token of now: whoever left joined again meanwhile.
        const current = made.person === null ? made : { ...made, token: made.person.token };
        const isPush = made.operationId === 'push' && made.fault === 'nothing';
        const request = isPush ? asNextPush(current, queue.known) : current;
        const faults = await tryOne(queue, request, description, figures);
        if (faults.length > 0) throw new Error(faults.join('; '));
      }),
      // What a request does depends on those before it: a shrunk one would meet another queue.
      { numRuns: requests, seed, endOnFailure: true },
    );
    if (result.failed) figures.wrong.push(`${String(result.errorInstance)} ${describe(result.counterexample?.[0])}`);
  } finally {
    closeConnections();
    await queue.stop();
    process.off('unhandledRejection', unhandled);
  }
  figures.wrong.push(...queue.errors);
  return figures;
}

async function tryOne(
  queue: FuzzedQueue,
  request: FuzzedRequest,
  description: Description,
  figures: FuzzFigures,
): Promise<string[]> {
  queue.tick();
  const answer = await send(queue.url, request);
  figures.requests += 1;
  count(figures.byFault, request.fault);
  if (answer === null) {
    figures.cut += 1;
    return request.fault === 'huge' ? [] : ['the connection was cut'];
  }
  count(figures.byStatus, String(answer.status));
  if (request.operationId === 'push' && request.person !== null) follow(request.person, answer, figures);
  // Whoever left, joins again: their token would open nothing from now on.
  const left = request.method === 'DELETE' && request.path === ROUTES.session && answer.status === 204;
  if (left && request.person !== null) request.person.token = await queue.joinAgain(request.person.id);
  return judge(request, answer, queue.known, description);
}

const count = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** What is described for every push by itself, as the next one of this person's device, so that it is applied. */
function asNextPush(request: FuzzedRequest, { epoch }: Known): FuzzedRequest {
  const { person, body } = request;
  if (person === null || typeof body !== 'string') return request;
  const sent = JSON.parse(body) as { mutations: object[] };
  const mutations = sent.mutations.map((mutation, at) => ({
    ...markSecrets(mutation, person),
    id: crypto.randomUUID(),
    number: person.lastNumber + 1 + at,
    protocol: 1,
  }));
  const whole = { clientId: person.clientId, protocol: 1, epoch, acknowledged: person.lastNumber, mutations };
  return { ...request, body: JSON.stringify(whole) };
}

/** What somebody says of a page is theirs and the desk's: it must never come back to anybody else. */
function markSecrets(value: object, person: FuzzedPerson): object {
  if (person.isDesk) return value;
  const mark = (key: string, inner: unknown): unknown =>
    ['note', 'excerpt', 'quote', 'siteName'].includes(key) && typeof inner === 'string' ? person.secret : inner;
  return JSON.parse(JSON.stringify(value, mark)) as object;
}

/** Keeps count as a device would. */
function follow(person: FuzzedPerson, { status, body }: Answer, figures: FuzzFigures): void {
  if (status === 200) {
    const { lastNumber, refused } = pushResponseSchema.parse(JSON.parse(body));
    if (lastNumber > person.lastNumber) {
      figures.applied += lastNumber - person.lastNumber - refused.length;
      person.lastNumber = lastNumber;
      for (const { refusal } of refused)
        count(figures.byRefusal, `${refusal.kind} ${refusal.path.split('.').slice(0, 2).join('.')}`);
    }
  } else if (status === 409) {
    person.clientId = crypto.randomUUID();
    person.lastNumber = 0;
  }
}

function describe(request: FuzzedRequest | undefined): string {
  if (request === undefined) return '';
  const { person, token: _token, body, ...rest } = request;
  return JSON.stringify({
    ...rest,
    person: person?.id ?? null,
    body: body === null ? null : String(body).slice(0, 2_000),
  });
}

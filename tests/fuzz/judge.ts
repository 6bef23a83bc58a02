/** What no answer may be, whatever was asked. */
import { problemSchema } from '../../protocol/problem.ts';
import { ENDPOINTS, type Endpoint } from '../../server/endpoints.ts';
import type { Description } from '../../server/openapi/describe.ts';
import { DESK_SECRET, type Known } from './known.ts';
import type { FuzzedRequest } from './requests.ts';
import type { Answer } from './send.ts';

const endpoint = (operationId: string): Endpoint | undefined =>
  Object.entries(ENDPOINTS).find(([name]) => name === operationId)?.[1];

/** What is wrong with an answer, one line each; nothing: it is as it should be. */
export function judge(request: FuzzedRequest, answer: Answer, known: Known, description: Description): string[] {
  const faults: string[] = [];
  if (answer.status >= 500) faults.push(`answered ${answer.status}`);
  faults.push(...leaks(request, answer, known));
  faults.push(...wronglyAllowed(request, answer));
  if (answer.headers['clipdesk-protocol'] === undefined) faults.push('is not marked as a queue’s');
  if (request.fault === 'wrong method' || request.fault === 'wrong path') return faults;
  const operation = Object.values(description.paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === request.operationId);
  if (operation?.responses[answer.status] === undefined)
    faults.push(`answered ${answer.status}, which is not described`);
  faults.push(...wrongForm(request, answer));
  return faults;
}

/** Somebody's secret in an answer to somebody else. */
function leaks({ person }: FuzzedRequest, { body }: Answer, { people, picture }: Known): string[] {
  const secrets = people
    .filter((other) => other.id !== person?.id)
    // The desk reads what was suggested, but nobody's private views, and nobody’s token.
    .flatMap((other) => (person?.isDesk && !other.isDesk ? [other.token] : [other.secret, other.token]));
  if (!person?.isDesk) secrets.push(DESK_SECRET);
  if (person === null) secrets.push(picture.bytes.toString());
  return secrets
    .filter((secret) => body.includes(secret))
    .map((secret) => `says ${secret} to ${person?.id ?? 'nobody'}`);
}

/** Whoever has no key, or not the role, gets the one answer that the table says. */
function wronglyAllowed({ fault, operationId }: FuzzedRequest, { status }: Answer): string[] {
  const { who, others = 'forbidden' } = endpoint(operationId) ?? {};
  if (who === 'operator' && fault !== 'wrong method' && fault !== 'wrong path')
    return status === 401 ? [] : [`showed figures with ${status}`];
  if (fault === 'no key' && who !== 'anybody' && status !== 401) return [`let nobody in with ${status}`];
  const refused = others === 'forbidden' ? 403 : 404;
  const isOfRole = who === 'desk' || who === 'keeper' || who === 'admin';
  if (fault === 'wrong role' && isOfRole && status !== refused) return [`let a submitter in with ${status}`];
  return [];
}

function wrongForm({ operationId }: FuzzedRequest, { status, headers, body }: Answer): string[] {
  if (headers['content-type'] === 'application/problem+json')
    return isOf(problemSchema, body) ? [] : [`a problem of another form: ${body.slice(0, 300)}`];
  const described = endpoint(operationId)?.answers[status];
  if (described == null || !('json' in described)) return [];
  return isOf(described.json, body) ? [] : [`an answer of another form: ${body.slice(0, 300)}`];
}

const isOf = (schema: { safeParse(value: unknown): { success: boolean } }, body: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
};

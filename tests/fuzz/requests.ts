/** Requests to every endpoint that the queue describes: as it wants them, and in every way wrong. */
import fc from 'fast-check';
import type { Description } from '../../server/openapi/describe.ts';
import { type JsonSchema, valuesOf } from './from-schema.ts';
import type { FuzzedPerson, Known } from './known.ts';

/** What is wrong with a request; `nothing`: it is as described. */
export const FAULTS = [
  'nothing',
  'wrong type',
  'malformed',
  'huge',
  'wrong role',
  'no key',
  'wrong method',
  'wrong path',
] as const;
export type Fault = (typeof FAULTS)[number];

export type FuzzedRequest = {
  fault: Fault;
  operationId: string;
  method: string;
  path: string;
  /** Null: nobody, with `token` in place of a person's. */
  person: FuzzedPerson | null;
  token: string | null;
  contentType: string | null;
  body: string | Uint8Array | null;
};

type Operation = Description['paths'][string][string];
type Place = { method: string; path: string; operation: Operation };

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'LOCK'];

export function requestsTo(description: Description, known: Known): fc.Arbitrary<FuzzedRequest> {
  const places = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Place => ({ method: method.toUpperCase(), path, operation })),
  );
  // What changes something, and reads a body, is asked most.
  const weight = ({ operation, path }: Place): number =>
    path === '/v1/push' ? 12 : operation.requestBody !== undefined ? 4 : operation.parameters.length > 0 ? 2 : 1;
  // Made once for each place and fault: making them costs more than a request.
  return fc.oneof(
    ...places.flatMap((place) =>
      FAULTS.map((fault) => ({
        weight: weight(place) * (fault === 'nothing' ? 3 : 1),
        arbitrary: requestTo(place, fault, known),
      })),
    ),
  );
}

function requestTo({ method, path, operation }: Place, fault: Fault, known: Known): fc.Arbitrary<FuzzedRequest> {
  const everyone = fc.constantFrom(...known.people);
  const submitters = fc.constantFrom(...known.people.filter(({ isDesk }) => !isDesk));
  const desk = fc.constantFrom(...known.people.filter(({ isDesk }) => isDesk));
  const keepers = fc.constantFrom(...known.people.filter(({ keepsStrategy }) => keepsStrategy));
  const who = operation['x-who'];
  const allowed = who === 'desk' ? desk : who === 'keeper' ? keepers : everyone;
  const person: fc.Arbitrary<FuzzedPerson | null> =
    fault === 'no key' ? fc.constant(null) : fault === 'wrong role' ? submitters : allowed;
  const wrongMethods = METHODS.filter((each) => each !== method);
  return fc
    .record({
      method: fault === 'wrong method' ? fc.constantFrom(...wrongMethods) : fc.constant(method),
      path: pathsOf(path, operation, fault, known),
      person,
      keyless: fc.constantFrom(...known.keyless),
      sent: bodiesOf(operation, fault, known),
    })
    .map(({ keyless, sent, person, ...rest }) => ({
      fault,
      operationId: operation.operationId,
      ...rest,
      person,
      token: person === null ? keyless : person.token,
      ...sent,
    }));
}

const nastyPart = fc.oneof(
  fc.constantFrom('%00', '%ff', '..', '%2e%2e%2f', 'null', '-1', "' OR 1=1 --", '%F0%9F%92%A9', '%', '%zz'),
  fc.string({ unit: 'binary', maxLength: 30 }).map(encodeURIComponentSafely),
  fc.constant('x'.repeat(2_000)),
);

/** Lone surrogates have no encoding: written as the bytes that a careless client would send. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function pathsOf(path: string, operation: Operation, fault: Fault, known: Known): fc.Arbitrary<string> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const parts = fc.record(
    Object.fromEntries(
      inPath.map(({ name, schema }) => {
        const good = valuesOf(schema as JsonSchema, known, name).map((value) =>
          encodeURIComponentSafely(String(value)),
        );
        return [name, fault === 'wrong path' ? nastyPart : good];
      }),
    ),
  );
  const query = fc.record(
    Object.fromEntries(
      inQuery.map(({ name, schema }) => [
        name,
        fault === 'wrong type' ? fc.oneof(nastyPart, fc.string()) : valuesOf(schema as JsonSchema, known, name),
      ]),
    ),
    { requiredKeys: fault === 'malformed' ? [] : inQuery.filter(({ required }) => required).map(({ name }) => name) },
  );
  const suffix =
    fault === 'wrong path'
      ? fc.oneof(
          fc.constant(''),
          nastyPart.map((part) => `/${part}`),
        )
      : fc.constant('');
  return fc.tuple(parts, query, suffix).map(([values, asked, end]) => {
    // A dot alone leads to the folder: another address.
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => (values[name] ?? '').replace(/^\.*$/, 'x'));
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(asked))
      for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one).toWellFormed());
    return `${filled}${end}${search.size === 0 ? '' : `?${search}`}`;
  });
}

type Sent = Pick<FuzzedRequest, 'contentType' | 'body'>;

const nasty = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 1.5, 1e308, 2 ** 53, '', '\0', '\ud800', '__proto__', [], {}, [[]]),
  fc.jsonValue({ maxDepth: 3 }),
);
const large = fc.oneof(
  fc.integer({ min: 5_000, max: 300_000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 500, max: 5_000 }).map((length) => Array.from({ length }, () => ({}))),
);

function bodiesOf(operation: Operation, fault: Fault, known: Known): fc.Arbitrary<Sent> {
  const content = operation.requestBody?.content;
  if (content === undefined) {
    const nothing = fc.constant<Sent>({ contentType: null, body: null });
    const something = fc.constant<Sent>({ contentType: 'application/json', body: '{"a":1}' });
    return fault === 'malformed' ? fc.oneof(nothing, something) : nothing;
  }
  const [type = '', media] = Object.entries(content)[0] ?? [];
  if (type === 'application/json') return jsonBodies((media?.schema ?? {}) as JsonSchema, fault, known);
  if (type === 'application/x-www-form-urlencoded')
    return valuesOf((media?.schema ?? {}) as JsonSchema, known).map((form) => ({
      contentType: type,
      body: `${new URLSearchParams(form as Record<string, string>)}${fault === 'huge' ? 'x'.repeat(100_000) : ''}`,
    }));
  const bytes = fc.oneof(fc.constant(new Uint8Array(known.picture.bytes)), fc.uint8Array({ maxLength: 300 }));
  return fc.record({
    contentType:
      fault === 'malformed' ? fc.constantFrom(null, 'text/html', '\u00fc') : fc.constantFrom(...Object.keys(content)),
    body: fault === 'huge' ? fc.constant(new Uint8Array(250_000)) : bytes,
  });
}

function jsonBodies(schema: JsonSchema, fault: Fault, known: Known): fc.Arbitrary<Sent> {
  const contentType = 'application/json';
  const good = valuesOf(schema, known);
  const asJson = (value: unknown): Sent => ({ contentType, body: JSON.stringify(value) });
  if (fault === 'wrong type')
    return fc.tuple(good, fc.nat(), nasty).map(([value, at, other]) => asJson(replaceAt(value, at, other)));
  if (fault === 'huge')
    return fc.oneof(
      {
        weight: 12,
        arbitrary: fc.tuple(good, fc.nat(), large).map(([value, at, other]) => asJson(replaceAt(value, at, other))),
      },
      { weight: 1, arbitrary: fc.constant<Sent>({ contentType, body: 'x'.repeat(4_000_001) }) },
      { weight: 1, arbitrary: fc.constant<Sent>({ contentType, body: '['.repeat(100_000) }) },
    );
  if (fault === 'malformed')
    return fc
      .tuple(good, fc.nat(), fc.uint8Array({ maxLength: 9 }), fc.constantFrom(contentType, 'text/plain', null))
      .map(([value, at, junk, type]) => {
        const whole = Buffer.from(JSON.stringify(value) ?? '');
        const cut = whole.length === 0 ? 0 : at % whole.length;
        return { contentType: type, body: Buffer.concat([whole.subarray(0, cut), junk]) };
      });
  return good.map(asJson);
}

/** The value with something else at one of its places. */
function replaceAt(value: unknown, at: number, other: unknown): unknown {
  const places = placesOf(value);
  return withAt(value, places[at % places.length] ?? [], other);
}

function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function withAt(value: unknown, [head, ...rest]: string[], other: unknown): unknown {
  if (head === undefined || typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value).map(([key, inner]) => [key, key === head ? withAt(inner, rest, other) : inner]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

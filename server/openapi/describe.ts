/** The description of the queue for programs (OpenAPI 3.1), made from the table of endpoints and the schemas of the wire. */
import * as z from 'zod/mini';
import { PROBLEMS, type ProblemKind, problemSchema } from '../../protocol/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { type Endpoint, listEndpoints, problemsOf } from '../endpoints.ts';

type JsonSchema = Record<string, unknown>;
type Media = Record<string, { schema?: JsonSchema }>;
type Response = { description: string; headers: object; content?: Media };
type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema; explode?: boolean };
type Operation = {
  operationId: string;
  summary: string;
  /** Our own word for it: anybody, person or desk. */
  'x-who': Endpoint['who'];
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: true; content: Media };
  responses: Record<string, Response>;
};
export type Description = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: object };
};

/** @param io what is sent to the queue may leave out what has a default; what it answers says everything. */
const toJson = (schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
};

export const describeQueue = (): Description => ({
  openapi: '3.1.0',
  info: {
    title: 'Clipdesk queue',
    version: String(PROTOCOL_VERSION),
    description: 'Takes clips from the whole house to the desk and back. The rules are in protocol/SPEC.md.',
  },
  paths: Object.fromEntries(
    [...Map.groupBy(listEndpoints(), ({ path }) => path)].map(([path, endpoints]) => [
      path.replace(/:(\w+)/g, '{$1}'),
      Object.fromEntries(endpoints.map((endpoint) => [endpoint.method.toLowerCase(), describe(endpoint)])),
    ]),
  ),
  components: {
    schemas: { Problem: toJson(problemSchema, 'output') },
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
  },
});

function describe(endpoint: Endpoint & { name: string }): Operation {
  const body = requestBody(endpoint);
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    'x-who': endpoint.who,
    security: endpoint.who === 'anybody' ? [] : [{ token: [] }],
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    ...(body === null ? {} : { requestBody: { required: true, content: body } }),
    responses: responses(endpoint),
  };
}

const pathParameters = ({ path, params = {} }: Endpoint): Parameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: params[name] === undefined ? { type: 'string' } : toJson(params[name], 'input'),
  }));

/** A list is a repeated parameter; one that is left out is empty, as is the text of a search. */
const queryParameters = ({ query }: Endpoint): Parameter[] =>
  Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const isOptional =
      z.safeParse(schema, undefined).success || z.safeParse(schema, []).success || z.safeParse(schema, '').success;
    const json = toJson(schema, 'input');
    return {
      name,
      in: 'query',
      required: !isOptional,
      schema: json,
      ...(json.type === 'array' ? { explode: true } : {}),
    };
  });

function requestBody({ json, described, form, bytes }: Endpoint): Media | null {
  if (json !== undefined) return { 'application/json': { schema: toJson(described ?? json, 'input') } };
  if (form !== undefined) return { 'application/x-www-form-urlencoded': { schema: toJson(form, 'input') } };
  return bytes === undefined ? null : Object.fromEntries(bytes.map((type) => [type, {}]));
}

const HEADERS = { [PROTOCOL_HEADER]: { schema: { type: 'string' } }, 'x-request-id': { schema: { type: 'string' } } };

function responses(endpoint: Endpoint): Record<string, Response> {
  const described: Record<string, Response> = {};
  const problems = Map.groupBy(problemsOf(endpoint), (kind) => PROBLEMS[kind].status);
  for (const [status, kinds] of problems) described[status] = problemResponse(kinds);
  for (const [status, answer] of Object.entries(endpoint.answers)) {
    const own: Media =
      answer === null
        ? {}
        : 'json' in answer
          ? { 'application/json': { schema: toJson(answer.json, 'output') } }
          : { [answer.media]: {} };
    const content = { ...own, ...described[status]?.content };
    described[status] = {
      description: described[status]?.description ?? (answer === null ? 'Done' : 'The answer'),
      headers: HEADERS,
      ...(Object.keys(content).length === 0 ? {} : { content }),
    };
  }
  return described;
}

const problemResponse = (kinds: ProblemKind[]): Response => ({
  description: kinds.map((kind) => `${kind}: ${PROBLEMS[kind].title}`).join(' '),
  headers: HEADERS,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

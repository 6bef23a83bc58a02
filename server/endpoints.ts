/**
 * Every endpoint of the queue, once: the app lets people through by this table and starts with no route that is
 * not in it, `/openapi.json` is made from it, and `npm run test:fuzz` tries what it says.
 */
import * as z from 'zod/mini';
import { claimPutSchema, claimSchema } from '../protocol/claim.ts';
import { figuresRequestSchema, figuresSchema } from '../protocol/figures.ts';
import { idSchema } from '../protocol/id.ts';
import { LIMITS } from '../protocol/limits.ts';
import { mutationSchema } from '../protocol/mutation.ts';
import { slugSchema } from '../protocol/person.ts';
import type { ProblemKind } from '../protocol/problem.ts';
import { pullRequestSchema, pullResponseSchema } from '../protocol/pull.ts';
import { pushRequestSchema, pushResponseSchema } from '../protocol/push.ts';
import { questionLinkSchema } from '../protocol/question.ts';
import { ROUTES, SIGN_IN_PAGE } from '../protocol/routes.ts';
import { heldTopicSchema, searchRequestSchema, searchResponseSchema } from '../protocol/search.ts';
import {
  joinRequestSchema,
  joinResponseSchema,
  queueInfoSchema,
  refreshRequestSchema,
  signInQuerySchema,
  signInRequestSchema,
  tokensSchema,
} from '../protocol/session.ts';
import { similarRequestSchema, similarResponseSchema } from '../protocol/similar.ts';
import { confirmationSchema, strategyEditSchema, strategyViewSchema } from '../protocol/strategy-edit.ts';
import {
  historyRequestSchema,
  historySchema,
  strategyImportSchema,
  strategySavedSchema,
  strategyVersionSchema,
} from '../protocol/strategy-history.ts';
import { requiredText } from '../protocol/text.ts';

type Schema = z.ZodMiniType;
type Body = { json: Schema } | { media: string };

export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As Hono writes it: `/v1/topics/:topicId`. */
  path: string;
  summary: string;
  /**
   * `desk`: whoever decides (editor, duty, lead); `keeper`: whoever keeps the strategy (lead, admin); `admin`;
   * `person`: whoever is signed in; `operator`: whoever has that token.
   */
  who: 'anybody' | 'person' | 'desk' | 'keeper' | 'admin' | 'operator';
  /** What everybody else is told of an endpoint of the desk or of a role; `unknown` where nobody is to learn what exists. */
  others?: 'forbidden' | 'unknown';
  /** Whom its answers may name; a name beside one's own act is no figure [FG1]. */
  names: 'nobody' | 'who did it' | 'oneself';
  /** What a part of the path has to look like; anything else is `unknown`. */
  params?: Readonly<Record<string, Schema>>;
  query?: z.ZodMiniObject;
  /** JSON that is read; or a form of one page; or bytes of one of these types. */
  json?: Schema;
  /** In the description, where a part of `json` is read later and by itself. */
  described?: Schema;
  form?: z.ZodMiniObject;
  bytes?: readonly string[];
  answers: Readonly<Record<number, Body | null>>;
  /** Beside those that follow from the rest, see `problemsOf`. */
  problems?: readonly ProblemKind[];
};

const html: Body = { media: 'text/html' };
const okSchema = z.object({ status: z.literal('ok') });
const PICTURES = ['image/webp', 'image/jpeg', 'image/png'] as const;
const PROTOCOL_PROBLEMS = ['protocol_too_old', 'protocol_too_new'] as const;

export const ENDPOINTS = {
  queue: {
    method: 'GET',
    path: ROUTES.queue,
    summary: 'What the queue says of itself to anybody',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: { json: queueInfoSchema } },
  },
  join: {
    method: 'POST',
    path: ROUTES.session,
    summary: 'Turn an invitation into tokens for one device',
    who: 'anybody',
    names: 'oneself',
    json: joinRequestSchema,
    answers: { 201: { json: joinResponseSchema } },
    problems: ['unknown', 'invitation_used', 'too_many'],
  },
  refresh: {
    method: 'POST',
    path: ROUTES.refresh,
    summary: 'The next tokens for a refresh token; the same again until they are used',
    who: 'anybody',
    names: 'nobody',
    json: refreshRequestSchema,
    answers: { 200: { json: tokensSchema } },
    problems: ['unauthorized'],
  },
  signIn: {
    method: 'POST',
    path: ROUTES.signIn,
    summary: 'Turn a code of the company’s sign-in into tokens for the device that began it',
    who: 'anybody',
    names: 'oneself',
    json: signInRequestSchema,
    answers: { 201: { json: joinResponseSchema } },
    problems: ['unknown', 'invitation_used', 'too_many'],
  },
  leave: {
    method: 'DELETE',
    path: ROUTES.session,
    summary: 'End the access of this device',
    who: 'person',
    names: 'nobody',
    answers: { 204: null },
  },
  push: {
    method: 'POST',
    path: ROUTES.push,
    summary: 'Send what a client did, in its order; safe to repeat',
    who: 'person',
    names: 'nobody',
    json: pushRequestSchema,
    described: z.extend(pushRequestSchema, {
      mutations: z.array(mutationSchema).check(z.maxLength(LIMITS.pushBatch)),
    }),
    answers: { 200: { json: pushResponseSchema } },
    problems: ['epoch_changed', 'forked', 'gap', ...PROTOCOL_PROBLEMS],
  },
  pull: {
    method: 'POST',
    path: ROUTES.pull,
    summary: 'One page of what changed for this person since their cursor',
    who: 'person',
    names: 'who did it',
    json: pullRequestSchema,
    answers: { 200: { json: pullResponseSchema } },
    problems: PROTOCOL_PROBLEMS,
  },
  events: {
    method: 'GET',
    path: ROUTES.events,
    summary: 'A stream that says when to pull',
    who: 'person',
    names: 'nobody',
    answers: { 200: { media: 'text/event-stream' } },
  },
  search: {
    method: 'GET',
    path: ROUTES.search,
    summary: 'Search everything that this person may see',
    who: 'person',
    names: 'who did it',
    query: searchRequestSchema,
    answers: { 200: { json: searchResponseSchema } },
  },
  topic: {
    method: 'GET',
    path: ROUTES.topic,
    summary: 'One topic with those of its clips that this person may see',
    who: 'person',
    names: 'who did it',
    params: { topicId: idSchema },
    answers: { 200: { json: heldTopicSchema } },
  },
  claim: {
    method: 'PUT',
    path: ROUTES.claim,
    summary: 'Say that somebody looks at a topic; answers whose claim stands',
    who: 'desk',
    others: 'unknown',
    names: 'who did it',
    params: { topicId: idSchema },
    json: claimPutSchema,
    answers: { 200: { json: claimSchema } },
  },
  unclaim: {
    method: 'DELETE',
    path: ROUTES.claim,
    summary: 'End one’s own claim',
    who: 'desk',
    others: 'unknown',
    names: 'nobody',
    params: { topicId: idSchema },
    answers: { 204: null },
  },
  figures: {
    method: 'GET',
    path: ROUTES.figures,
    summary: 'Totals of the desk’s work, none about a person',
    who: 'desk',
    names: 'nobody',
    query: figuresRequestSchema,
    answers: { 200: { json: figuresSchema } },
  },
  similar: {
    method: 'POST',
    path: ROUTES.similar,
    summary: 'What is known already that is similar to a page',
    who: 'person',
    names: 'nobody',
    json: similarRequestSchema,
    answers: { 200: { json: similarResponseSchema } },
    problems: ['too_many', ...PROTOCOL_PROBLEMS],
  },
  putPicture: {
    method: 'PUT',
    path: ROUTES.picture,
    summary: 'Bring the picture that a clip of one’s own names',
    who: 'person',
    names: 'nobody',
    params: { clipId: idSchema },
    bytes: PICTURES,
    answers: { 204: null },
    problems: ['bad_request'],
  },
  picture: {
    method: 'GET',
    path: ROUTES.picture,
    summary: 'The picture of a clip that this person may see',
    who: 'person',
    names: 'nobody',
    params: { clipId: idSchema },
    answers: { 200: { media: 'image/*' } },
  },
  questionLink: {
    method: 'POST',
    path: ROUTES.questionLink,
    summary: 'Make the link by which somebody answers a question without the extension',
    who: 'desk',
    others: 'unknown',
    names: 'nobody',
    params: { questionId: idSchema },
    answers: { 201: { json: questionLinkSchema } },
  },
  strategy: {
    method: 'GET',
    path: ROUTES.strategy,
    summary: 'The strategy as those who keep it edit it',
    who: 'keeper',
    names: 'who did it',
    answers: { 200: { json: strategyViewSchema } },
  },
  editStrategy: {
    method: 'POST',
    path: ROUTES.strategyEdits,
    summary: 'Change or remove one entry; people and their roles are the admins’ to change',
    who: 'keeper',
    names: 'who did it',
    json: strategyEditSchema,
    answers: { 200: { json: strategySavedSchema } },
    problems: ['forbidden', 'strategy_changed', 'strategy_faulty'],
  },
  exportStrategy: {
    method: 'GET',
    path: ROUTES.strategyFile,
    summary: 'The whole strategy as the file that can be changed and imported',
    who: 'admin',
    names: 'who did it',
    answers: { 200: { media: 'application/yaml' } },
  },
  importStrategy: {
    method: 'POST',
    path: ROUTES.strategyFile,
    summary: 'Make a file the strategy, or say what it would change',
    who: 'admin',
    names: 'who did it',
    json: strategyImportSchema,
    answers: { 200: { json: strategySavedSchema } },
    problems: ['strategy_changed', 'strategy_faulty'],
  },
  strategyVersions: {
    method: 'GET',
    path: ROUTES.strategyVersions,
    summary: 'Who changed what of the strategy, the newest first',
    who: 'keeper',
    names: 'who did it',
    query: historyRequestSchema,
    answers: { 200: { json: historySchema } },
  },
  strategyVersion: {
    method: 'GET',
    path: ROUTES.strategyVersion,
    summary: 'One version of the strategy',
    who: 'keeper',
    names: 'who did it',
    params: { number: z.string().check(z.regex(/^[1-9]\d{0,8}$/)) },
    answers: { 200: { json: strategyVersionSchema } },
  },
  confirmGoal: {
    method: 'POST',
    path: ROUTES.confirmation,
    summary: 'Stand for a goal as its sponsor, and nobody else',
    who: 'person',
    names: 'nobody',
    params: { goalId: slugSchema },
    json: confirmationSchema,
    answers: { 200: { json: strategySavedSchema } },
    problems: ['forbidden', 'strategy_changed', 'strategy_faulty'],
  },
  takeConfirmationBack: {
    method: 'DELETE',
    path: ROUTES.confirmation,
    summary: 'Stand for a goal no longer',
    who: 'person',
    names: 'nobody',
    params: { goalId: slugSchema },
    answers: { 200: { json: strategySavedSchema } },
    problems: ['forbidden'],
  },
  openapi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: { json: z.looseObject({ openapi: z.string() }) } },
  },
  metrics: {
    method: 'GET',
    path: '/metrics',
    summary: 'Figures of the running queue for Prometheus; without a token configured there is nothing here',
    who: 'operator',
    names: 'nobody',
    answers: { 200: { media: 'text/plain' } },
    problems: ['unknown'],
  },
  health: {
    method: 'GET',
    path: '/healthz',
    summary: 'The process runs',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: { json: okSchema } },
  },
  ready: {
    method: 'GET',
    path: '/readyz',
    summary: 'The database answers too',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: { json: okSchema } },
  },
  homePage: {
    method: 'GET',
    path: '/',
    summary: 'A page for whoever opens the queue’s address in a browser',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: html },
  },
  joinPage: {
    method: 'GET',
    path: '/join',
    summary: 'A page for whoever opens an invitation; the code stands behind # and never arrives here',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: html },
  },
  signInPage: {
    method: 'GET',
    path: SIGN_IN_PAGE,
    summary: 'Where an extension opens the company’s sign-in; leads on to the provider',
    who: 'anybody',
    names: 'nobody',
    query: signInQuerySchema,
    answers: { 302: null, 400: html },
    problems: ['unknown'],
  },
  signInCallback: {
    method: 'GET',
    path: `${SIGN_IN_PAGE}/callback`,
    summary: 'Where the provider sends people back to; leads on to the extension',
    who: 'anybody',
    names: 'nobody',
    answers: { 302: null, 400: html },
    problems: ['unknown'],
  },
  topicPage: {
    method: 'GET',
    path: '/t/:topicId',
    summary: 'A page for whoever opens the link to a topic; the same whether it exists or not',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: html },
  },
  questionPage: {
    method: 'GET',
    path: '/q/:token',
    summary: 'The page behind a one-time link to a question',
    who: 'anybody',
    names: 'who did it',
    answers: { 200: html, 404: html, 429: html },
  },
  answerPage: {
    method: 'POST',
    path: '/q/:token',
    summary: 'Answer the question behind a one-time link',
    who: 'anybody',
    names: 'who did it',
    form: z.object({ answer: requiredText(LIMITS.answer) }),
    answers: { 200: html, 400: html, 404: html, 429: html },
    problems: ['too_large'],
  },
  joinScript: {
    method: 'GET',
    path: '/join.js',
    summary: 'The script of the page for invitations',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: { media: 'text/javascript' } },
  },
  pageStyle: {
    method: 'GET',
    path: '/page.css',
    summary: 'The style of the pages',
    who: 'anybody',
    names: 'nobody',
    answers: { 200: { media: 'text/css' } },
  },
} as const satisfies Record<string, Endpoint>;

/** The table as a list, each with its name. */
export const listEndpoints = (): (Endpoint & { name: string })[] =>
  Object.entries(ENDPOINTS).map(([name, endpoint]) => ({ name, ...endpoint }));

/** Every problem that an endpoint may answer with, the method being right. */
export function problemsOf({ who, others, params, query, json, bytes, problems = [] }: Endpoint): ProblemKind[] {
  const kinds: ProblemKind[] = [...problems, 'internal', 'unavailable', 'too_many'];
  if (who !== 'anybody') kinds.push('unauthorized');
  if (who === 'desk' || who === 'keeper' || who === 'admin') kinds.push(others ?? 'forbidden');
  if (params !== undefined) kinds.push('unknown');
  if (query !== undefined) kinds.push('bad_request');
  if (json !== undefined) kinds.push('bad_request');
  if (json !== undefined || bytes !== undefined) kinds.push('too_large', 'wrong_type');
  return [...new Set(kinds)].sort();
}

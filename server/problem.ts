import type { Problem, ProblemKind } from '../protocol/problem.ts';
import { PROBLEMS } from '../protocol/problem.ts';
import type { StrategyVersion } from '../protocol/strategy-history.ts';

type More = {
  detail?: string;
  errors?: Problem['errors'];
  /** What somebody else changed meanwhile. */
  since?: StrategyVersion[];
  /** Headers that belong to the problem, such as Allow or Retry-After. */
  headers?: Record<string, string>;
};

/** A whole request that cannot be served, thrown where it is noticed and answered in one place. */
export class RequestProblem extends Error {
  override name = 'RequestProblem';
  readonly kind: ProblemKind;
  readonly more: More;

  constructor(kind: ProblemKind, more: More = {}) {
    super(kind);
    this.kind = kind;
    this.more = more;
  }
}

/** The answer to a problem, as RFC 9457 writes it. */
export function problemResponse({ kind, more }: Pick<RequestProblem, 'kind' | 'more'>, requestId: string): Response {
  const { status, title } = PROBLEMS[kind];
  const body: Problem = {
    type: `urn:clipdesk:problem:${kind}`,
    kind,
    title,
    status,
    requestId,
    ...(more.detail === undefined ? {} : { detail: more.detail }),
    ...(more.errors === undefined ? {} : { errors: more.errors }),
    ...(more.since === undefined ? {} : { since: more.since }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...more.headers },
  });
}

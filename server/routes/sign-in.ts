/** Signing in with the company account: two addresses that a person's browser passes through, and the end of it for a device. */
import { Hono } from 'hono';
import { SIGN_IN_PAGE } from '../../protocol/routes.ts';
import { type SignInFailure, signInQuerySchema } from '../../protocol/session.ts';
import { createAttempts } from '../http/attempts.ts';
import type { QueueContext, QueueEnv } from '../http/context.ts';
import { senderAddress } from '../http/sender.ts';
import { signInFailedPage } from '../pages/page.ts';
import { pageLanguage } from '../pages/texts.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { queueRow } from '../rows/queue.ts';
import { admit } from '../sign-in/admit.ts';
import { attemptOf, begin, type Carried, cookieOf, endedCookie, readCookie } from '../sign-in/attempt.ts';
import { addCode, makeCode } from '../sign-in/codes.ts';
import { type Provider, ProviderRefusal } from '../sign-in/provider.ts';
import { seal } from '../sign-in/seal.ts';
import type { SignInConfig } from '../sign-in/settings.ts';
import { WRONG_CODES } from './session.ts';

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function signInRoutes(parts: Parts) {
  const { store, config, clock, provider } = parts;
  // [SI15] Anybody can make a cookie that fits a code of their own: the provider is not asked about it all day.
  const attempts = createAttempts(WRONG_CODES);

  /** To a person whom no extension waits for: what is wrong, and that nothing happened. @param root as in `page` */
  const failedPage = async (c: QueueContext, root: string) => {
    const { name } = await store.read(queueRow);
    c.header('content-security-policy', POLICY);
    return c.html(signInFailedPage(name, pageLanguage(c.req.header('accept-language')), root), 400);
  };

  /** Runs only where there is a provider. */
  const offered =
    (show: (c: QueueContext, provider: Provider, signIn: SignInConfig) => Promise<Response>) =>
    async (c: QueueContext): Promise<Response> => {
      if (provider === null || config.signIn === null) throw new RequestProblem('unknown');
      return show(c, provider, config.signIn);
    };

  return new Hono<QueueEnv>()
    .get(
      SIGN_IN_PAGE,
      offered(async (c, provider, signIn) => {
        const query = signInQuerySchema.safeParse(c.req.query()).data;
        // Only extensions that we know are answered: another could ask in our name.
        if (query === undefined || !isKnownExtension(query.redirect, signIn)) return failedPage(c, '');
        const carried = begin(query);
        try {
          const page = await provider.begin(attemptOf(carried));
          c.header('set-cookie', cookieOf(carried, signIn.callback));
          return c.redirect(page.href);
        } catch (error) {
          return c.redirect(failed(carried, signIn, error));
        }
      }),
    )
    .get(
      `${SIGN_IN_PAGE}/callback`,
      offered(async (c, provider, signIn) => {
        const carried = readCookie(c.req.header('cookie'));
        if (carried === null || !isKnownExtension(carried.redirect, signIn)) return failedPage(c, '../');
        c.header('set-cookie', endedCookie(signIn.callback));
        const sender = senderAddress(c, config.proxies);
        if (attempts.waitSeconds(sender, clock()) > 0)
          return c.redirect(answer(carried, signIn, { error: 'wrong_answer' }));
        try {
          const code = await finish(c, provider, carried, signIn);
          return c.redirect(answer(carried, signIn, { code }));
        } catch (error) {
          if (error instanceof ProviderRefusal && error.kind === 'wrong_answer') attempts.failed(sender, clock());
          return c.redirect(failed(carried, signIn, error));
        }
      }),
    );

  async function finish(c: QueueContext, provider: Provider, carried: Carried, signIn: SignInConfig): Promise<string> {
    // As the provider was told it: behind a proxy the request itself names another address.
    const came = new URL(signIn.callback);
    came.search = new URL(c.req.url).search;
    const { claims, refreshToken } = await provider.finish(came, attemptOf(carried));
    const code = makeCode();
    const providerGrant = refreshToken === null ? null : await seal(code, refreshToken);
    const { result } = await store.write(async (tx) => {
      const now = clock();
      const person = await admit(tx, { claims, isWhole: true }, now);
      if (person === null) return null;
      await addCode(tx, { code, personId: person.id, challenge: carried.challenge, providerGrant, now });
      return person;
    });
    if (result === null) throw new ProviderRefusal('refused');
    return code;
  }
}

/** Of `blob:https://…` the origin is that of what stands behind it, but the browser opens something else. */
function isKnownExtension(redirect: string, { extensions }: SignInConfig): boolean {
  const { protocol, origin } = new URL(redirect);
  return protocol === 'https:' && extensions.includes(origin);
}

/** The extension's address with what it waits for, and who says it: another queue may have sent the person here (RFC 9207). */
function answer(
  { redirect, state }: Carried,
  { publicUrl }: SignInConfig,
  said: { code: string } | { error: SignInFailure },
): string {
  const url = new URL(redirect);
  for (const [name, value] of Object.entries({ ...said, state, iss: publicUrl })) url.searchParams.set(name, value);
  return url.href;
}

function failed(carried: Carried, signIn: SignInConfig, error: unknown): string {
  if (!(error instanceof ProviderRefusal)) throw error;
  return answer(carried, signIn, { error: error.kind });
}

/** The company's OpenID provider, with the queue as its client. Everything that the standard checks, `oauth4webapi` checks. */
import * as oauth from 'oauth4webapi';
import type { SignInFailure } from '../../protocol/session.ts';
import { describeError, type Log } from '../log.ts';
import type { Claims, Said } from './claims.ts';
import type { SignInConfig } from './settings.ts';

/** Why the provider let nobody in. */
export class ProviderRefusal extends Error {
  override name = 'ProviderRefusal';
  readonly kind: SignInFailure;

  constructor(kind: SignInFailure, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
  }
}

/** What makes one sign-in different from all others; known to the browser that began it alone. */
export type Attempt = { state: string; nonce: string; verifier: string };

/** Whom the provider vouches for, and with what it can be asked again; null if it gave nothing for that. */
type Vouched = { claims: Claims; refreshToken: string | null };

/** `said` is null where the provider says nothing of the person again. */
export type VouchedAgain = Pick<Vouched, 'refreshToken'> & { said: Said | null };

/** Each fails only with a `ProviderRefusal`. */
export type Provider = {
  /** The page of the provider where a sign-in begins. */
  begin(attempt: Attempt): Promise<URL>;
  /** @param answer the address that the provider sent the person back to */
  finish(answer: URL, attempt: Attempt): Promise<Vouched>;
  /** Asks whether somebody may still come; `cancelled`: no longer. */
  askAgain(refreshToken: string): Promise<VouchedAgain>;
};

/** How far the clocks of provider and queue may differ. Seconds. */
const CLOCK_TOLERANCE = 60;
/** How long what the provider says of itself is taken for true. Milliseconds. */
const METADATA_MS = 3_600_000;
const TIMEOUT_MS = 10_000;

export function createProvider(config: SignInConfig, clock: () => number, log: Log): Provider {
  const issuer = new URL(config.issuer);
  const client = (): oauth.Client => ({
    client_id: config.clientId,
    // The library reads the machine's clock; the queue's may be another one in tests.
    [oauth.clockSkew]: Math.round((clock() - Date.now()) / 1000),
    [oauth.clockTolerance]: CLOCK_TOLERANCE,
  });
  const http = () => ({
    signal: AbortSignal.timeout(TIMEOUT_MS),
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
  });

  let known: { server: Promise<oauth.AuthorizationServer>; until: number } | null = null;
  const discover = (): Promise<oauth.AuthorizationServer> => {
    if (known !== null && known.until > clock()) return known.server;
    const server = oauth
      .discoveryRequest(issuer, http())
      .then((response) => oauth.processDiscoveryResponse(issuer, response));
    known = { server, until: clock() + METADATA_MS };
    // A provider that was away is asked anew by the next who comes.
    server.catch(() => {
      known = null;
    });
    return server;
  };

  const authentication = ({ token_endpoint_auth_methods_supported: methods }: oauth.AuthorizationServer) => {
    if (config.secret === null) return oauth.None();
    const posts = methods !== undefined && !methods.includes('client_secret_basic');
    return posts ? oauth.ClientSecretPost(config.secret()) : oauth.ClientSecretBasic(config.secret());
  };

  /** Tokens come straight from the provider, but a proxy may stand between: the signature is checked all the same. */
  async function checkSignature(server: oauth.AuthorizationServer, response: Response): Promise<void> {
    try {
      await oauth.validateApplicationLevelSignature(server, response, http());
    } catch (error) {
      if (!(error instanceof oauth.OperationProcessingError) || error.code !== oauth.KEY_SELECTION) throw error;
      // The provider's keys changed since they were read. The library keeps them by this object: a copy reads anew.
      const anew = { ...server };
      await oauth.validateApplicationLevelSignature(anew, response, http());
      if (known !== null) known = { ...known, server: Promise.resolve(anew) };
    }
  }

  /** Some providers say name and groups at their userinfo endpoint alone. */
  async function withUserInfo(
    server: oauth.AuthorizationServer,
    accessToken: string,
    claims: oauth.IDToken | null,
    subject: string | typeof oauth.skipSubjectCheck,
  ): Promise<Claims | null> {
    const { userinfo_endpoint: endpoint } = server;
    if (endpoint === undefined) return claims;
    const response = await oauth.userInfoRequest(server, client(), accessToken, http());
    if (response.status === 401 || response.status === 403) {
      // The token is new: it is the person who may no longer.
      await response.body?.cancel();
      throw new ProviderRefusal('cancelled');
    }
    const more = await oauth.processUserInfoResponse(server, client(), subject, response);
    return { ...more, ...claims, iss: server.issuer, sub: more.sub };
  }

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const kind = kindOf(error);
      log.warn({ task: 'sign-in', kind, ...describeError(error) });
      throw new ProviderRefusal(kind, { cause: error });
    }
  };

  return {
    begin: ({ state, nonce, verifier }) =>
      run(async () => {
        const server = await discover();
        if (server.authorization_endpoint === undefined) throw new ProviderRefusal('wrong_answer');
        const url = new URL(server.authorization_endpoint);
        const asked = {
          client_id: config.clientId,
          redirect_uri: config.callback,
          response_type: 'code',
          scope: config.scope,
          state,
          nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        };
        for (const [name, value] of [...config.parameters, ...Object.entries(asked)]) url.searchParams.set(name, value);
        return url;
      }),

    finish: (answer, { state, nonce, verifier }) =>
      run(async () => {
        const server = await discover();
        const parameters = oauth.validateAuthResponse(server, client(), answer, state);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client(),
          authentication(server),
          parameters,
          config.callback,
          verifier,
          http(),
        );
        const expected = { expectedNonce: nonce, requireIdToken: true };
        const tokens = await oauth.processAuthorizationCodeResponse(server, client(), response, expected);
        await checkSignature(server, response);
        const idToken = oauth.getValidatedIdTokenClaims(tokens);
        if (idToken === undefined) throw new ProviderRefusal('wrong_answer');
        const claims = await withUserInfo(server, tokens.access_token, idToken, idToken.sub);
        return { claims: claims ?? idToken, refreshToken: tokens.refresh_token ?? null };
      }),

    askAgain: (refreshToken) =>
      run(async () => {
        const server = await discover();
        const response = await oauth.refreshTokenGrantRequest(
          server,
          client(),
          authentication(server),
          refreshToken,
          http(),
        );
        const tokens = await oauth.processRefreshTokenResponse(server, client(), response).catch((error: unknown) => {
          const gone = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
          throw gone ? new ProviderRefusal('cancelled', { cause: error }) : error;
        });
        const idToken = oauth.getValidatedIdTokenClaims(tokens) ?? null;
        if (idToken !== null) await checkSignature(server, response);
        const subject = idToken?.sub ?? oauth.skipSubjectCheck;
        const claims = await withUserInfo(server, tokens.access_token, idToken, subject);
        const said = claims === null ? null : { claims, isWhole: idToken !== null };
        return { said, refreshToken: tokens.refresh_token ?? refreshToken };
      }),
  };
}

/** What a provider says when the person, or it, wants no more. */
const DENIED = ['access_denied', 'login_required', 'consent_required', 'interaction_required'];
const AWAY = ['server_error', 'temporarily_unavailable'];

function kindOf(error: unknown): SignInFailure {
  if (error instanceof ProviderRefusal) return error.kind;
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    if (DENIED.includes(error.error)) return 'cancelled';
    const away = AWAY.includes(error.error) || (error instanceof oauth.ResponseBodyError && error.status >= 500);
    return away ? 'provider_down' : 'wrong_answer';
  }
  // The provider's error page, with no word of the standard in it.
  if (error instanceof oauth.OperationProcessingError) {
    // Not by its class: the server's own replaces the one that fetch answers with.
    const { status } = (error.cause ?? {}) as { status?: unknown };
    return typeof status === 'number' && (status === 429 || status >= 500) ? 'provider_down' : 'wrong_answer';
  }
  // fetch: no connection, or no answer in time.
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
    return 'provider_down';
  return 'wrong_answer';
}

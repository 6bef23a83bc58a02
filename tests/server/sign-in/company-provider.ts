/** A real OpenID provider on loopback, with the people of a company, that can be changed while it runs. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type JWK } from 'oidc-provider';

type Employee = { name: string; email: string; groups: string[] };

export const CLIENT = { id: 'clipdesk', secret: 'a secret of the queue and the provider' };

/** @param callback where the queue takes answers */
export async function startCompanyProvider(callback: string) {
  const employees = new Map<string, Employee>([
    ['hanna-sub', { name: 'Hanna Voss', email: 'hanna.voss@nordwerk.example', groups: [] }],
    ['kim-sub', { name: 'Kim Neu', email: 'kim.neu@nordwerk.example', groups: ['redaktion'] }],
    ['ole-sub', { name: 'Ole Jansen', email: 'ole.jansen@nordwerk.example', groups: ['sport'] }],
  ]);
  let respond: ReturnType<Provider['callback']> = async () => {};
  let isDown = false;
  let answersWrong = false;
  const server = createServer((request, response) => {
    if (isDown) {
      response.statusCode = 503;
      response.end('away');
    } else if (answersWrong && request.url?.startsWith('/auth?')) {
      const back = new URL(callback);
      back.search = String(new URLSearchParams({ code: 'somebody-else-s', state: 'somebody-else-s', iss: issuer }));
      response.writeHead(303, { location: back.href });
      response.end();
    } else void respond(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const newKey = async (): Promise<JWK> => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: crypto.randomUUID() } as JWK;
  };
  const begin = async () => {
    const provider = new Provider(issuer, {
      jwks: { keys: [await newKey()] },
      cookies: { keys: ['a key of the provider'] },
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [callback],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
        },
      ],
      claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
      pkce: { required: () => true },
      // The queue's clock may be moved by hours in a story, the provider's never is.
      ttl: {
        IdToken: 7 * 86_400,
        AccessToken: 3_600,
        RefreshToken: 7 * 86_400,
        Session: 86_400,
        Grant: 7 * 86_400,
        Interaction: 3_600,
      },
      issueRefreshToken: async () => true,
      findAccount: async (_context, sub) => {
        const employee = employees.get(sub);
        return employee && { accountId: sub, claims: async () => ({ sub, email_verified: true, ...employee }) };
      },
    });
    respond = provider.callback();
  };
  await begin();
  return {
    issuer,
    employees,
    /** From now on it signs with another key, and the one before is gone. */
    rotateKeys: begin,
    setDown(down: boolean): void {
      isDown = down;
    },
    /** From now on it answers what nobody asked, as somebody between would. */
    setAnswersWrong(wrong: boolean): void {
      answersWrong = wrong;
    },
    /** What the provider sends a browser back with, after somebody typed their name and agreed. */
    async walk(begin: string, login: string): Promise<string> {
      const jar = new Map<string, string>();
      const go = async (url: string, init: RequestInit = {}) => {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } });
        for (const set of response.headers.getSetCookie()) {
          const [pair = ''] = set.split(';');
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        return response;
      };
      let response = await go(begin);
      for (let steps = 0; steps < 20; steps += 1) {
        const location = response.headers.get('location');
        if (location?.startsWith(callback)) return location;
        if (location !== null) {
          response = await go(new URL(location, issuer).href);
          continue;
        }
        const page = await response.text();
        const action = /action="([^"]+)"/.exec(page)?.[1];
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
        if (action === undefined || prompt === undefined) throw new Error(`the provider says: ${page.slice(0, 500)}`);
        response = await go(new URL(action, issuer).href, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ prompt, login, password: 'x' }).toString(),
        });
      }
      throw new Error('the provider does not come to an end');
    },
    async stop(): Promise<void> {
      server.close();
      server.closeAllConnections();
    },
  };
}
export type CompanyProvider = Awaited<ReturnType<typeof startCompanyProvider>>;

/** One page of the intranet stands behind a form and a cookie, as single sign-on pages do. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const COOKIE = 'nordwerk_session';

export type Login = {
  isSignedIn: (request: IncomingMessage) => boolean;
  /** Reads the form, sets the cookie and sends the person back to where they wanted to go. */
  signIn: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/** Sessions end with the server. Every name and password is welcome: nothing here is secret. */
export function createLogin(): Login {
  const sessions = new Set<string>();
  return {
    isSignedIn: (request) => {
      const cookies = (request.headers.cookie ?? '').split(/;\s*/);
      return cookies.some((cookie) => cookie.startsWith(`${COOKIE}=`) && sessions.has(cookie.slice(COOKIE.length + 1)));
    },
    signIn: async (request, response) => {
      const form = new URLSearchParams(await readText(request));
      const session = randomBytes(24).toString('base64url');
      sessions.add(session);
      response
        .writeHead(303, {
          location: localPath(form.get('back')),
          'set-cookie': `${COOKIE}=${session}; HttpOnly; SameSite=Lax; Path=/`,
        })
        .end();
    },
  };
}

/** A path of this site, never another address: a form field is not to be trusted. */
const localPath = (back: string | null): string => (back !== null && /^\/(?![/\\])/.test(back) ? back : '/');

async function readText(request: IncomingMessage, limit = 10_000): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += `${chunk}`;
    if (text.length > limit) break;
  }
  return text;
}

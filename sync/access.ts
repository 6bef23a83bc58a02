/** What lets a device in: a short access token, and the refresh token that gets the next one. */
import { ROUTES } from '../protocol/routes.ts';
import { type Tokens, tokensSchema } from '../protocol/session.ts';
import type { HeldTokens } from '../storage/accounts.ts';
import { askJson, type Fetch } from './ask.ts';
import { SyncError } from './errors.ts';

const held = ({ access, accessMs, refresh }: Tokens, now: number): HeldTokens => ({
  access,
  accessUntil: now + accessMs,
  refresh,
});

export type AccessParts = {
  queueUrl: string;
  fetch: Fetch;
  /** The newest tokens, whoever got them; null after signing out. */
  read(): Promise<HeldTokens | null>;
  /** Keeps the answer to a refresh, unless the account was left or joined anew meanwhile. */
  keep(before: HeldTokens, after: HeldTokens): Promise<void>;
  /** Runs one at a time over all pages and the worker. */
  alone<T>(run: () => Promise<T>): Promise<T>;
  clock(): number;
};

/** So long before its end a token is not sent any more: a request takes its time. Milliseconds. */
const MARGIN_MS = 15_000;

/**
 * Says which access token to send, and gets the next one when it is time [SI5]. What is known of times of day decides
 * nothing alone: a token that the queue refuses is replaced once, however long it should have worked.
 * @returns for `Line.access`; it throws SyncError: `sign_in` when the queue takes the refresh token no more
 */
export function createAccess({ queueUrl, fetch, read, keep, alone, clock }: AccessParts) {
  let latest: HeldTokens | null = null;
  const usable = (tokens: HeldTokens, refused: string | null): boolean =>
    tokens.access !== refused && tokens.accessUntil - clock() > MARGIN_MS;

  const readTokens = async (): Promise<HeldTokens> => {
    const tokens = await read();
    // What was read, and not what was answered: only that is the account's yet.
    latest = tokens;
    if (tokens === null) throw new SyncError('sign_in');
    return tokens;
  };

  const refresh = async (refused: string | null): Promise<string> => {
    // Another page or the worker may have done it while this one waited for its turn.
    const before = await readTokens();
    if (usable(before, refused)) return before.access;
    const body = JSON.stringify({ refresh: before.refresh });
    const question = { method: 'POST', type: 'application/json', body } as const;
    const line = { queueUrl, fetch, access: async () => null };
    const after = held(await askJson(line, ROUTES.refresh, question, tokensSchema), clock());
    await keep(before, after);
    // Read once more, so that the next request has it at once; an account that was left meanwhile sends nothing.
    return (await readTokens()).access;
  };

  const look = async (refused: string | null): Promise<string> => {
    const tokens = await readTokens();
    return usable(tokens, refused) ? tokens.access : alone(() => refresh(refused));
  };
  return (refused: string | null): string | Promise<string> =>
    latest !== null && usable(latest, refused) ? latest.access : look(refused);
}

/** Every setting of the queue, read once from the environment. Nothing else reads it. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));

/** Where the extension of the store, and an unpacked one, is given its answers; the browser made them from its id. */
const KNOWN_EXTENSIONS = [
  'https://iemilmdnpanmacikjpnbhblkcfpclfkl.chromiumapp.org',
  'https://d4adf7bd66cd3b69e15a45e853d665894e123b59.extensions.allizom.org',
];

const environmentSchema = z.object({
  /** Where the SQLite file is; its folder is made if it is missing. */
  CLIPDESK_DATABASE: z._default(z.string().check(z.minLength(1)), '.clipdesk/queue.sqlite'),
  CLIPDESK_HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  /** 0: any free port. */
  CLIPDESK_PORT: z._default(port, 8787),
  /** How people reach the queue, for invitation links; behind a proxy it is not what the queue listens to. */
  CLIPDESK_PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** How many reverse proxies of your own stand in front: as many entries of X-Forwarded-For are believed. */
  CLIPDESK_PROXIES: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10)), 0),
  /** The OpenID provider of the company, as it names itself; left out, people come by invitation only. */
  CLIPDESK_SIGN_IN_ISSUER: z.optional(z.url({ protocol: /^https?$/ })),
  CLIPDESK_SIGN_IN_CLIENT_ID: z.optional(z.string().check(z.minLength(1))),
  CLIPDESK_SIGN_IN_SECRET: z.optional(z.string().check(z.minLength(1))),
  /** A file with the secret and nothing else, as secret stores of containers provide it. */
  CLIPDESK_SIGN_IN_SECRET_FILE: z.optional(z.string().check(z.minLength(1))),
  CLIPDESK_SIGN_IN_SCOPE: z._default(
    z.string().check(z.regex(/(^| )openid( |$)/)),
    'openid profile email offline_access',
  ),
  /** More for the provider's address, written like a query: some want to be asked in their own way. */
  CLIPDESK_SIGN_IN_PARAMETERS: z._default(z.string(), ''),
  /** Where extensions of the company's own making are answered, beside ours: origins with commas between them. */
  CLIPDESK_SIGN_IN_EXTENSIONS: z._default(z.string(), ''),
  CLIPDESK_LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
});

export type SignInConfig = {
  issuer: string;
  clientId: string;
  /** A function, so that whoever prints the configuration does not print it. Null: a public client. */
  secret: (() => string) | null;
  scope: string;
  parameters: [string, string][];
  /** Where the provider sends people back to; to be registered there. */
  callback: string;
  /** Origins of extensions that may be answered. */
  extensions: readonly string[];
};

export type Config = {
  database: string;
  host: string;
  port: number;
  /** Null: the address that the queue listens to. */
  publicUrl: string | null;
  proxies: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Null: by invitation only. */
  signIn: SignInConfig | null;
};

/** What stands in the environment is not what the queue expects; `message` names each variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** @throws ConfigError */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = environmentSchema.safeParse(environment, { error: z.locales.en().localeError });
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigError(lines.join('\n'));
  }
  const { data } = parsed;
  const publicUrl = data.CLIPDESK_PUBLIC_URL?.replace(/\/+$/, '') ?? null;
  return {
    database: data.CLIPDESK_DATABASE,
    host: data.CLIPDESK_HOST,
    port: data.CLIPDESK_PORT,
    publicUrl,
    proxies: data.CLIPDESK_PROXIES,
    logLevel: data.CLIPDESK_LOG_LEVEL,
    signIn:
      data.CLIPDESK_SIGN_IN_ISSUER === undefined ? null : readSignIn(data, data.CLIPDESK_SIGN_IN_ISSUER, publicUrl),
  };
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

function readSignIn(data: z.infer<typeof environmentSchema>, issuer: string, publicUrl: string | null): SignInConfig {
  const clientId = data.CLIPDESK_SIGN_IN_CLIENT_ID;
  const missing = [
    ...(clientId === undefined ? ['CLIPDESK_SIGN_IN_CLIENT_ID: the provider knows the queue by it'] : []),
    ...(publicUrl === null ? ['CLIPDESK_PUBLIC_URL: the provider sends people back there'] : []),
    ...(issuer.startsWith('https:') || LOOPBACK.test(issuer) ? [] : ['CLIPDESK_SIGN_IN_ISSUER: https is needed']),
  ];
  if (clientId === undefined || publicUrl === null || missing.length > 0) throw new ConfigError(missing.join('\n'));
  const secret = data.CLIPDESK_SIGN_IN_SECRET ?? readSecret(data.CLIPDESK_SIGN_IN_SECRET_FILE);
  const more = data.CLIPDESK_SIGN_IN_EXTENSIONS.split(',').map((origin) => origin.trim().replace(/\/+$/, ''));
  return {
    issuer,
    clientId,
    secret: secret === null ? null : () => secret,
    scope: data.CLIPDESK_SIGN_IN_SCOPE,
    parameters: [...new URLSearchParams(data.CLIPDESK_SIGN_IN_PARAMETERS)],
    callback: `${publicUrl}/sign-in/callback`,
    extensions: [...KNOWN_EXTENSIONS, ...more.filter((origin) => origin !== '')],
  };
}

function readSecret(file: string | undefined): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`CLIPDESK_SIGN_IN_SECRET_FILE: ${file} cannot be read`);
  }
}

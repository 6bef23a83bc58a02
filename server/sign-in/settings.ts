/** The settings of the company's sign-in, as `server/config.ts` reads them with all others. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

export const SIGN_IN_SETTINGS = {
  /** The OpenID provider of the company, as it names itself; left out, people come by invitation only. */
  CLIPDESK_SIGN_IN_ISSUER: z.optional(z.url({ protocol: /^https?$/ })),
  CLIPDESK_SIGN_IN_CLIENT_ID: z.optional(text),
  CLIPDESK_SIGN_IN_SECRET: z.optional(text),
  /** A file with the secret and nothing else, as secret stores of containers provide it. */
  CLIPDESK_SIGN_IN_SECRET_FILE: z.optional(text),
  CLIPDESK_SIGN_IN_SCOPE: z._default(
    z.string().check(z.regex(/(^| )openid( |$)/)),
    'openid profile email offline_access',
  ),
  /** More for the provider's address, written like a query: some want to be asked in their own way. */
  CLIPDESK_SIGN_IN_PARAMETERS: z._default(z.string(), ''),
  /** Where extensions of the company's own making are answered, beside ours: origins with commas between them. */
  CLIPDESK_SIGN_IN_EXTENSIONS: z._default(z.string(), ''),
};
const settingsSchema = z.object(SIGN_IN_SETTINGS);

/** Where the extension of the store, and an unpacked one, is given its answers; the browser made them from its id. */
const KNOWN_EXTENSIONS = [
  'https://iemilmdnpanmacikjpnbhblkcfpclfkl.chromiumapp.org',
  'https://d4adf7bd66cd3b69e15a45e853d665894e123b59.extensions.allizom.org',
];

export type SignInConfig = {
  issuer: string;
  clientId: string;
  /** A function, so that whoever prints the configuration does not print it. Null: a public client. */
  secret: (() => string) | null;
  scope: string;
  parameters: [string, string][];
  /** The queue's public address, without a slash at its end. */
  publicUrl: string;
  /** Where the provider sends people back to; to be registered there. */
  callback: string;
  /** Origins of extensions that may be answered. */
  extensions: readonly string[];
};

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/** Null without a provider. @returns what is wrong otherwise, one line for each setting */
export function readSignIn(
  data: z.infer<typeof settingsSchema>,
  publicUrl: string | null,
): SignInConfig | null | { faults: string[] } {
  const issuer = data.CLIPDESK_SIGN_IN_ISSUER;
  if (issuer === undefined) return null;
  const clientId = data.CLIPDESK_SIGN_IN_CLIENT_ID;
  const secret = data.CLIPDESK_SIGN_IN_SECRET ?? readSecret(data.CLIPDESK_SIGN_IN_SECRET_FILE);
  const faults = [
    ...(clientId === undefined ? ['CLIPDESK_SIGN_IN_CLIENT_ID: the provider knows the queue by it'] : []),
    ...(publicUrl === null ? ['CLIPDESK_PUBLIC_URL: the provider sends people back there'] : []),
    ...(issuer.startsWith('https:') || LOOPBACK.test(issuer) ? [] : ['CLIPDESK_SIGN_IN_ISSUER: https is needed']),
    ...(secret === undefined
      ? [`CLIPDESK_SIGN_IN_SECRET_FILE: ${data.CLIPDESK_SIGN_IN_SECRET_FILE} cannot be read`]
      : []),
  ];
  if (clientId === undefined || publicUrl === null || secret === undefined || faults.length > 0) return { faults };
  const more = data.CLIPDESK_SIGN_IN_EXTENSIONS.split(',').map((origin) => origin.trim().replace(/\/+$/, ''));
  return {
    issuer,
    clientId,
    secret: secret === null ? null : () => secret,
    scope: data.CLIPDESK_SIGN_IN_SCOPE,
    parameters: [...new URLSearchParams(data.CLIPDESK_SIGN_IN_PARAMETERS)],
    publicUrl,
    callback: `${publicUrl}/sign-in/callback`,
    extensions: [...KNOWN_EXTENSIONS, ...more.filter((origin) => origin !== '')],
  };
}

/** Null: there is none. Undefined: the file cannot be read. */
function readSecret(file: string | undefined): string | null | undefined {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

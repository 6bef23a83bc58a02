/**
 * Every setting of the queue, read once: from the environment, else from the file that CLIPDESK_CONFIG names, else its
 * default. Nothing else reads the environment.
 */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as z from 'zod/mini';
import { readSignIn, SIGN_IN_SETTINGS, type SignInConfig } from './sign-in/settings.ts';
import { isPostgres } from './store/address.ts';

const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));
const text = z.string().check(z.minLength(1));
const count = (least: number) => z.coerce.number().check(z.int(), z.minimum(least), z.maximum(1_000_000));

const settingsSchema = z.object({
  /** A file of lines like `CLIPDESK_PORT=8787`, for what should not stand in a unit or on a command line. */
  CLIPDESK_CONFIG: z.optional(text),
  /** Where the SQLite file is; its folder is made if it is missing. Or the address of a PostgreSQL database. */
  CLIPDESK_DATABASE: z._default(text, '.clipdesk/queue.sqlite'),
  CLIPDESK_HOST: z._default(text, '127.0.0.1'),
  /** 0: any free port. */
  CLIPDESK_PORT: z._default(port, 8787),
  /** How people reach the queue, for invitation links; behind a proxy it is not what the queue listens to. */
  CLIPDESK_PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** How many reverse proxies of your own stand in front: as many entries of X-Forwarded-For are believed. */
  CLIPDESK_PROXIES: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10)), 0),
  CLIPDESK_LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
  /** PEM files; both or none. Without them the queue speaks plain HTTP, for a proxy that ends TLS. */
  CLIPDESK_TLS_CERTIFICATE: z.optional(text),
  CLIPDESK_TLS_KEY: z.optional(text),
  /** The list of erasures; left out, it stands beside the SQLite file. */
  CLIPDESK_ERASURES: z.optional(text),
  /** A port of its own for /metrics, on CLIPDESK_METRICS_HOST; left out, there is none. */
  CLIPDESK_METRICS_PORT: z.optional(port),
  CLIPDESK_METRICS_HOST: z._default(text, '127.0.0.1'),
  /** Whoever sends this as a bearer token gets /metrics, on either port. */
  CLIPDESK_METRICS_TOKEN: z.optional(z.string().check(z.minLength(16))),
  /** Whoever sends this as a bearer token may report what was measured (POST /v1/results); without it nobody may. */
  CLIPDESK_RESULTS_TOKEN: z.optional(z.string().check(z.minLength(16))),
  /** Requests within a minute, of one person and from one address; 0: no limit. */
  CLIPDESK_REQUESTS_PER_PERSON: z._default(count(0), 3_000),
  CLIPDESK_REQUESTS_PER_ADDRESS: z._default(count(0), 30_000),
  /** Event streams that one person may have open, and connections in all. */
  CLIPDESK_STREAMS_PER_PERSON: z._default(count(1), 20),
  CLIPDESK_CONNECTIONS: z._default(count(1), 10_000),
  /** Whether pages of a pull are compressed, and clients are told that they may compress what they send. */
  CLIPDESK_COMPRESSION: z._default(z.enum(['on', 'off']), 'on'),
  ...SIGN_IN_SETTINGS,
});

/** Never shown, whatever prints settings. */
const SECRET = /_(TOKEN|SECRET|PASSWORD)$/;
/** The project's own tests have settings that mean nothing to a queue. */
const OF_TESTS = /^CLIPDESK_(TEST_.*|HARNESS_.*|SEEDS?|SHOTS)$/;

export type Config = {
  database: string;
  host: string;
  port: number;
  /** Null: the address that the queue listens to. */
  publicUrl: string | null;
  proxies: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Paths of PEM files; null: plain HTTP. */
  tls: { certificate: string; key: string } | null;
  erasures: string;
  compresses: boolean;
  /** Null: by invitation only. */
  signIn: SignInConfig | null;
  /** Null: no program reports results. */
  resultsToken: string | null;
  metrics: { port: number | null; host: string; token: string | null };
  limits: { requestsPerPerson: number; requestsPerAddress: number; streamsPerPerson: number; connections: number };
};

/** One setting as it is shown at the start; a secret says only whether it is set. */
export type ShownSetting = { name: string; value: string; source: 'environment' | 'file' | 'default' };

/** What is set is not what the queue expects; `message` names each variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Environment = Record<string, string | undefined>;

/** @throws ConfigError */
export function readConfig(environment: Environment): Config {
  const { settings: data } = readSettings(environment);
  const certificate = data.CLIPDESK_TLS_CERTIFICATE;
  const key = data.CLIPDESK_TLS_KEY;
  const publicUrl = data.CLIPDESK_PUBLIC_URL?.replace(/\/+$/, '') ?? null;
  const signIn = readSignIn(data, publicUrl);
  if (signIn !== null && 'faults' in signIn) throw new ConfigError(signIn.faults.join('\n'));
  return {
    database: data.CLIPDESK_DATABASE,
    host: data.CLIPDESK_HOST,
    port: data.CLIPDESK_PORT,
    publicUrl,
    proxies: data.CLIPDESK_PROXIES,
    logLevel: data.CLIPDESK_LOG_LEVEL,
    signIn,
    tls: certificate === undefined || key === undefined ? null : { certificate, key },
    // A database that is no file has no place beside it.
    erasures:
      data.CLIPDESK_ERASURES ??
      `${isPostgres(data.CLIPDESK_DATABASE) ? '.clipdesk/queue' : data.CLIPDESK_DATABASE}.erasures`,
    resultsToken: data.CLIPDESK_RESULTS_TOKEN ?? null,
    compresses: data.CLIPDESK_COMPRESSION === 'on',
    metrics: {
      port: data.CLIPDESK_METRICS_PORT ?? null,
      host: data.CLIPDESK_METRICS_HOST,
      token: data.CLIPDESK_METRICS_TOKEN ?? null,
    },
    limits: {
      requestsPerPerson: data.CLIPDESK_REQUESTS_PER_PERSON,
      requestsPerAddress: data.CLIPDESK_REQUESTS_PER_ADDRESS,
      streamsPerPerson: data.CLIPDESK_STREAMS_PER_PERSON,
      connections: data.CLIPDESK_CONNECTIONS,
    },
  };
}

/** Every setting with where it comes from, to be shown at the start. @throws ConfigError */
export function describeConfig(environment: Environment): ShownSetting[] {
  const { settings, inFile } = readSettings(environment);
  return Object.keys(settingsSchema.shape).map((name) => {
    const value = settings[name as keyof typeof settings];
    const source = environment[name] !== undefined ? 'environment' : Object.hasOwn(inFile, name) ? 'file' : 'default';
    return { name, value: shown(name, value), source };
  });
}

function shown(name: string, value: string | number | undefined): string {
  if (value === undefined) return '-';
  return SECRET.test(name) ? '(set)' : shownAddress(String(value));
}

/** What may be said of the query of an address; anything else in it may be a password. */
const PLAIN_IN_QUERY = new Set([
  ...['application_name', 'connect_timeout', 'database', 'dbname', 'host', 'port'],
  ...['sslmode', 'sslrootcert', 'target_session_attrs', 'user'],
]);

/** An address without the passwords in it. Whatever else it is, is shown as it is; an address that is none, not at all. */
function shownAddress(value: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return value;
  if (!URL.canParse(value)) return '(set)';
  const url = new URL(value);
  const { password, pathname, search, hash } = url;
  // Of a password with a sign that should have been written otherwise, the rest stands elsewhere.
  if (/@/.test(pathname + search + hash)) return '(set)';
  if (password === '' && search === '' && hash === '') return value;
  const query = [...url.searchParams].map(
    ([key, said]) => `${encodeURIComponent(key)}=${PLAIN_IN_QUERY.has(key) ? said : '(set)'}`,
  );
  if (password !== '') url.password = '(set)';
  url.search = '';
  url.hash = '';
  return `${url}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function readSettings(environment: Environment): { settings: z.infer<typeof settingsSchema>; inFile: Environment } {
  const inFile = readFile(environment.CLIPDESK_CONFIG);
  const given: Environment = { ...inFile, ...environment };
  const faults = Object.keys(given)
    .filter(
      (name) => name.startsWith('CLIPDESK_') && !Object.hasOwn(settingsSchema.shape, name) && !OF_TESTS.test(name),
    )
    .map((name) => `${name}: there is no such setting`);
  if ((given.CLIPDESK_TLS_CERTIFICATE === undefined) !== (given.CLIPDESK_TLS_KEY === undefined))
    faults.push('CLIPDESK_TLS_CERTIFICATE, CLIPDESK_TLS_KEY: both are needed, or none');
  const parsed = settingsSchema.safeParse(given, { error: z.locales.en().localeError });
  if (!parsed.success) faults.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults.join('\n'));
  return { settings: parsed.data, inFile };
}

function readFile(file: string | undefined): Environment {
  if (file === undefined) return {};
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')) };
  } catch (error) {
    throw new ConfigError(`CLIPDESK_CONFIG: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}

/** Every setting of the queue, read once from the environment. Nothing else reads it. */
import * as z from 'zod/mini';

const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));

const environmentSchema = z.object({
  /** Where the SQLite file is; its folder is made if it is missing. Or the address of a PostgreSQL database. */
  CLIPDESK_DATABASE: z._default(z.string().check(z.minLength(1)), '.clipdesk/queue.sqlite'),
  CLIPDESK_HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  /** 0: any free port. */
  CLIPDESK_PORT: z._default(port, 8787),
  /** How people reach the queue, for invitation links; behind a proxy it is not what the queue listens to. */
  CLIPDESK_PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** How many reverse proxies of your own stand in front: as many entries of X-Forwarded-For are believed. */
  CLIPDESK_PROXIES: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10)), 0),
  CLIPDESK_LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
});

export type Config = {
  database: string;
  host: string;
  port: number;
  /** Null: the address that the queue listens to. */
  publicUrl: string | null;
  proxies: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
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
  return {
    database: data.CLIPDESK_DATABASE,
    host: data.CLIPDESK_HOST,
    port: data.CLIPDESK_PORT,
    publicUrl: data.CLIPDESK_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    proxies: data.CLIPDESK_PROXIES,
    logLevel: data.CLIPDESK_LOG_LEVEL,
  };
}

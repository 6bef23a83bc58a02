/** One PostgreSQL for a whole run: the one that is named in CLIPDESK_TEST_POSTGRES, else one of our own. */
import type { TestProject } from 'vitest/node';
import { openPostgresStore } from '../../../server/store/postgres.ts';
import { startCluster } from './cluster.ts';
import { createDatabase, dropDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database to give orders from, and one of the newest shape to make others of; all are gone with our own. */
    postgres: { admin: string; template: string; isOurs: boolean };
  }
}

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const configured = process.env.CLIPDESK_TEST_POSTGRES;
  const cluster = configured === undefined ? await startCluster() : null;
  const admin = configured ?? cluster?.url() ?? '';
  const template = await createDatabase(admin);
  await (await openPostgresStore(template)).close();
  provide('postgres', { admin, template, isOurs: cluster !== null });
  return async () => {
    if (cluster === null) await dropDatabase(admin, template);
    else await cluster.remove();
  };
}

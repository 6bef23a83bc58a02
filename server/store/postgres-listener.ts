/**
 * Tells other servers on the database that something changed, by LISTEN and NOTIFY. Only to be quick: where a pooler
 * or an engine drops it, those servers read the position of the log themselves (`server/keep-time.ts`).
 */
import pg from 'pg';
import { clientConfig } from './postgres-driver.ts';

const CHANNEL = 'clipdesk_changes';
/** Commits of so long are told at once. */
const TOGETHER_MS = 20;
/** After a connection broke, or could not be had. */
const AGAIN_MS = 2_000;

export type Listener = {
  /** Says that the log stands at `seq`; nobody waits for it and nothing depends on it. */
  notify(seq: number): void;
  stop(): Promise<void>;
};

/** @param heard called with the position that another server said. */
export function listenForChanges(url: string, heard: (seq: number) => void): Listener {
  const self = crypto.randomUUID();
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  let newest: number | null = null;

  const tell = (): void => {
    if (newest === null) return;
    client?.query('SELECT pg_notify($1, $2)', [CHANNEL, `${newest} ${self}`]).catch(() => undefined);
    newest = null;
  };

  const connect = async (): Promise<void> => {
    // Nothing is asked for a long time here, and an answer that does not come is no fault.
    const own = new pg.Client({ ...clientConfig(url), application_name: 'clipdesk listener' });
    const lost = () => {
      if (client === own) client = null;
      own.removeAllListeners('end');
      own.end().catch(() => undefined);
      clearTimeout(again);
      if (!stopped) again = setTimeout(() => void connect(), AGAIN_MS);
    };
    own.on('error', () => undefined);
    own.once('end', lost);
    own.on('notification', ({ channel, payload = '' }) => {
      const [seq, sender] = payload.split(' ');
      if (channel === CHANNEL && sender !== self && Number.isSafeInteger(Number(seq))) heard(Number(seq));
    });
    try {
      await own.connect();
      await own.query(`LISTEN ${CHANNEL}`);
      if (stopped) await own.end();
      else client = own;
    } catch {
      lost();
    }
  };
  let connecting = connect();

  return {
    notify(seq) {
      if (newest === null) setTimeout(tell, TOGETHER_MS).unref();
      newest = seq;
    },
    async stop() {
      stopped = true;
      tell();
      clearTimeout(again);
      await connecting;
      connecting = Promise.resolve();
      client?.removeAllListeners('end');
      await client?.end().catch(() => undefined);
      client = null;
    },
  };
}

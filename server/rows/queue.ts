import type { QueueInfo } from '../../protocol/session.ts';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { remembered } from '../store/remembered.ts';
import type { Sql } from '../store/store.ts';
import { rewindDevices } from './devices.ts';

type QueueRow = { id: string; name: string; epoch: string; seq: number };

/** The queue's one row. */
export const queueRow = (sql: Sql): Promise<QueueRow> =>
  remembered(sql, 'the queue', async () => {
    const [row] = await sql.all<QueueRow>('SELECT id, name, epoch, seq FROM queue');
    if (row === undefined) throw new Error('the queue row is missing');
    return row;
  });

/** What the queue says of itself to anybody. @param signIn whether it has a provider */
export async function queueInfo(sql: Sql, signIn: boolean): Promise<QueueInfo> {
  const { id, name, epoch } = await queueRow(sql);
  return { id, name, epoch, protocol: { newest: PROTOCOL_VERSION, oldest: OLDEST_PROTOCOL }, signIn };
}

export const renameQueue = (sql: Sql, name: string): Promise<void> => sql.run('UPDATE queue SET name = $1', name);

/** Begins another history [CL7]: every cursor and every client counter of before is void, and tokens may be newer [SI12]. */
export async function beginEpoch(sql: Sql): Promise<void> {
  await sql.run('UPDATE queue SET epoch = $1', crypto.randomUUID());
  await rewindDevices(sql);
}

/** Whether every topic that was here before there were clocks was looked at. */
export async function clocksAreWound(sql: Sql): Promise<boolean> {
  const rows = await sql.all('SELECT 1 FROM queue WHERE clocks_wound = 1');
  return rows.length > 0;
}

export const noteClocksWound = (sql: Sql): Promise<void> => sql.run('UPDATE queue SET clocks_wound = 1');

/**
 * Loaded into the queue's process before the queue (`node --import`), which itself runs as it is delivered:
 * watches the statements that it gives its engine and the answers that it writes, and obeys orders.
 */
import { Server, type ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { isPostgres } from '../../server/store/address.ts';
import { ORDER_HEADER, type Order } from './orders.ts';
import { watchAnswers } from './preload/answers.ts';
import { shiftClock } from './preload/clock.ts';
import { watchSqlite } from './preload/sqlite.ts';
import { obey, standDown } from './preload/switches.ts';

watchSqlite(DatabaseSync.prototype);
if (isPostgres(process.env.CLIPDESK_DATABASE ?? '')) (await import('./preload/postgres.ts')).watchPostgres();
shiftClock();

const emit = Server.prototype.emit;
Server.prototype.emit = function (this: Server, event: string | symbol, ...values: unknown[]): boolean {
  const [request, response] = values as [{ headers?: Record<string, string> }?, ServerResponse?];
  const text = event === 'request' ? request?.headers?.[ORDER_HEADER] : undefined;
  if (text !== undefined && response !== undefined) {
    const order: Order = JSON.parse(text);
    obey(order);
    if (order.name === 'die') {
      watchAnswers(response, order.at);
      response.once('close', () => standDown(order));
    }
  }
  return Reflect.apply(emit, this, [event, ...values]);
};

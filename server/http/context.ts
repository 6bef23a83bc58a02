import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Person } from '../../protocol/person.ts';

/** What the routes of the queue find in Hono's context. */
export type QueueEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Set by `authenticate`. */
    reader: { person: Person; deviceId: string };
  };
};

export type QueueContext = Context<QueueEnv>;

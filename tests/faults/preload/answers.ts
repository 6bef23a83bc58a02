import type { ServerResponse } from 'node:http';
import type { KillStep } from '../orders.ts';
import { reach } from './switches.ts';

/** Ends the process when the answer is about to be written, when half of it has left, or once all of it has. */
export function watchAnswers(response: ServerResponse, at: KillStep): void {
  const { writeHead, end, write } = response;
  if (at === 'before the answer')
    response.writeHead = (...values: unknown[]) => {
      reach(at);
      return Reflect.apply(writeHead, response, values);
    };
  // Nobody but the operating system has the answer by then, and delivers it.
  if (at === 'after the answer') response.once('finish', () => reach(at));
  if (at === 'in the middle of the answer')
    response.end = (...values: unknown[]) => {
      const [body] = values;
      if (typeof body !== 'string' && !(body instanceof Uint8Array)) return Reflect.apply(end, response, values);
      Reflect.apply(write, response, [body.slice(0, body.length / 2), () => reach(at)]);
      return response;
    };
}

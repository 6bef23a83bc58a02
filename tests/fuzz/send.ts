/** Sends a request as it is, which `fetch` would not: any method, any path, any header. */
import { Agent, request as open } from 'node:http';
import type { FuzzedRequest } from './requests.ts';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
/** A stream never ends; what it begins with is enough. */
const STREAM_BYTES = 10;

/** Null: the connection was cut before an answer came, as it may be for a body that is refused while it is sent. */
export function send(url: string, request: FuzzedRequest): Promise<Answer | null> {
  const { method, path, token, contentType, body } = request;
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token === null ? {} : { authorization: `Bearer ${latin(token)}` }),
      ...(contentType === null ? {} : { 'content-type': contentType }),
      ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    const outgoing = open(url + path, { method, headers, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      const done = () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (incoming.headers['content-type'] === 'text/event-stream' && chunk.length >= STREAM_BYTES) {
          done();
          outgoing.destroy();
        }
      });
      incoming.on('end', done);
      incoming.on('error', done);
    });
    outgoing.on('error', (error) => {
      const cut = 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      // Kept open by us and closed by the queue meanwhile: no answer to this request.
      if (cut && outgoing.reusedSocket) resolve(send(url, request));
      else if (cut) resolve(null);
      else reject(error);
    });
    outgoing.end(body ?? undefined);
  });
}

/** A header is Latin-1. */
const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

export const closeConnections = (): void => agent.destroy();

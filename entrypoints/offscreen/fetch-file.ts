/** The bytes of a document, as the person's browser gets them. */
import { FETCH_TIME, MAX_FILE_BYTES } from '../../capture/documents/limits.ts';

export type FetchedFile =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; problem: 'too_large' | 'unreachable' | 'sign_in' };

/**
 * Fetches with the person's cookies. What makes that possible is their own act on this tab (`activeTab`)
 * or, in Firefox, their permission for the site; without it another origin refuses. Nobody looked at what a link
 * leads to, so an answer that its origin passed on to another one is not read.
 */
export async function fetchFile(address: string, isLink = false): Promise<FetchedFile> {
  try {
    const response = await fetch(address, { credentials: 'include', signal: AbortSignal.timeout(FETCH_TIME) });
    if (isLink && new URL(response.url).origin !== new URL(address).origin) {
      await response.body?.cancel();
      return { ok: false, problem: 'unreachable' };
    }
    if (response.status === 401 || response.status === 403) return { ok: false, problem: 'sign_in' };
    if (!response.ok || response.body === null) return { ok: false, problem: 'unreachable' };
    if (Number(response.headers.get('content-length')) > MAX_FILE_BYTES) {
      await response.body.cancel();
      return { ok: false, problem: 'too_large' };
    }
    return await collect(response.body);
  } catch {
    return { ok: false, problem: 'unreachable' };
  }
}

/** A server may say nothing of the size, or something else. */
async function collect(body: ReadableStream<Uint8Array>): Promise<FetchedFile> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > MAX_FILE_BYTES) {
      await reader.cancel();
      return { ok: false, problem: 'too_large' };
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { ok: true, bytes };
}

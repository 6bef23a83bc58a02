/**
 * The archive that an Office file is. Parts are read as streams and in slices: a small archive may
 * unfold to gigabytes, and whoever reads it shares the thread with a person's popup.
 */
import { configure, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { DocumentError } from '../findings.ts';
import { MAX_ENTRIES, MAX_INFLATED } from '../limits.ts';

// Workers would be made from addresses that our content security policy refuses.
configure({ useWebWorkers: false });

/** Bytes between two rests: a few milliseconds of parsing. */
const SLICE = 200_000;

export type Archive = {
  names: readonly string[];
  /**
   * Hands the text of a part on in pieces until `take` answers false.
   * @returns `stopped`: it was cut by a limit, by the time, or by damage
   */
  read(name: string, take: (text: string) => boolean): Promise<'whole' | 'enough' | 'stopped' | 'missing'>;
};

/** @throws DocumentError `damaged`; null for an archive that is locked with a password */
export async function openArchive(bytes: Uint8Array, signal: AbortSignal): Promise<Archive | null> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const entries = new Map<string, FileEntry>();
  let looked = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      looked += 1;
      if (looked > MAX_ENTRIES || signal.aborted) break;
      if (entry.directory) continue;
      if (entry.encrypted) return null;
      // The second of two entries of one name is what some readers see and others do not.
      if (!entries.has(entry.filename)) entries.set(entry.filename, entry);
    }
  } catch {
    if (entries.size === 0) throw new DocumentError('damaged');
  }
  let inflated = 0;
  return {
    names: [...entries.keys()],
    async read(name, take) {
      const entry = entries.get(name);
      if (entry === undefined) return 'missing';
      const stop = new AbortController();
      let enough = false;
      let decoder: TextDecoder | null = null;
      let sinceRest = 0;
      const sink = new WritableStream<Uint8Array>({
        async write(chunk) {
          inflated += chunk.length;
          sinceRest += chunk.length;
          if (inflated > MAX_INFLATED) return stop.abort();
          decoder ??= new TextDecoder(encodingOf(chunk));
          if (!take(decoder.decode(chunk, { stream: true }))) {
            enough = true;
            return stop.abort();
          }
          if (sinceRest < SLICE) return;
          sinceRest = 0;
          await rest();
        },
      });
      try {
        await entry.getData(sink, { signal: AbortSignal.any([signal, stop.signal]), useWebWorkers: false });
        return enough ? 'enough' : stop.signal.aborted ? 'stopped' : 'whole';
      } catch {
        return enough ? 'enough' : 'stopped';
      }
    },
  };
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** XML without a mark is UTF-8; Office writes it so, some older exporters do not. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
}

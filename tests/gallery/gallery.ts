/** Builds the gallery and serves it on this machine only. `node tests/gallery/gallery.ts` keeps serving. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Built into a folder of its own: several tests serve it at the same time, and a build empties its folder first. */
export async function serveGallery(port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'clipdesk-gallery-'));
  const shared = {
    root,
    configFile: false as const,
    logLevel: 'warn' as const,
    oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
    build: { outDir, emptyOutDir: true, target: 'esnext' as const },
  };
  await build(shared);
  const server = await preview({ ...shared, preview: { host: '127.0.0.1', port, strictPort: port !== 0 } });
  const address = server.httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveGallery(4173);
  console.log(url);
}

/** Builds the gallery and serves it on this machine only. `node tests/gallery/gallery.ts` keeps serving. */
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../artifacts/gallery-site', import.meta.url));

export async function serveGallery(port = 0): Promise<{ url: string; close(): Promise<void> }> {
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
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveGallery(4173);
  console.log(url);
}

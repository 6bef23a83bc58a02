/** A page's script as one file, with the packages of the folder that it stands in. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** Writes the bundle and answers its path. */
export async function bundlePage(entry: string, into: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: { write: false, target: 'es2024', lib: { entry, formats: ['iife'], name: 'benchPage' } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk === undefined) throw new Error(`the bundler made no script of ${entry}`);
  const file = path.join(into, `${path.basename(entry).replace(/\.\w+$/, '')}.js`);
  writeFileSync(file, chunk.code);
  return file;
}

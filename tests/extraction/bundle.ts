/**
 * Bundles the capture into one classic script for scorers of page extraction: it sets a global
 * `extract(document, url)` that answers plain fields. Usage: npm run bundle:extractor -- OUT.js
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { boundBuiltins } from '../../capture/bound-builtins.ts';
import { eagerFunctions } from '../../capture/eager-functions.ts';

/** With the parts of the capture by name. */
export const PARTS = new URL('./parts.ts', import.meta.url);

/** Builds the script that sets `extract` and answers its source. @param entry another module that sets it */
export async function bundleExtractor(entry = new URL('./extract.ts', import.meta.url)): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [boundBuiltins(), eagerFunctions()],
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'clipdeskExtractor' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk === undefined) throw new Error('the bundler made no script');
  return chunk.code;
}

if (import.meta.main) {
  const out = process.argv[2];
  if (out === undefined) throw new Error('usage: npm run bundle:extractor -- OUT.js');
  const source = await bundleExtractor();
  writeFileSync(out, source);
  console.log(`${out}: ${source.length} bytes, ${gzipSync(source).length} gzip`);
}

/**
 * For the build only: gives each group of sentences a module of its own, so that a page carries the
 * groups that it says and not those of all pages. A JSON file would always travel as one.
 */
import { readFileSync } from 'node:fs';

const WORDS = /\/locales\/words\.ts$/;
const GROUP = /\/locales\/words\.ts\?group=(\w+)$/;
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*(["'])([^"']*\/locales\/words\.ts|\.\/words\.ts)\2;?/g;

const sentences = (language: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${language}.json`, import.meta.url), 'utf8'));

/** A plugin for Vite. */
export function wordsByGroup(languages: readonly string[]) {
  return {
    name: 'words-by-group',
    enforce: 'post' as const,
    transform(code: string, id: string): string | null {
      if (WORDS.test(id) || !code.includes('/words.ts')) return null;
      return code.replace(IMPORT, (_whole, names: string, quote: string, from: string) => {
        const groups = names.split(',').flatMap((name) => name.trim() || []);
        return groups
          .map((name) => `import { ${name} } from ${quote}${from}?group=${name.split(' ')[0]}${quote};`)
          .join('');
      });
    },
    load(id: string): string | null {
      const group = GROUP.exec(id)?.[1];
      if (group === undefined) return null;
      const words = languages.map((language) => [language, sentences(language)[group]]);
      return `export const ${group} = ${JSON.stringify(Object.fromEntries(words))};`;
    },
  };
}

import type { Evidence } from './evidence.ts';
import { metaValue } from './meta.ts';

/** The page's language as a BCP 47 tag; null if it does not say. */
export function readLanguage({ page, meta, things }: Evidence): string | null {
  const root = page.nodes.find(({ tag }) => tag === 'html')?.attributes;
  const body = page.nodes.find(({ tag }) => tag === 'body')?.attributes;
  const stated = [
    root?.lang,
    root?.['xml:lang'],
    metaValue(meta, 'content-language', 'language', 'dc.language', 'dcterms.language'),
    body?.lang,
    metaValue(meta, 'og:locale'),
    things.find(({ language }) => language !== '')?.language,
  ];
  for (const value of stated) {
    const tag = value?.split(/[,;]/)[0]?.trim().replace(/_/g, '-').replace(/\..*$/, '') ?? '';
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) && tag.length <= 35) return tag;
  }
  return null;
}

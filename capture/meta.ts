/** `<meta>` and `<link>` of a page, from anywhere in it: pages put them in the body too. */
import { collapsed } from './letters.ts';
import type { Marks } from './marks.ts';
import type { Page, PageNode } from './page.ts';

const NOTHING: Pick<PageNode, 'tag' | 'attributes'> = { tag: '', attributes: {} };

export type Meta = {
  /** Content of the first `<meta>` of each lower-case name or property; doubled names keep all. */
  values: ReadonlyMap<string, readonly string[]>;
  links: readonly { rel: string; href: string }[];
  /** `<base href>` as it stands; empty without one. */
  base: string;
};

/** @param outerTitle what the page around a frame calls itself, if the frame is the page */
export function readMeta(page: Page, marks: Marks, outerTitle: string | null): Meta {
  const values = new Map<string, string[]>();
  let base = '';
  const links: { rel: string; href: string }[] = [];
  for (const index of marks.head) {
    const { tag, attributes } = page.nodes[index] ?? NOTHING;
    if (tag === 'link' && attributes.rel !== undefined) {
      links.push({ rel: attributes.rel.toLowerCase(), href: attributes.href ?? '' });
    }
    if (tag === 'base' && base === '') base = attributes.href ?? '';
    if (tag !== 'meta') continue;
    const content = attributes.content === undefined ? '' : collapsed(attributes.content).trim();
    if (content === '') continue;
    for (const name of [attributes.property, attributes.name, attributes['http-equiv'], attributes.itemprop]) {
      if (name === undefined) continue;
      const key = name.trim().toLowerCase();
      const known = values.get(key);
      if (known === undefined) values.set(key, [content]);
      else if (!known.includes(content) && known.length < 20) known.push(content);
    }
  }
  if (outerTitle !== null && !values.has('application-name')) values.set('application-name', [outerTitle]);
  return { values, links, base };
}

/** The first value among these names, in their order. */
export function metaValue(meta: Meta, ...names: readonly string[]): string {
  for (const name of names) {
    const value = meta.values.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return '';
}

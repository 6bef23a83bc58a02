/** What the page's linked data says of one image (schema.org ImageObject, as search engines read licences). */
import { MAX_LINKED_DATA, MAX_LINKED_VALUES } from './capture-limits.ts';
import { attribute, drawnChildren, isText, tagOf, textOf } from './dom.ts';
import { elementsOf } from './pointed.ts';

export type ImageData = { caption: string; credit: string; licence: string };

/** @param isImage whether an address in the data is the image's */
export function readImageData(document: Document, isImage: (address: string) => boolean): ImageData {
  let left = MAX_LINKED_VALUES;
  for (const element of elementsOf(document)) {
    if (tagOf(element) !== 'script' || !/ld\+json/i.test(attribute(element, 'type'))) continue;
    const open: unknown[] = [parse(element)];
    while (open.length > 0 && left > 0) {
      left -= 1;
      const value = open.pop();
      if (typeof value !== 'object' || value === null) continue;
      const thing = value as Record<string, unknown>;
      const addresses = [thing.contentUrl, thing.url, thing['@id'], thing.thumbnailUrl];
      if (
        String(thing['@type']).includes('ImageObject') &&
        addresses.some((one) => typeof one === 'string' && isImage(one))
      )
        return {
          caption: nameOf(thing.caption) || nameOf(thing.description),
          credit:
            [thing.creditText, thing.creator, thing.copyrightHolder, thing.author, thing.copyrightNotice]
              .map(nameOf)
              .find(Boolean) ?? '',
          licence: [thing.license, thing.acquireLicensePage, thing.usageInfo].map(nameOf).find(Boolean) ?? '',
        };
      for (const inner of Object.values(thing)) open.push(inner);
    }
  }
  return { caption: '', credit: '', licence: '' };
}

function parse(script: Element): unknown {
  let source = '';
  for (const child of drawnChildren(script)) if (isText(child)) source += textOf(child, MAX_LINKED_DATA);
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

/** A text, the name or address of a thing, or the first of several. */
function nameOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || depth > 3) return '';
  if (Array.isArray(value)) return nameOf(value[0], depth + 1);
  const { name, url, '@id': id } = value as Record<string, unknown>;
  return nameOf(name ?? url ?? id, depth + 1);
}

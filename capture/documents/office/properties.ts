/** What the properties of an Office file say: Dublin Core in both families, in a part of its own. */
import { officeDate } from '../dates.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

const LONGEST = 2_000;

export type Properties = {
  statedTitle: string;
  authors: string[];
  description: string;
  lang: string | null;
  created: string | null;
  modified: string | null;
};

/** Reads the elements of a part by their names. */
async function values(archive: Archive, part: string): Promise<(...names: string[]) => string> {
  const found = new Map<string, string>();
  let open = '';
  await readXml(archive, part, {
    open: (name) => {
      open = name;
    },
    text: (text) => {
      const before = found.get(open) ?? '';
      if (before.length < LONGEST) found.set(open, before + text);
    },
    close: () => {
      open = '';
    },
  });
  return (...names) => names.map((name) => found.get(name)?.trim() ?? '').find((value) => value !== '') ?? '';
}

/** Office Open XML (ECMA-376 part 2, annex D). */
export async function coreProperties(archive: Archive): Promise<Properties> {
  const part = archive.names.find((name) => /^docProps\/core\.xml$|\.psmdcp$/.test(name)) ?? '';
  const value = await values(archive, part);
  return {
    statedTitle: value('title'),
    authors: [value('creator')],
    description: value('description', 'subject'),
    lang: value('language') || null,
    created: officeDate(value('created')),
    modified: officeDate(value('modified')),
  };
}

/** OpenDocument 1.3, part 3, 4.3: `dc:creator` and `dc:date` are of the last change. */
export async function metaProperties(archive: Archive): Promise<Properties> {
  const value = await values(archive, 'meta.xml');
  return {
    statedTitle: value('title'),
    authors: [value('initial-creator', 'creator')],
    description: value('description', 'subject'),
    lang: value('language') || null,
    created: officeDate(value('creation-date')),
    modified: officeDate(value('date')),
  };
}

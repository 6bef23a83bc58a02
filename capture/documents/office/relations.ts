/** Which part another one means by an id: `ppt/presentation.xml` has its relations in `ppt/_rels/presentation.xml.rels`. */
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** Ids with the names of their parts; those outside of the file are left out. */
export async function relationsOf(archive: Archive, part: string): Promise<Map<string, string>> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const relations = new Map<string, string>();
  await readXml(archive, `${folder}_rels/${part.slice(cut)}.rels`, {
    open(name, attribute) {
      const id = attribute('Id');
      const target = attribute('Target');
      if (name !== 'Relationship' || id === null || target === null || attribute('TargetMode') === 'External') return;
      const path = `/${target.startsWith('/') ? target : folder + target}`;
      if (URL.canParse(path, 'file:///'))
        relations.set(id, decodeURIComponent(new URL(path, 'file:///').pathname).replace(/^\/+/, ''));
    },
  });
  return relations;
}

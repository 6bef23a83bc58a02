/**
 * What of an Office file may mark it, beside its text: headers and footers, masters of slides, printed heads of sheets,
 * properties, and the label that Microsoft's Information Protection writes (MS-OFFCRYPTO 2.6.3).
 */
import type { MarkingText } from '../../../protocol/found.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { isClassName } from '../../marking-words.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

const EDGES =
  /^(?:word\/(?:header|footer)\d*\.xml|ppt\/slide(?:Masters|Layouts)\/slide(?:Master|Layout)\d+\.xml|xl\/worksheets\/sheet[1-3]\.xml|styles\.xml)$/;
const PROPERTIES = /^(?:docProps\/(?:core|app|custom)\.xml|docMetadata\/LabelInfo\.xml|meta\.xml)$|\.psmdcp$/;
/** Parts that are read, and texts of each. */
const MAX_PARTS = 40;
const MAX_TEXTS = 200;
/** Fonts, sizes and places in the printed head of a sheet: `&C&"Arial"&12Vertraulich`. */
const CODES = /&(?:[LCRPNDTFAGBIUESXYZ]|"[^"]{0,60}"|\d{1,3}|K[0-9A-F]{6})/g;

/** All of them, a few hundred at most. */
export async function markingParts(archive: Archive): Promise<MarkingText[]> {
  const texts: MarkingText[] = [];
  const parts = archive.names.filter((name) => EDGES.test(name) || PROPERTIES.test(name)).slice(0, MAX_PARTS);
  for (const part of parts) {
    const place = EDGES.test(part) ? 'edge' : 'property';
    texts.push(...(await textsOf(archive, part, place)));
  }
  return texts;
}

async function textsOf(archive: Archive, part: string, place: 'edge' | 'property'): Promise<MarkingText[]> {
  const texts: MarkingText[] = [];
  // Of a sheet only its heads are no text; they stand behind all its rows.
  const isSheet = part.includes('worksheets/');
  let named = '';
  let line = '';
  let inHead = !isSheet;
  const flush = () => {
    const text = (isSheet ? line.replace(CODES, ' ') : line).replace(/\s+/g, ' ').trim();
    line = '';
    if (text === '' || text.length > LIMITS.markingText / 2) return;
    texts.push({ text: isClassName(named) ? `Classification: ${text}` : text, place, level: null });
  };
  await readXml(
    archive,
    part,
    {
      open(name, attribute) {
        if (isSheet) inHead = /^(?:odd|even|first)(?:Header|Footer)$/.test(name);
        if (name === 'label') line = attribute('name') ?? '';
        if (name === 'property') named = propertyName(attribute('name') ?? '');
        else if (name === 'user-defined') named = propertyName(attribute('meta:name') ?? '');
        else if (place === 'property' && name !== 'lpwstr') named = name;
      },
      text(text) {
        if (inHead && line.length <= LIMITS.markingText) line += text;
      },
      close(name) {
        if (place === 'property' || name === 'p' || isSheet) flush();
        if (isSheet) inHead = false;
      },
    },
    () => texts.length >= MAX_TEXTS,
  );
  return texts;
}

/** `MSIP_Label_…_Name` holds what the label is called. */
const propertyName = (name: string): string => (/^MSIP_Label_.*_Name$/.test(name) ? 'classification' : name);

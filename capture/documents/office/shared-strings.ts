/** The texts that the cells of a workbook share, by their numbers. */
import { MAX_SHARED_STRINGS, MAX_SHARED_TEXT } from '../limits.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

export async function sharedStrings(archive: Archive, part: string): Promise<{ texts: string[]; whole: boolean }> {
  const texts: string[] = [];
  let length = 0;
  let current = '';
  let inText = false;
  /** How Japanese words are read stands beside them. */
  let inReading = false;
  const whole = await readXml(
    archive,
    part,
    {
      open(name) {
        if (name === 't') inText = true;
        else if (name === 'rPh') inReading = true;
      },
      text(text) {
        if (inText && !inReading) current += text;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') inReading = false;
        else if (name === 'si') {
          texts.push(current);
          length += current.length;
          current = '';
        }
      },
    },
    () => length + current.length > MAX_SHARED_TEXT || texts.length > MAX_SHARED_STRINGS,
  );
  return { texts, whole };
}

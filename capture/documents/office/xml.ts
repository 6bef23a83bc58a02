/**
 * Reads the XML of a part as it comes. The parser knows the five entities of XML and no others: what a
 * document type declares is never expanded or fetched.
 */
import { Parser } from 'htmlparser2';
import type { Archive } from './archive.ts';

/** Names come without their prefix, which each program chooses itself. */
export type XmlHandler = {
  open?(name: string, attribute: (name: string) => string | null): void;
  text?(text: string): void;
  close?(name: string): void;
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * @param isEnough asked after each piece
 * @returns false when something of the part was not read
 */
export async function readXml(
  archive: Archive,
  name: string,
  handler: XmlHandler,
  isEnough: () => boolean = () => false,
): Promise<boolean> {
  // A part may hold the same twice: as it is now, and for programs that do not know that.
  let fallback = 0;
  const parser = new Parser(
    {
      onopentag(full, attributes) {
        const tag = local(full);
        if (tag === 'Fallback') fallback += 1;
        if (fallback === 0) handler.open?.(tag, (wanted) => attributeOf(attributes, wanted));
      },
      ontext(text) {
        if (fallback === 0) handler.text?.(text);
      },
      onclosetag(full) {
        const tag = local(full);
        if (fallback === 0) handler.close?.(tag);
        if (tag === 'Fallback') fallback -= 1;
      },
    },
    { xmlMode: true },
  );
  const result = await archive.read(name, (text) => {
    parser.write(text);
    return !isEnough();
  });
  parser.end();
  return result === 'whole' || result === 'missing';
}

/** By its full name, else by its name without a prefix. */
function attributeOf(attributes: Record<string, string>, wanted: string): string | null {
  if (Object.hasOwn(attributes, wanted)) return attributes[wanted] ?? null;
  for (const name in attributes) if (local(name) === wanted) return attributes[name] ?? null;
  return null;
}

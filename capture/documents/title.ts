/** The title of a document: what its properties say if somebody wrote that, else its first heading. */
import { isWrittenTitle } from './written-title.ts';

/** Shorter words say little about whether two texts are of the same thing. */
const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

/**
 * @param beginning text of the first pages. A stated title that shares no word with it is of the file
 * that this one was made from; with nothing to compare (a scan) it is believed.
 */
export function documentTitle(stated: string, heading: string, beginning: string): { value: string; signal: string } {
  const said = tidy(stated);
  const shown = tidy(heading);
  const believed = isWrittenTitle(said) && (shown === '' || sharesWords(said, beginning));
  if (believed) return { value: said, signal: 'properties' };
  if (shown !== '') return { value: shown, signal: 'heading' };
  return { value: '', signal: '' };
}

const tidy = (text: string): string => text.slice(0, 2_000).replace(/\s+/g, ' ').trim();

function sharesWords(title: string, text: string): boolean {
  const inText = words(text);
  const inTitle = words(title);
  return inText.size === 0 || inTitle.size === 0 || [...inTitle].some((word) => inText.has(word));
}

import type { Clip } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { StrippedPart } from '../../protocol/rule.ts';
import { cutText } from '../../protocol/text.ts';

type Strippable = Pick<Clip, 'kind' | 'excerpt' | 'quote' | 'quotePlace' | 'picture' | 'clippedImage'>;

/** A clip without the parts that rules leave out; of a news page no quote is longer than press law allows [IN3]. */
export function stripped<C extends Strippable>(clip: C, parts: readonly StrippedPart[]): C {
  const without = { ...clip };
  if (parts.includes('excerpt')) {
    without.excerpt = '';
    if (without.clippedImage !== null) without.clippedImage = { ...without.clippedImage, alt: '', caption: '' };
  }
  if (parts.includes('quote')) Object.assign(without, { quote: null, quotePlace: null });
  else if (clip.kind === 'news' && clip.quote !== null && clip.quote.length > LIMITS.newsQuote)
    // The place found the whole quote; of a part of it nobody knows the place.
    Object.assign(without, { quote: cutText(clip.quote, LIMITS.newsQuote).text, quotePlace: null });
  if (parts.includes('picture')) without.picture = null;
  return without;
}

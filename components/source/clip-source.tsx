import './source.css';
import ImageIcon from 'lucide/dist/esm/icons/image.mjs';
import Link2 from 'lucide/dist/esm/icons/link-2.mjs';
import { addressAtQuote } from '../../desk/quote-address.ts';
import { source } from '../../locales/words.ts';
import { type Clip, isWebAddress } from '../../protocol/clip.ts';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { imageFacts } from './image-facts.ts';

type ClipSourceProps = { clip: Pick<Clip, 'address' | 'quote' | 'quotePlace' | 'clippedImage' | 'context'> };

/** What exactly a person clipped of a page: its words with the way to them, an image with its rights, or a link with where it stood. */
export function ClipSource({ clip }: ClipSourceProps) {
  const { language } = useReader();
  const t = useWords(source);
  const { quote, clippedImage, context } = clip;
  return (
    <>
      {quote === null ? null : (
        <blockquote class="source-quote foreign" dir="auto">
          <QuoteText clip={clip} quote={quote} />
        </blockquote>
      )}
      {clippedImage === null ? null : (
        <p class="source-line foreign">
          <Icon shapes={ImageIcon} />
          <span dir="auto">{imageFacts(clippedImage, language).join(' · ')}</span>
        </p>
      )}
      {context === null || !isWebAddress(context.address) ? null : (
        <p class="source-line foreign">
          <Icon shapes={Link2} />
          <span>
            {t('foundOn')}{' '}
            <a href={context.address} target="_blank" rel="noreferrer noopener" dir="auto">
              {context.title.trim() === '' ? context.address : context.title}
            </a>
          </span>
        </p>
      )}
    </>
  );
}

/** The words themselves lead to where they stand, if that is known. */
function QuoteText({ clip, quote }: ClipSourceProps & { quote: string }) {
  const t = useWords(source);
  if (clip.quotePlace === null || !isWebAddress(clip.address)) return quote;
  return (
    <a
      href={addressAtQuote(clip.address, clip.quotePlace)}
      target="_blank"
      rel="noreferrer noopener"
      title={t('toQuote')}
    >
      {quote}
    </a>
  );
}

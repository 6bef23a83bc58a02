import type { ClipKind } from '../protocol/clip.ts';
import { Icon } from './icon.tsx';
import { KIND_ICONS } from './kind-mark.tsx';
import './picture.css';

type PictureProps = {
  url: string | null;
  kind: ClipKind;
  /** What it shows, where the page says so. A photograph of the page is decoration: the title beside it says it all. */
  alt?: string | undefined;
};

/** The picture of a page, or its kind in the same place and size while there is none. */
export function Picture({ url, kind, alt = '' }: PictureProps) {
  return (
    <span class={`picture picture-${kind}`}>
      {url === null ? <Icon shapes={KIND_ICONS[kind]} /> : <img src={url} alt={alt} decoding="async" />}
    </span>
  );
}

import type { ClipKind } from '../protocol/clip.ts';
import { Icon } from './icon.tsx';
import { KIND_ICONS } from './kind-mark.tsx';
import './picture.css';

/** The picture of a page, or its kind in the same place and size while there is none. Decoration: the title says it. */
export function Picture({ url, kind }: { url: string | null; kind: ClipKind }) {
  return (
    <span class={`picture picture-${kind}`}>
      {url === null ? <Icon shapes={KIND_ICONS[kind]} /> : <img src={url} alt="" decoding="async" />}
    </span>
  );
}

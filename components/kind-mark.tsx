import BookOpen from 'lucide/dist/esm/icons/book-open.mjs';
import Building from 'lucide/dist/esm/icons/building.mjs';
import FileText from 'lucide/dist/esm/icons/file-text.mjs';
import Globe from 'lucide/dist/esm/icons/globe.mjs';
import Newspaper from 'lucide/dist/esm/icons/newspaper.mjs';
import { kinds } from '../locales/words.ts';
import type { ClipKind } from '../protocol/clip.ts';
import { Icon, type IconShapes } from './icon.tsx';
import { useWords } from './language.tsx';

export const KIND_ICONS: Record<ClipKind, IconShapes> = {
  intranet: Building,
  news: Newspaper,
  document: FileText,
  wiki: BookOpen,
  other: Globe,
};

export function KindMark({ kind }: { kind: ClipKind }) {
  const t = useWords(kinds);
  return (
    <span class="mark">
      <Icon shapes={KIND_ICONS[kind]} />
      {t(kind)}
    </span>
  );
}

import Link from 'lucide/dist/esm/icons/link.mjs';
import { useState } from 'preact/hooks';
import { finding } from '../../../locales/words.ts';
import { Icon } from '../../icon.tsx';
import { useWords } from '../../language.tsx';

/** Copies the address that a colleague can open, wherever their extension came from. */
export function CopyLink({ link }: { link: string }) {
  const t = useWords(finding);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(link);
  };
  return (
    <button
      type="button"
      class="button button-quiet copy-link"
      onClick={() => void copy().catch(() => setCopied(null))}
    >
      <Icon shapes={Link} />
      <span role="status">{copied === link ? t('linkCopied') : t('copyLink')}</span>
    </button>
  );
}

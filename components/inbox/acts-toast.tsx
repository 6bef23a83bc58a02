import { inbox, states } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { UndoToast } from '../undo-toast.tsx';
import type { InboxScreenProps } from './inbox-props.ts';

/** Says what was decided last, and how many decisions before it the same key takes back one after the other. */
export function ActsToast({
  acts,
  letterKeys,
  onUndoLast,
}: Pick<InboxScreenProps, 'acts' | 'letterKeys' | 'onUndoLast'>) {
  const t = useWords(inbox);
  const stateText = useWords(states);
  const last = acts.at(-1);
  const text = () => {
    if (last === undefined) return null;
    const state = stateText(last.to);
    const said =
      last.count > 1 ? t('decidedMany', { count: last.count, state }) : t('decidedNow', { title: last.title, state });
    return acts.length > 1 ? `${said} ${t('actsBefore', { count: acts.length - 1 })}` : said;
  };
  return <UndoToast text={text()} shortcut={letterKeys ? 'z' : undefined} onUndo={onUndoLast} />;
}

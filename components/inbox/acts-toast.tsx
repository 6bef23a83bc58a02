import { changed, inbox, states, undone } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { UndoToast } from '../undo-toast.tsx';
import type { InboxAct, InboxScreenProps } from './inbox-props.ts';

/** Says what was done last or taken back, and what before it the same key takes back. */
export function ActsToast({
  acts,
  takenBack = null,
  letterKeys,
  onUndoLast,
  closesOnEscape,
}: Pick<InboxScreenProps, 'acts' | 'takenBack' | 'letterKeys' | 'onUndoLast'> & { closesOnEscape: boolean }) {
  const t = useWords(inbox);
  const stateText = useWords(states);
  const changedText = useWords(changed);
  const last = acts.at(-1);
  const said = (act: InboxAct): string => {
    const { title, count } = act;
    if ('changed' in act) return changedText(act.changed, { title });
    const into = act.into ?? null;
    if (into !== null) return count > 1 ? t('mergedMany', { count, into }) : t('mergedNow', { title, into });
    const state = stateText(act.to);
    return count > 1 ? t('decidedMany', { count, state }) : t('decidedNow', { title, state });
  };
  const undoneText = useWords(undone);
  /** The act as a thing that can be taken back: "Acceptance". */
  const actOf = (act: InboxAct): string =>
    'changed' in act
      ? undoneText(act.changed)
      : act.into == null
        ? undoneText(act.to)
        : t('mergeInto', { into: act.into });
  const whatOf = ({ title, count }: InboxAct): string =>
    count > 1 ? t('actOnMany', { count }) : t('actOnOne', { title });
  const named = (act: InboxAct) => ({ act: actOf(act), what: whatOf(act) });
  const more = acts.length > 1 ? t('actsBefore', { count: acts.length - 1 }) : null;
  const next = last === undefined ? null : t('nextBack', named(last));
  return (
    <UndoToast
      text={takenBack !== null ? t('takenBack', named(takenBack)) : last === undefined ? null : said(last)}
      of={takenBack ?? last ?? null}
      more={takenBack === null ? more : next}
      shortcut={letterKeys ? 'z' : undefined}
      onUndo={last === undefined ? null : onUndoLast}
      closesOnEscape={closesOnEscape}
    />
  );
}

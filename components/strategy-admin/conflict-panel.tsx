import GitMerge from 'lucide/dist/esm/icons/git-merge.mjs';
import { strategy as words } from '../../locales/words.ts';
import { useFormat, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { ChangeLines } from './change-lines.tsx';
import type { Conflict, KeepingActs } from './strategy-props.ts';

type ConflictPanelProps = Pick<KeepingActs, 'onResolve'> & {
  conflict: Conflict;
  directory: Parameters<typeof ChangeLines>[0]['strategy'];
};

/** Somebody else changed the entry that stands open: what they changed, and the choice what shall stand. */
export function ConflictPanel({ conflict: { since }, directory, onResolve }: ConflictPanelProps) {
  const t = useWords(words);
  const format = useFormat();
  const last = since.at(-1);
  return (
    <Notice
      tone="warning"
      icon={GitMerge}
      title={t('conflict')}
      urgent
      actions={
        <>
          <button type="button" class="button button-primary" onClick={() => onResolve('overlay')}>
            {t('conflictOverlay')}
          </button>
          <button type="button" class="button" onClick={() => onResolve('theirs')}>
            {t('conflictTheirs')}
          </button>
        </>
      }
    >
      {t('conflictBy', {
        name: last?.by?.name ?? t('theMachine'),
        when: last === undefined ? '' : format.relative(last.at),
      })}
      {since.map((version) => (
        <ChangeLines key={version.number} changes={version.changes} strategy={directory} />
      ))}
    </Notice>
  );
}

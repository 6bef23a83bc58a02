import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import ListPlus from 'lucide/dist/esm/icons/list-plus.mjs';
import { lineProblems, strategy as words } from '../../locales/words.ts';
import type { EntrySection } from '../../protocol/strategy-edit.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { UndoToast } from '../undo-toast.tsx';
import { EntryForm } from './entry-form.tsx';
import { EntryList } from './entry-list.tsx';
import type { KeepingActs, KeepingView } from './strategy-props.ts';

type KeepingProps = KeepingActs & { section: EntrySection; keeping: KeepingView };

/** The entries of one section, and the one that stands open. */
export function Keeping(props: KeepingProps) {
  const { section, keeping } = props;
  const t = useWords(words);
  const explain = useWords(lineProblems);
  const { view, open, done } = keeping;
  const shown = open?.section === section ? open : null;
  const isOne = section === 'desk';
  if (view === null)
    return keeping.loading ? (
      <p class="strategy-loading" role="status">
        {t('loading')}
      </p>
    ) : (
      <EmptyState
        icon={CloudOff}
        title={t('notLoaded')}
        text={`${explain(keeping.problem ?? 'failed')} ${t('readOffline', { who: t('who') })}`}
      >
        <button type="button" class="button" onClick={props.onReload}>
          {t('reload')}
        </button>
      </EmptyState>
    );
  return (
    <>
      {keeping.problem === null ? null : (
        <Notice
          tone="warning"
          icon={CloudOff}
          urgent
          actions={
            <button type="button" class="button" onClick={props.onReload}>
              {t('reload')}
            </button>
          }
        >
          {explain(keeping.problem)} {shown === null ? null : t('typedStays')}
        </Notice>
      )}
      <div class={isOne ? 'keeping keeping-one' : 'keeping'}>
        {isOne ? null : (
          <EntryList
            section={section}
            view={view}
            openId={shown?.base?.id ?? null}
            isOpen={shown !== null}
            unsaved={keeping.unsaved}
            onOpen={props.onOpen}
          />
        )}
        {shown === null ? (
          isOne ? null : (
            <EmptyState icon={ListPlus} title={t('pick')} />
          )
        ) : (
          <EntryForm key={`${section} ${shown.base?.id ?? ''}`} {...props} view={view} open={shown} />
        )}
      </div>
      <UndoToast
        text={done === null ? null : t(done.text, { name: done.section === 'desk' ? t('desk') : done.name })}
        more={done?.losesWord ? t('draftAgain') : null}
        onUndo={props.onUndo}
      />
    </>
  );
}

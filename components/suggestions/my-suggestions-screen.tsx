import '../tokens.css';
import '../base.css';
import './suggestions.css';
import BadgeCheck from 'lucide/dist/esm/icons/badge-check.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import Sparkles from 'lucide/dist/esm/icons/sparkles.mjs';
import { useRef, useState } from 'preact/hooks';
import { LANES } from '../../desk/states.ts';
import { popup, syncProblems, suggestions as words } from '../../locales/words.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { State } from '../../protocol/topic.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { LoadingCards } from '../loading-cards.tsx';
import { NotKept } from '../not-kept.tsx';
import { Notice } from '../notice.tsx';
import { ThanksChoice } from '../thanks-choice.tsx';
import { UndoToast } from '../undo-toast.tsx';
import { useFocusOnceThere } from '../use-focus-once-there.ts';
import type { Delivery } from './suggestion.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import { SuggestionEdit } from './suggestion-edit.tsx';
import { SuggestionFilter, stateOf } from './suggestion-filter.tsx';
import type { MySuggestionsScreenProps } from './suggestions-props.ts';
import { useCardKeys } from './use-card-keys.ts';

/** Every clip of a person with what became of it. It should make one want to suggest again. */
export function MySuggestionsScreen(props: MySuggestionsScreenProps) {
  const { suggestions, strategy, withdrawn, notKept } = props;
  const t = useWords(words);
  const [editingId, setEditingId] = useState(props.initialEditId ?? null);
  const explain = useWords(syncProblems);
  const foot = useWords(popup);
  const [state, setState] = useState<State | null>(null);
  const shown = suggestions?.filter((each) => state === null || stateOf(each) === state) ?? null;
  const list = useRef<HTMLOListElement>(null);
  const undo = withdrawn === null ? null : () => props.onUndoWithdraw(withdrawn.clipId);
  useCardKeys(list, props.letterKeys, undo);
  const { returnedId = null } = props;
  const isBack = shown?.some(({ clip }) => clip.id === returnedId) ?? false;
  useFocusOnceThere(list, returnedId === null ? null : `[data-clip="${returnedId}"]`, isBack);
  const underway = suggestions?.filter(({ topic }) => topic === null || LANES[topic.state] !== 'done').length ?? 0;
  return (
    <main class="sheet suggestions">
      <header class="suggestions-head">
        <h1>{t('heading')}</h1>
        {suggestions === null || suggestions.length === 0 ? null : (
          <>
            <p class="soft">
              {t('count', { count: suggestions.length })} · {t('underway', { count: underway })}
            </p>
            <SuggestionFilter suggestions={suggestions} state={state} onState={setState} />
          </>
        )}
      </header>
      {suggestions === null || suggestions.length === 0 ? null : (
        <ThanksChoice agreed={props.thanked} onAgree={props.onThanked} />
      )}
      {notKept === null ? null : (
        <NotKept
          title={notKept.title}
          because={notKept.because}
          text={t('notChanged', { title: notKept.title })}
          onRetry={props.onRetry}
          onDismiss={props.onDismissNotKept}
        />
      )}
      {props.problem === null ? null : (
        <Notice tone="warning" icon={CloudOff}>
          {explain(props.problem)} {t('offline')}
        </Notice>
      )}
      {props.toConfirm === 0 ? null : (
        <Notice
          tone="plain"
          icon={BadgeCheck}
          actions={
            <button type="button" class="button" onClick={props.onConfirm}>
              {foot('toConfirmLook')}
            </button>
          }
        >
          {foot('toConfirm', { count: props.toConfirm })}
        </Notice>
      )}
      {suggestions === null ? <LoadingCards /> : null}
      {suggestions?.length !== 0 && shown?.length === 0 ? <EmptyState icon={SearchX} title={t('emptyFilter')} /> : null}
      {suggestions?.length === 0 ? (
        <EmptyState
          icon={Sparkles}
          title={t('empty')}
          text={props.shortcut === '' ? t('emptyClick') : t('emptyText', { shortcut: props.shortcut })}
        />
      ) : null}
      <ol ref={list} class="suggestion-list">
        {shown?.map((suggestion) => {
          const { clip, delivery } = suggestion;
          const close = () => setEditingId(null);
          return (
            <li key={clip.id} class="card" data-clip={clip.id} aria-label={clip.title} tabIndex={-1}>
              {editingId === clip.id ? (
                <SuggestionEdit
                  clip={clip}
                  strategy={strategy}
                  sendsAgain={delivery.kind === 'parked'}
                  toAccept={props.toAccept}
                  onCancel={close}
                  onSave={(changes, accepts) => {
                    if (delivery.kind === 'parked') props.onSendAgain(delivery.entryId, changes, accepts);
                    else props.onEdit(clip.id, changes, accepts);
                    close();
                  }}
                />
              ) : (
                <SuggestionCard
                  suggestion={suggestion}
                  strategy={strategy}
                  publications={props.publications.filter(({ topicId }) => topicId === suggestion.topic?.id)}
                  results={props.results.filter(({ topicId }) => topicId === suggestion.topic?.id)}
                  isAsked={suggestion.topic !== null && props.askingTopicIds.includes(suggestion.topic.id)}
                  onEdit={() => setEditingId(clip.id)}
                  onWithdraw={() => props.onWithdraw(clip.id)}
                  accept={isForRule(delivery) ? props.toAccept(clip) : NONE}
                  onSendAgain={(entryId, accepts) => props.onSendAgain(entryId, {}, accepts)}
                />
              )}
            </li>
          );
        })}
      </ol>
      <UndoToast
        text={withdrawn === null ? null : t('withdrawn', { title: withdrawn.title })}
        shortcut={props.letterKeys ? 'z' : undefined}
        onUndo={undo}
      />
    </main>
  );
}

const NONE: readonly Rule[] = [];

/** The queue took it not, because a rule that concerns it was never accepted. */
const isForRule = (delivery: Delivery): boolean =>
  delivery.kind === 'parked' && delivery.refusal.kind === 'rule_not_accepted';

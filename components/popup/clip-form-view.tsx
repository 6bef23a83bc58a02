import RotateCcw from 'lucide/dist/esm/icons/rotate-ccw.mjs';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { activeDepartments } from '../../desk/goals.ts';
import { popup, rules } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { NoteField } from '../note-field.tsx';
import { Notice } from '../notice.tsx';
import { RuleNotices } from '../rules/rule-notices.tsx';
import { isSavingKey } from '../saving-key.ts';
import { KnownAlready } from '../similar/known-already.tsx';
import { TagLine } from '../tags/tag-line.tsx';
import { ByHand } from './by-hand.tsx';
import { EarlierSuggestion } from './earlier-suggestion.tsx';
import { Extract } from './extract.tsx';
import { PageHead } from './page-head.tsx';
import type { ClipForm, PageView, PopupScreenProps, PopupState } from './popup-props.ts';
import { TagLineSkeleton } from './popup-skeleton.tsx';
import { SubmitButton } from './submit-button.tsx';

type ClipFormViewProps = PopupScreenProps & { state: Extract<PopupState, { kind: 'form' }> };

/** Whether a form holds what a clip needs. The address is judged when it is saved: a problem then says what is wrong. */
export const isComplete = ({ values }: ClipForm): boolean => values.title.trim() !== '' && values.departmentId !== null;

/** Whether something was read that could be shown in the page; a file has no page. */
const hasText = (page: PageView | null): boolean =>
  page !== null && page.document === null && (page.quote ?? page.excerpt) !== '';

/** The form of a new suggestion: everything is filled in already, Enter saves. */
export function ClipFormView({
  state,
  onChange,
  onSave,
  onJoinTopic,
  onReuse,
  onDiscardDraft,
  onAllowSite,
  onShowRead,
}: ClipFormViewProps) {
  const { values, page } = state;
  const t = useWords(popup);
  const says = useWords(rules);
  const reading = page === null && state.failure === null;
  // Enter while the page is still being read counts: the caller saves as soon as it can.
  const ready = (reading || isComplete(state)) && !state.saving && state.rules?.refused == null;
  const accepts = state.rules !== null && state.rules.accept.length > 0;
  const form = useRef<HTMLFormElement>(null);

  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLTextAreaElement>('[data-first-focus]');
    first?.focus();
    first?.setSelectionRange(first.value.length, first.value.length);
    // A long title is read from its beginning, wherever the caret stands.
    if (first != null) first.scrollTop = 0;
  }, []);

  return (
    <form
      ref={form}
      class="popup-form"
      aria-label={t('heading')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave();
      }}
      onKeyDown={(event) => {
        if (isSavingKey(event)) event.currentTarget.requestSubmit();
        else return;
        event.preventDefault();
      }}
    >
      {state.failure === null ? (
        <PageHead
          page={page}
          onlySite
          title={values.title}
          onTitle={(title) => onChange({ title })}
          {...(hasText(page) ? { onShowRead } : {})}
        />
      ) : (
        <ByHand failure={state.failure} values={values} onChange={onChange} />
      )}
      {state.earlier === null ? null : <EarlierSuggestion earlier={state.earlier} />}
      {state.restored ? (
        <Notice
          tone="plain"
          icon={RotateCcw}
          actions={
            <button type="button" class="button button-quiet" onClick={onDiscardDraft}>
              {t('startAgain')}
            </button>
          }
        >
          {t('restored')}
        </Notice>
      ) : null}
      {values.departmentId === null && reading ? (
        <TagLineSkeleton />
      ) : activeDepartments(state.strategy.departments).length === 0 ? (
        <p class="tag-line soft" role="status">
          {t(state.noDepartments === true ? 'noDepartments' : 'strategyComing')}
        </p>
      ) : (
        <TagLine {...values} strategy={state.strategy} preselected={state.preselected} onChange={onChange} />
      )}
      {state.rules === null ? null : <RuleNotices view={state.rules} />}
      <NoteField note={values.note} onNote={(note) => onChange({ note })} />
      {state.failure === null ? <Extract page={page} onAllowSite={onAllowSite} /> : null}
      <SubmitButton
        label={accepts ? says('acceptAndSuggest') : state.earlier === null ? t('suggest') : t('suggestToo')}
        ready={ready}
        saving={state.saving}
        problem={state.problem}
      >
        {state.failure === null && state.earlier === null ? (
          <KnownAlready
            topics={state.similar}
            strategy={state.strategy}
            saving={!ready}
            onJoinTopic={onJoinTopic}
            onReuse={onReuse}
          />
        ) : null}
      </SubmitButton>
    </form>
  );
}

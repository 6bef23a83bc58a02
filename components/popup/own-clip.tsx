import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { popup, refusals, rules } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { NoteField } from '../note-field.tsx';
import { Notice } from '../notice.tsx';
import { Picture } from '../picture.tsx';
import { RulesToAccept } from '../rules/rule-notices.tsx';
import { isSavingKey } from '../saving-key.ts';
import { StateBadge } from '../state-badge.tsx';
import { isOwnEditable } from '../suggestions/editable.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import { TagLine } from '../tags/tag-line.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { isComplete } from './clip-form-view.tsx';
import { PageHead } from './page-head.tsx';
import type { PopupScreenProps, PopupState } from './popup-props.ts';
import { SubmitButton } from './submit-button.tsx';

type OwnClipProps = PopupScreenProps & { state: Extract<PopupState, { kind: 'mine' }> };

/** This page was clipped before: what became of it stands where the form would stand. */
export function OwnClip(props: OwnClipProps) {
  const { topic, clip, delivery } = props.state.suggestion;
  const t = useWords(popup);
  const explain = useWords(refusals);
  const editable = isOwnEditable(props.state.suggestion);
  return (
    <div class="popup-form">
      <p class="own-head">
        <strong>{t('mine')}</strong>
        <StateBadge state={topic?.state ?? 'new'} />
      </p>
      {delivery.kind === 'parked' ? (
        <Notice tone="danger" icon={CircleAlert}>
          {explain(delivery.refusal.kind)}
        </Notice>
      ) : null}
      {editable ? <EditForm {...props} /> : <Fixed suggestion={props.state.suggestion} />}
      <section class="own-timeline">
        <Timeline topic={topic} suggestedAt={clip.capturedAt} delivery={delivery} />
      </section>
    </div>
  );
}

function EditForm({ state, onChange, onSave, onWithdraw }: OwnClipProps) {
  const { clip, pictureUrl, delivery } = state.suggestion;
  const { values } = state;
  const t = useWords(popup);
  const says = useWords(rules);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const title = form.current?.querySelector('textarea');
    title?.focus();
    // A long title is read from its beginning, wherever the caret stands.
    if (title != null) title.scrollTop = 0;
  }, []);
  const changed =
    values.title !== clip.title ||
    values.departmentId !== clip.departmentId ||
    values.goalId !== clip.goalId ||
    values.note !== clip.note;
  // What was refused can be sent again as it is: the reason may have gone.
  const parked = delivery.kind === 'parked';
  const ready = (changed || parked) && isComplete(state) && !state.saving;
  return (
    <form
      ref={form}
      class="own-form"
      aria-label={t('mine')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave();
      }}
      onKeyDown={(event) => {
        if (!isSavingKey(event)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <PageHead page={{ ...clip, pictureUrl }} title={values.title} onTitle={(title) => onChange({ title })} />
      <TagLine {...values} strategy={state.strategy} preselected={state.preselected} onChange={onChange} />
      <NoteField note={values.note} onNote={(note) => onChange({ note })} />
      <RulesToAccept list={state.accept} />
      <div class="own-actions">
        <button type="button" class="button button-quiet button-danger" onClick={onWithdraw}>
          {t('withdraw')}
        </button>
        <SubmitButton
          label={state.accept.length > 0 ? says('acceptAndSend') : parked ? t('sendAgain') : t('saveChanges')}
          ready={ready}
          saving={state.saving}
          problem={state.problem}
        />
      </div>
    </form>
  );
}

function Fixed({ suggestion: { clip, pictureUrl } }: { suggestion: Suggestion }) {
  return (
    <>
      <div class="popup-head">
        <Picture url={pictureUrl} kind={clip.kind} alt={clip.picture?.alt} />
        <h2 class="own-title foreign" dir="auto">
          {clip.title}
        </h2>
      </div>
      {clip.note === '' ? null : (
        <p class="extract foreign" dir="auto">
          {clip.note}
        </p>
      )}
    </>
  );
}

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { editClip } from '../../desk/clips.ts';
import { common, rules, suggestions as words } from '../../locales/words.ts';
import type { Clip, ClipChanges } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Rule } from '../../protocol/rule.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWords } from '../language.tsx';
import { NoteField } from '../note-field.tsx';
import { RulesToAccept } from '../rules/rule-notices.tsx';
import { isSavingKey } from '../saving-key.ts';
import type { Strategy } from '../strategy.ts';
import { CHOSEN } from '../tags/preselected.ts';
import { TagLine } from '../tags/tag-line.tsx';

type SuggestionEditProps = {
  clip: Clip;
  strategy: Strategy;
  /** The clip was refused; saving corrects it and sends it again. */
  sendsAgain: boolean;
  /** Rules that the clip as it is typed is concerned by and that were not accepted yet. */
  toAccept(clip: Clip): readonly Rule[];
  onCancel(): void;
  onSave(changes: ClipChanges, accepts: readonly Rule[]): void;
};

/** A clip edited where it stands. Only what was changed is handed on. */
export function SuggestionEdit({ clip, strategy, sendsAgain, toAccept, onCancel, onSave }: SuggestionEditProps) {
  const t = useWords(words);
  const says = useWords(common);
  const ruleSays = useWords(rules);
  const id = useId();
  const [changes, setChanges] = useState<ClipChanges>({});
  const values = editClip(clip, changes);
  const ready = values.title.trim() !== '' && (sendsAgain || Object.keys(changes).length > 0);
  // Of a clip that is not changed nobody is asked anything.
  const accept = ready ? toAccept(values) : [];
  const title = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const change = (more: ClipChanges) => setChanges({ ...changes, ...more });

  return (
    <form
      class="suggestion-edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(changes, accept);
      }}
      onKeyDown={(event) => {
        if (isSavingKey(event)) event.currentTarget.requestSubmit();
        else if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
        else return;
        event.preventDefault();
      }}
    >
      <div class="field">
        <label class="field-label" for={id}>
          {says('title')}
        </label>
        <textarea
          ref={title}
          id={id}
          class="input foreign"
          dir="auto"
          rows={2}
          maxLength={LIMITS.title}
          value={values.title}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
      </div>
      <TagLine
        departmentId={values.departmentId}
        goalId={values.goalId}
        strategy={strategy}
        preselected={CHOSEN}
        onChange={({ departmentId, goalId }) =>
          // A goal of the old department may not be one of the new one.
          change(departmentId == null ? { goalId: goalId ?? null } : { departmentId, goalId: null })
        }
      />
      <NoteField note={values.note} onNote={(note) => change({ note })} />
      <RulesToAccept list={accept} />
      <div class="suggestion-foot">
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={!ready} aria-keyshortcuts="Enter">
          {accept.length > 0 ? ruleSays('acceptAndSend') : sendsAgain ? t('sendAgain') : t('save')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </form>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { common, topicEdit } from '../../../locales/words.ts';
import { matchesWords } from '../../chooser/match.ts';
import { useWords } from '../../language.tsx';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps } from './panel-props.ts';

type Choice = { id: string | null; name: string };
type ChoicePanelProps = Pick<PanelProps, 'form' | 'onClose'> & {
  heading: string;
  choices: readonly Choice[];
  chosenId: string | null;
  onChoose(id: string | null): void;
};

/** One of many, by a few letters and Enter: the first that fits is meant. */
export function ChoicePanel({ form, heading, choices, chosenId, onChoose, onClose }: ChoicePanelProps) {
  const t = useWords(topicEdit);
  const says = useWords(common);
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const found = choices.filter(({ name }) => matchesWords(name, query));
  const [first] = found;
  return (
    <PanelForm
      form={form}
      heading={heading}
      onSubmit={() => {
        if (first !== undefined && query !== '') onChoose(first.id);
      }}
    >
      <label class="field">
        <span class="hidden-text">{t('find')}</span>
        <input
          ref={field}
          class="input"
          type="text"
          autocomplete="off"
          placeholder={t('find')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <ul class="panel-choices panel-long" aria-label={heading}>
        {found.map(({ id, name }, at) => (
          <li key={id}>
            <button
              type="button"
              class="panel-choice"
              aria-pressed={id === chosenId}
              data-first={query !== '' && at === 0}
              onClick={() => onChoose(id)}
            >
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <div class="panel-actions">
        <span class="small soft" role="status">
          {found.length === 0 ? t('nothing') : ''}
        </span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
      </div>
    </PanelForm>
  );
}
